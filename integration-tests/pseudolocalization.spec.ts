import { expect, test } from './host';
import { cutTexts } from './cut-texts';
import { openPlace, plainTexts } from './in-language';
import { places, sampleFleet } from './pages';
import { settled } from './settled';

test.use({ hostArguments: sampleFleet });

const pseudo = 'pseudolocalization=true&lng=en-US';
const whatIf = 'whatif=dataplane:BPF,encapsulation:IPIP,bgp:true';

for (const { name } of places) {
  test(`the page ${name} has no text that was not translated, and cuts none`, async ({ page }) => {
    await openPlace(page, name, pseudo);

    expect.soft(await plainTexts(page)).toEqual([]);
    expect.soft(await cutTexts(page)).toEqual([]);
  });
}

for (const scenario of ['no-reports', 'crd-missing', 'forbidden', 'nodes-forbidden', 'error', 'stale']) {
  test(`the state ${scenario} has no text that was not translated`, async ({ page, host }) => {
    await host.setScenario(scenario);
    await page.goto(`/calico-readiness?${pseudo}`);
    await page.locator('main h2').first().waitFor();
    await settled(page);

    expect.soft(await plainTexts(page)).toEqual([]);
    expect.soft(await cutTexts(page)).toEqual([]);
  });
}

for (const address of ['/calico-readiness', '/calico-readiness/nodes']) {
  test(`a what-if at ${address} has no text that was not translated`, async ({ page }) => {
    await page.goto(`${address}?${whatIf}&${pseudo}`);
    await page.locator('.calico-readiness__what-if [role="status"]:not(:empty)').waitFor();
    await settled(page);
    expect.soft(await plainTexts(page)).toEqual([]);

    await page.locator('.calico-readiness__what-if button').first().click();
    await page.getByRole('dialog').waitFor();
    expect.soft(await plainTexts(page)).toEqual([]);
    expect.soft(await cutTexts(page)).toEqual([]);
  });
}
