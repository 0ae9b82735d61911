import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { expectInSight } from './in-sight';
import { sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

const everything =
  '/calico-readiness/nodes?perPage=200&chapter=datastore&chapter=network&chapter=privileges&chapter=kernel&chapter=node&chapter=operating-system';
const grid = (page: Page) => page.getByRole('grid', { name: 'Nodes and requirements' });
const focusedRow = (page: Page) => page.locator('[role=row]:has(:focus)').getAttribute('aria-rowindex');
const focusedColumn = (page: Page) =>
  page.locator(':focus').evaluate((element) => element.closest('[aria-colindex]')?.getAttribute('aria-colindex'));

test('of 200 nodes and all requirements only what is in sight is drawn, and the grid says how many there are', async ({
  page,
}) => {
  await page.goto(everything);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '202');
  await expect(page.getByText('200 of 200 nodes')).toBeVisible();
  expect(await grid(page).locator('*').count()).toBeLessThan(6000);
  const columns = Number(await grid(page).getAttribute('aria-colcount'));
  expect(columns).toBeGreaterThan(30);
  expect(await grid(page).locator('tbody [role=row]').nth(3).locator('[role=gridcell]').count()).toBeLessThan(columns);
});

test('the keyboard reaches every row and column, drawn or not, and the focus is always in sight', async ({ page }) => {
  await page.goto(everything);
  await expect(page.getByText('200 of 200 nodes')).toBeVisible();
  const columns = await grid(page).getAttribute('aria-colcount');
  await grid(page).locator('tbody [tabindex="0"]').focus();
  expect(await focusedRow(page)).toBe('3');

  for (const [key, row, column] of [
    ['PageDown', '13', '1'],
    ['PageDown', '23', '1'],
    ['Control+End', '202', columns],
    ['PageUp', '192', columns],
    ['Home', '192', '1'],
    ['End', '192', columns],
    ['ArrowUp', '191', columns],
    ['Control+Home', '3', '1'],
    ['PageUp', '3', '1'],
  ] as const) {
    await page.keyboard.press(key);
    expect([key, await focusedRow(page), await focusedColumn(page)]).toEqual([key, row, column]);
    await expectInSight(page.locator(':focus'));
  }
});

test('columns keep their width, the head its place and the table its rows while others come into sight', async ({
  page,
}) => {
  await page.goto(everything);
  await expect(page.getByText('200 of 200 nodes')).toBeVisible();
  const heads = () =>
    grid(page)
      .getByRole('columnheader')
      .evaluateAll((all) => all.map((head) => [head.getBoundingClientRect().width, head.getBoundingClientRect().top]));
  const before = await heads();
  // A row that is put between others costs the styles of all of them.
  await page.evaluate(() => {
    const body = document.querySelector('[role=grid] tbody');
    const counted = window as Window & { movedRows?: number };
    counted.movedRows = 0;
    new MutationObserver((changes) => {
      counted.movedRows = (counted.movedRows ?? 0) + changes.length;
    }).observe(body ?? document, { childList: true });
  });
  const firstRow = () => grid(page).locator('tbody [role=row]').nth(3).getAttribute('aria-rowindex');
  const first = await firstRow();
  await grid(page).hover({ position: { x: 500, y: 250 } });
  for (let turn = 0; turn < 8; turn += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(100);
    expect(await heads()).toEqual(before);
  }
  expect(await firstRow()).not.toBe(first);
  expect(await page.evaluate(() => (window as Window & { movedRows?: number }).movedRows)).toBe(0);
});

test('a row that has the focus keeps it while it is scrolled out of sight', async ({ page }) => {
  await page.goto(everything);
  await expect(page.getByText('200 of 200 nodes')).toBeVisible();
  await grid(page).locator('tbody [tabindex="0"]').focus();
  const node = await page.locator(':focus').getAttribute('aria-label');
  await grid(page).hover({ position: { x: 500, y: 250 } });
  await page.mouse.wheel(0, 4000);
  await page.waitForTimeout(300);
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe(node);
  await page.keyboard.press('ArrowDown');
  expect(await focusedRow(page)).toBe('4');
  await expectInSight(page.locator(':focus'));
});
