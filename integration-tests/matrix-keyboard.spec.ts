import { expect, test } from './host';
import { sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

const grid = { name: 'Nodes and requirements' };

test('the matrix is one tab stop, and arrows lead through it', async ({ page }) => {
  await page.goto('/calico-readiness/nodes');
  await expect(page.getByRole('grid', grid)).toBeVisible();
  await expect(page.getByRole('grid', grid).locator('tbody [tabindex="0"]')).toHaveCount(1);

  await page.getByRole('grid', grid).locator('[tabindex="0"]').last().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const node = await page.locator(':focus').textContent();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('td:focus, td :focus')).toHaveCount(1);
  await page.keyboard.press('Home');

  expect(await page.locator(':focus').textContent()).toBe(node);
});

test('Enter opens the panel of a cell, Escape closes it and gives the focus back', async ({ page }) => {
  await page.goto('/calico-readiness/nodes');
  const cell = page.getByRole('gridcell', { name: /, Fail, / }).first();
  await cell.focus();
  const label = await cell.getAttribute('aria-label');

  await page.keyboard.press('Enter');
  await expect(page.getByRole('term').filter({ hasText: /^Seen$/ })).toBeVisible();
  const opened = page.url();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('term').filter({ hasText: /^Seen$/ })).toBeHidden();
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe(label);
  expect(page.url()).not.toBe(opened);
});

test('an open cell and the filters are in the address and survive a reload', async ({ page }) => {
  await page.goto('/calico-readiness/nodes?name=worker-b');
  await page
    .getByRole('gridcell', { name: /, Fail, / })
    .first()
    .click();
  await expect(page.getByRole('term').filter({ hasText: /^Seen$/ })).toBeVisible();

  await page.reload();

  await expect(page.getByRole('term').filter({ hasText: /^Seen$/ })).toBeVisible();
  await expect(page.getByPlaceholder('Find by name')).toHaveValue('worker-b');
});

test('the evidence of a cell stands in its fixed order', async ({ page }) => {
  await page.goto('/calico-readiness/nodes');
  await page
    .getByRole('gridcell', { name: /^NM ignores.*, Fail, / })
    .first()
    .click();
  const panel = page
    .getByRole('term')
    .filter({ hasText: /^Seen$/ })
    .locator('xpath=ancestor::*[contains(@class,"drawer__panel")][1]');
  await expect(panel).toBeVisible();

  const text = (await panel.textContent()) ?? '';
  const places = ['Seen', 'Needed', 'Why Calico needs it', 'Since', 'Same', 'Fix', 'Verify'].map((word) =>
    text.indexOf(word),
  );

  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
