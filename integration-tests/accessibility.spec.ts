import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { places, sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

const themes = ['light', 'dark'] as const;

async function chooseTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  if (theme === 'dark') await page.getByRole('button', { name: 'Dark theme' }).click();
}

/** WCAG 2.1 A and AA, with the shell around the page, because its landmarks and headings count. */
async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze();
  return found.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html.slice(0, 200)) }));
}

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
