import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { expectInSight, scrollers } from './in-sight';
import { exampleNode, sampleFleet } from './pages';
import { inOrder, resizer, windows } from './windows';

test.use({ hostArguments: sampleFleet });

const grid = (page: Page) => page.getByRole('grid', { name: 'Nodes and requirements' });
const nextPage = (page: Page) => page.getByRole('button', { name: 'Go to next page' });
const scrollSideways = async (page: Page, pixels: number) => {
  await grid(page).hover({ position: { x: 500, y: 200 } });
  await page.mouse.wheel(pixels, 0);
  await page.waitForTimeout(300); // a wheel is answered a little later
};

for (const address of ['', '?chapter=node&chapter=kernel&chapter=network', '?perPage=200&name=worker']) {
  test(`the matrix ${address} is scrolled in one place in every window, and its pages are in sight`, async ({
    page,
    consoleProfile,
  }) => {
    const resize = await resizer(page);
    const [first, ...others] = inOrder(consoleProfile);
    const look = async () => {
      await expect(grid(page)).toBeVisible();
      await expectInSight(nextPage(page));
      await expect.poll(() => scrollers(page, 'down')).toHaveLength(1);

      await grid(page).locator('[tabindex="0"]').last().focus();
      // A window that has just changed may still be laid out while the keys come.
      await expect(async () => {
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('Control+End');
        await expectInSight(page.locator(':focus'), 5_000);
      }).toPass();
      await expectInSight(nextPage(page));
      await expectInSight(page.getByRole('columnheader', { name: 'Node', exact: true }));
    };
    await resize(first);
    await page.goto(`/calico-readiness/nodes${address}`);
    await test.step(first.name, look);
    for (const window of others) {
      await resize(window);
      await test.step(window.name, look);
    }
  });
}

for (const { name, viewport, deviceScaleFactor } of windows) {
  test.describe(`in a window of ${name}`, () => {
    test.use({ viewport, deviceScaleFactor });

    test('the cell that an address names is in sight, or only its panel where there is no room for both', async ({
      page,
    }) => {
      await page.goto(`/calico-readiness/nodes?chapter=node&chapter=kernel&cell=${exampleNode}/ip-sets`);
      await expect(page.getByRole('heading', { level: 2, name: 'IP sets are available' })).toBeVisible();
      if (viewport.width < 768) await page.getByRole('button', { name: 'Close' }).click();
      const cell = page.getByRole('gridcell', { name: `IP sets, Pass, ${exampleNode}` });
      await page.waitForTimeout(500); // until the panel has slid in or out
      await expectInSight(cell);
    });
  });
}

test('a cell that is opened far to the right stays in sight beside its panel', async ({ page }) => {
  await page.goto('/calico-readiness/nodes?chapter=kernel');
  await expect(grid(page)).toBeVisible();
  await scrollSideways(page, 3000);
  const cell = grid(page).locator('tbody tr').nth(5).getByRole('gridcell').last();
  await cell.click();
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  await page.waitForTimeout(500);
  await expectInSight(page.getByRole('gridcell', { selected: true }));
});

test('an address of a cell on another page of rows leads to that page', async ({ page }) => {
  await page.goto(
    '/calico-readiness/nodes?perPage=20&sortBy=name&cell=worker-b-0042.sample.example/firewalld-disabled',
  );
  await expect(page.getByRole('gridcell', { selected: true })).toBeVisible();
  await expectInSight(page.getByRole('gridcell', { selected: true }));
});

test('a chapter that is expanded comes into sight, and its title stays there while its columns are scrolled', async ({
  page,
}) => {
  await page.goto('/calico-readiness/nodes');
  const kernel = page.getByRole('button', { name: /^Kernel/ });
  await kernel.focus();
  await page.keyboard.press('Enter');
  await expectInSight(kernel);
  await expectInSight(page.getByRole('columnheader', { name: 'Match mark' }));

  await scrollSideways(page, 500);
  await expectInSight(kernel);
});

test('what is said of a node without a report stays in sight while the columns are scrolled', async ({ page }) => {
  await page.goto('/calico-readiness/nodes?verdict=NoReport&chapter=kernel&chapter=node');
  const said = page.getByText('Check whether the agent’s pod runs on this node.').first();
  await expect(said).toBeVisible();
  await scrollSideways(page, 1000);
  await expectInSight(said);
  const { x = 0, width = 0 } = (await said.boundingBox()) ?? {};
  expect(x + width).toBeLessThanOrEqual(1440);
});

test('the toolbar of the matrix is one row on a desktop, also beside the panel', async ({ page }) => {
  await page.goto('/calico-readiness/nodes');
  const controls = [
    page.getByRole('button', { name: /^Filter by: / }),
    page.getByRole('textbox', { name: 'Find by name' }),
    page.getByRole('button', { name: /^Group by: / }),
    page.getByRole('button', { name: 'Manage columns' }),
    page.getByRole('button', { name: 'Compare nodes' }),
    page.getByRole('button', { name: 'Export' }),
  ];
  const rows = async () => {
    const boxes = await Promise.all(controls.map((control) => control.boundingBox()));
    return new Set(boxes.map((box) => Math.round(((box?.y ?? 0) + (box?.height ?? 0) / 2) / 10))).size;
  };
  await expect(grid(page)).toBeVisible();
  expect(await rows()).toBe(1);
  await page
    .getByRole('gridcell', { name: /, Fail, / })
    .first()
    .click();
  await page.waitForTimeout(500);
  expect(await rows()).toBe(1);
  for (const control of controls) await expectInSight(control);
});
