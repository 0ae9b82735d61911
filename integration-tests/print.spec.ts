import type { Page } from '@playwright/test';
import { chooseTheme, themes } from './axe';
import { expect, test } from './host';
import { sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

/** Sheets of a PDF: its page objects, of which the tree of pages is none. */
const sheets = async (page: Page): Promise<number> => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
};

const hidden = ['.pf-v6-c-masthead', '.pf-v6-c-page__sidebar', '.pf-v6-c-toolbar', '.calico-readiness__page-tabs'];

test('the matrix prints whole in either theme, without toolbars, with a word beside each symbol', async ({ page }) => {
  await page.goto('/calico-readiness/nodes?chapter=node&chapter=kernel');
  await expect(page.getByText('200 of 200 nodes')).toBeVisible();
  for (const theme of themes) {
    await chooseTheme(page, theme);
    await page.emulateMedia({ media: 'print' });
    const tables = page.locator('.calico-readiness__printed table');
    await expect(tables.first()).toBeVisible();
    expect(await tables.first().locator('tbody tr').count()).toBe(200);
    for (const selector of hidden)
      for (const part of await page.locator(selector).all()) await expect(part).toBeHidden();
    await expect(page.getByRole('grid')).toBeHidden();
    // Nobody presses a button on paper.
    for (const name of [/^Fold nodes/, /^Show them$/]) await expect(page.getByRole('button', { name })).toBeHidden();
    const [title, table] = await Promise.all(
      [page.getByRole('heading', { level: 1 }), tables.first()].map((one) => one.boundingBox()),
    );
    expect(title?.x).toBeCloseTo(table?.x ?? Number.NaN, 0);
    expect(await tables.first().locator('td').filter({ hasNotText: /\p{L}/u }).count()).toBe(0);
    const color = await tables.first().evaluate((table) => getComputedStyle(table).color);
    expect(color).toBe('rgb(0, 0, 0)');

    await page.emulateMedia({ media: 'screen' });
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(tables).toHaveCount(0);
  }
});

test('the browser prints as many sheets as the rows need', async ({ page }) => {
  await page.goto('/calico-readiness/nodes');
  await expect(page.getByText('200 of 200 nodes')).toBeVisible();
  const all = await sheets(page);
  expect(all).toBeGreaterThan(4);
  await page.goto('/calico-readiness/nodes?group=findings');
  await expect(page.getByRole('grid')).toBeVisible();
  expect(await sheets(page)).toBeLessThan(all);
});

test('the overview prints to its end', async ({ page }) => {
  await page.goto('/calico-readiness');
  await expect(page.getByRole('heading', { name: /^Causes/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const main = page.locator('.calico-readiness__page');
  const cut = await main.evaluate((element) => {
    const cutting: string[] = [];
    for (let box: Element | null = element; box !== null; box = box.parentElement)
      if (box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY !== 'visible')
        cutting.push(box.className);
    return cutting;
  });
  expect(cut).toEqual([]);
  for (const selector of hidden) for (const part of await page.locator(selector).all()) await expect(part).toBeHidden();
});
