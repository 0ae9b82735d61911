import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host';
import { expectInSight, expectReachable, scrollers, windows } from './in-sight';
import { places, sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

/** What of a page a person must be able to see, beside its title and its tabs. */
const contents: Readonly<Record<string, (page: Page) => readonly Locator[]>> = {
  overview: (page) => [
    page.getByRole('heading', { name: 'Cluster profile' }),
    page.getByRole('button', { name: 'Try another profile' }),
    page.getByRole('link', { name: 'NetworkManager manages vxlan.calico' }).first(),
    page.getByRole('columnheader', { name: 'Nodes with current report' }),
    page.getByRole('button', { name: /requirements not applicable/ }),
  ],
  matrix: (page) => [
    page.getByRole('button', { name: /^Filter by: / }),
    page.getByRole('textbox', { name: 'Find by name' }),
    page.getByRole('button', { name: 'Try another profile' }),
    page.getByRole('button', { name: 'Export' }),
    page.getByRole('list', { name: 'Legend' }),
    page.getByRole('gridcell', { name: /, Fail, / }).first(),
    page.getByRole('button', { name: 'Go to next page' }),
  ],
  requirements: (page) => [
    page.getByRole('textbox', { name: 'Search requirements' }),
    page.getByText('networkmanager-ignores-tunl'),
  ],
  guides: (page) => [page.getByText('Keep NetworkManager off Calico interfaces')],
  'guide-networkmanager': (page) => [
    page.getByRole('link', { name: 'Guides' }),
    page.getByText('kind: MachineConfig').first(),
  ],
  'node-tab': (page) => [page.getByText('Evaluated profile')],
};

for (const { name, viewport, deviceScaleFactor } of windows) {
  test.describe(`in a window of ${name}`, () => {
    test.use({ viewport, deviceScaleFactor });

    for (const place of places.filter((each) => contents[each.name] !== undefined)) {
      test(`the page ${place.name} shows all that it must, and does not scroll sideways`, async ({ page }) => {
        await page.goto(place.address);
        await place.ready(page);
        await expectInSight(page.getByRole('heading', { level: 1 }));
        const tabs = page.getByRole('navigation', { name: 'Calico readiness pages' });
        if ((await tabs.count()) > 0) {
          for (const tab of await tabs.getByRole('link').all()) await expectInSight(tab);
        }
        const sideways = await scrollers(page, 'sideways');
        expect(sideways.filter((element) => element === '' || element.startsWith('content-scrollable'))).toEqual([]);

        for (const locator of contents[place.name]?.(page) ?? []) await expectReachable(locator);
      });
    }
  });
}

test('the tables of the overview do not cut their heads', async ({ page }) => {
  await page.goto('/calico-readiness');
  const heads = page.getByRole('grid', { name: 'Pools by chapter' }).getByRole('columnheader');
  await expect(heads.first()).toBeVisible();
  expect(
    await heads.evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length),
  ).toBe(0);
});

test('a single command stands in its box without an empty bar above it', async ({ page }) => {
  await page.goto('/calico-readiness/guides/firewalld');
  const boxes = page.locator('.pf-v6-c-code-block');
  await expect(boxes.first()).toBeVisible();
  expect(
    await boxes.evaluateAll((all) =>
      all
        .filter((box) => !(box.querySelector('code')?.textContent ?? '').includes('\n'))
        .map((box) => {
          const content = box.querySelector('.pf-v6-c-code-block__content') ?? box;
          return content.getBoundingClientRect().top - box.getBoundingClientRect().top;
        })
        .filter((gap) => gap > 10),
    ),
  ).toEqual([]);
  await expect(page.locator('.pf-v6-c-code-block__header:not(:has(button, a))')).toHaveCount(0);
});
