import { chooseTheme, themes, violations } from './axe';
import { expect, test } from './host';
import { places, sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

for (const theme of themes) {
  for (const { name, address, ready } of places) {
    test(`axe has nothing to say of ${name} in the ${theme} theme`, async ({ page }) => {
      await page.goto(address);
      await chooseTheme(page, theme);
      await ready(page);

      expect(await violations(page)).toEqual([]);
    });
  }

  for (const scenario of ['no-reports', 'crd-missing', 'forbidden', 'error', 'stale']) {
    test(`axe has nothing to say of the state ${scenario} in the ${theme} theme`, async ({ page, host }) => {
      await host.setScenario(scenario);
      await page.goto('/calico-readiness');
      await chooseTheme(page, theme);
      await expect(page.getByRole('heading', { name: 'Calico readiness', exact: true })).toBeVisible();
      await page.waitForTimeout(1500); // the state follows the answer of the API, whose words differ from state to state

      expect(await violations(page)).toEqual([]);
    });
  }
}
