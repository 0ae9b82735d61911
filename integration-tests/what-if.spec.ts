import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { expect, test } from './host';
import { exampleNode, sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

const whatIf = 'whatif=dataplane:BPF,encapsulation:IPIP,bgp:true';
const banner = (page: Page) => page.getByRole('region', { name: 'What-if' });
const judged = async (page: Page) =>
  expect(banner(page).getByRole('status')).toContainText(/node(s)? would fail that do(es)? not fail now/);
const grid = (page: Page) => page.getByRole('grid', { name: 'Nodes and requirements' });

test('another profile is chosen on the overview, stands in the address, and goes along to the matrix', async ({
  page,
}) => {
  await page.goto('/calico-readiness');
  await page.getByRole('button', { name: 'Try another profile' }).click();
  const editor = page.getByRole('dialog', { name: 'Try another profile' });
  await editor.getByLabel('Dataplane').selectOption('BPF');
  await editor.getByRole('checkbox', { name: 'IPIP' }).check();
  await editor.getByRole('button', { name: 'Show what would change' }).click();

  await judged(page);
  await expect(banner(page)).toContainText('Nothing in the cluster changes.');
  await expect(page).toHaveTitle(/^What-if · Overview · Calico readiness/);
  expect(new URL(page.url()).searchParams.get('whatif')).toBe('dataplane:BPF,encapsulation:IPIP-VXLAN');

  await page.getByRole('navigation', { name: 'Calico readiness pages' }).getByRole('link', { name: 'Nodes' }).click();
  await expect(grid(page)).toBeVisible();
  await judged(page);
  expect(new URL(page.url()).searchParams.get('whatif')).toBe('dataplane:BPF,encapsulation:IPIP-VXLAN');
  await page.goBack();
  await page.goBack();
  await expect(banner(page)).toBeHidden();
});

test('a changed cell is framed, says both verdicts, and opens a panel with before and after', async ({ page }) => {
  await page.goto(`/calico-readiness/nodes?${whatIf}&changed=only`);
  const cell = page.getByRole('gridcell', { name: /, was .*, would be / }).first();
  await expect(cell).toHaveCSS('outline-style', 'dashed');
  await cell.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('term')
    .filter({ hasText: /^(Would be|Seen)$/ })
    .first()
    .or(page.getByText(/\(was /).first())
    .waitFor();
  expect(page.url()).toContain('whatif=');

  await page.reload();
  await expect(cell).toBeVisible();
  await judged(page);
});

test('leaving a what-if gives back the current state', async ({ page }) => {
  await page.goto('/calico-readiness/nodes');
  const labels = () =>
    page
      .getByRole('gridcell', { name: /, / })
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')));
  await expect(grid(page)).toBeVisible();
  await expect(page.getByText('200 of 200 nodes')).toBeVisible();
  const present = await labels();

  await page.goto(`/calico-readiness/nodes?${whatIf}`);
  await judged(page);
  await expect(grid(page)).toBeVisible();
  expect(await labels()).not.toEqual(present);
  await page.getByRole('button', { name: 'Leave what-if' }).click();

  await expect(banner(page)).toBeHidden();
  await expect(page).toHaveURL(/\/calico-readiness\/nodes$/);
  await expect.poll(labels).toEqual(present);
});

test('nonsense in the address shows the current state and says so', async ({ page }) => {
  await page.goto('/calico-readiness?whatif=dataplane:Pigeons');
  await expect(page.getByText('dataplane:Pigeons')).toBeVisible();
  await expect(banner(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: /^Causes/ })).toBeVisible();
});

for (const [name, address] of [
  ['overview', '/calico-readiness'],
  ['matrix', '/calico-readiness/nodes?perPage=20'],
] as const) {
  test(`axe has nothing to say of the what-if on the ${name}`, async ({ page }) => {
    await page.goto(`${address}${address.includes('?') ? '&' : '?'}${whatIf}`);
    await judged(page);

    await expectNoViolations(page);
  });
}

test('axe has nothing to say of the editor, and Escape gives the focus back', async ({ page }) => {
  await page.goto('/calico-readiness');
  await page.getByRole('button', { name: 'Try another profile' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Try another profile' })).toBeFocused();
});

test('the matrix offers another profile as well, and shows only what changes on request', async ({ page }) => {
  await page.goto('/calico-readiness/nodes');
  await page.getByRole('button', { name: 'Try another profile' }).click();
  await page.getByRole('dialog').getByLabel('Dataplane').selectOption('BPF');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await judged(page);
  await page.getByText('Only changed').click();

  await expect(page).toHaveURL(/changed=only/);
  await expect(page.getByRole('gridcell', { name: /, was .*, would be / }).first()).toBeVisible();
});

test('leaving a what-if closes the panel of a cell that only it had, and keeps that of any other', async ({ page }) => {
  const leave = async (cell: string) => {
    await page.goto(`/calico-readiness/nodes?${whatIf}&chapter=node&chapter=kernel&cell=${exampleNode}/${cell}`);
    await judged(page);
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await page.getByRole('button', { name: 'Leave what-if' }).click();
    await expect(banner(page)).toBeHidden();
  };
  await leave('networkmanager-ignores-tunl');
  await expect(page).not.toHaveURL(/cell=/);
  await leave('ip-sets');
  await expect(page.getByRole('gridcell', { selected: true })).toBeVisible();
  await expect(page).toHaveURL(/cell=/);
});
