import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { expectInSight } from './in-sight';
import { exampleNode, sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

const grid = (page: Page) => page.getByRole('grid', { name: 'Nodes and requirements' });
const groups = (page: Page) => grid(page).getByRole('button', { expanded: false }).and(page.locator('tbody button'));

test('nodes with the same findings fold into a row, and unfold by keyboard alone', async ({ page }) => {
  await page.goto('/calico-readiness/nodes');
  await page.getByRole('button', { name: /^Fold nodes with the same findings into \d+ rows/ }).click();
  await expect(page).toHaveURL(/group=findings/);
  const group = groups(page).first();
  await group.focus();
  const name = await group.getAttribute('aria-label');
  const nodes = Number(/^\d+/.exec(name ?? '')?.[0]);
  const before = Number(await grid(page).getAttribute('aria-rowcount'));
  expect(before).toBeLessThan(100);
  const at = Number(await page.locator('[role=row]:has(:focus)').getAttribute('aria-rowindex'));

  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveAttribute('aria-expanded', 'true');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(before + nodes));
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('[role=row]:has(:focus)').getAttribute('aria-rowindex')).toBe(String(at + 1));
  await page.reload();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(before + nodes));
  const opened = page.getByRole('button', { name: name ?? '', exact: true, expanded: true });
  await opened.focus();
  await page.keyboard.press('Space');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(before));
});

test('rows of groups and of nodes are equally high, so that the end of a long group is where it is scrolled to', async ({
  page,
}) => {
  await page.goto('/calico-readiness/nodes?group=pool&open=worker');
  await expect(grid(page)).toBeVisible();
  const heights = () =>
    grid(page)
      .locator('tbody [role=row]')
      .evaluateAll((rows) => [...new Set(rows.map((row) => row.getBoundingClientRect().height))]);
  expect(await heights()).toHaveLength(1);
  await grid(page).locator('tbody [tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  expect(await page.locator('[role=row]:has(:focus)').getAttribute('aria-rowindex')).toBe(
    await grid(page).getAttribute('aria-rowcount'),
  );
  await expectInSight(page.locator(':focus'));
  expect(await heights()).toHaveLength(1);
});

test('the title of a group stays in sight while the columns are scrolled', async ({ page }) => {
  await page.goto('/calico-readiness/nodes?group=pool&chapter=kernel&chapter=node');
  const title = page.getByRole('button', { name: /^worker-b, / });
  await expect(title).toBeVisible();
  await grid(page).hover({ position: { x: 500, y: 150 } });
  await page.mouse.wheel(900, 0);
  await page.waitForTimeout(300); // a wheel is answered a little later
  await expectInSight(title);
});

test('two nodes are compared at an address of their own, and back leads to the matrix', async ({ page }) => {
  await page.goto(`/calico-readiness/nodes?cell=${exampleNode}/firewalld-disabled`);
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await expect(page.getByRole('heading', { name: 'Compare nodes' })).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'First node' })).toHaveValue(exampleNode);
  await page.getByRole('combobox', { name: 'Second node' }).fill('worker-0001.sample.example');
  await expect(page.getByRole('table', { name: 'Requirements with different verdicts' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Different facts' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('table', { name: 'Requirements with different verdicts' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to all nodes' }).click();
  await expect(grid(page)).toBeVisible();
});

test('hidden columns and expanded chapters are remembered, and an address wins', async ({ page }) => {
  await page.goto('/calico-readiness/nodes');
  await page.getByRole('button', { name: /^Kernel/ }).click();
  await page.getByRole('button', { name: 'Manage columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'Manage columns' });
  await dialog.getByRole('checkbox', { name: 'IP sets', exact: true }).uncheck();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('1 column hidden.')).toBeVisible();

  await page.goto('/calico-readiness/nodes');
  await expect(page.getByText('1 column hidden.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Kernel/, expanded: true })).toBeVisible();

  await page.goto('/calico-readiness/nodes?chapter=node&hide=');
  await expect(page.getByRole('button', { name: /^Kernel/, expanded: false })).toBeVisible();
  await expect(page.getByText('column hidden')).toBeHidden();
});
