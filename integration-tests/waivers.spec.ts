import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { newestConsole } from './console-profiles';
import { expect, test } from './host';
import type { Host } from './running-host';

test.use({ hostArguments: ['--backend', 'sample', '--nodes', '40'] });

const node = 'worker-0000.sample.example';
const cell = `/calico-readiness/nodes?cell=${node}/firewalld-disabled`;
const policy = '/api/kubernetes/apis/calicoreadiness.io/v1alpha1/readinesspolicies/cluster';

const policyRequest = async (host: Host, method: string, body?: object) => {
  const headers = { ...host.authorization, 'Content-Type': 'application/merge-patch+json' };
  const response = await fetch(`${host.url(newestConsole)}${policy}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as { spec: { waivers: readonly object[] } };
};

/** The waivers that a host began with; every test leaves them so. */
let atFirst: readonly object[] | undefined;
test.beforeEach(async ({ host }) => {
  const { spec } = await policyRequest(host, 'GET');
  atFirst ??= spec.waivers;
  await policyRequest(host, 'PATCH', { spec: { waivers: atFirst } });
});

const panel = (page: Page) => page.getByRole('region', { name: 'Waiver' });
const count = async (page: Page, verdict: string): Promise<number> => {
  await page.goto('/calico-readiness');
  const link = page.getByRole('link', { name: new RegExp(`^\\d+ ${verdict}: show the nodes$`) });
  return Number.parseInt((await link.textContent()) ?? '', 10);
};
const fillIn = async (page: Page) => {
  await panel(page).getByRole('button', { name: 'Waive this requirement' }).click();
  await panel(page).getByLabel('Reason').fill('waits for the change window');
};

test('the form of a waiver opens in sight with the focus in it, and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto(cell);
  const opener = panel(page).getByRole('button', { name: 'Waive this requirement' });
  await opener.click();
  await expect(panel(page).getByLabel('Reason')).toBeFocused();
  await expect(panel(page).getByLabel('Reason')).toBeInViewport({ ratio: 1 });
  await expect(panel(page).getByRole('button', { name: 'Create the waiver' })).toBeInViewport({ ratio: 0.9 });
  await panel(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(opener).toBeFocused();
});

test('a waiver moves its node, and gives it back when it is ended', async ({ page }) => {
  const notReady = await count(page, 'Not ready');
  const waived = await count(page, 'Ready with waivers');
  await page.goto(cell);
  await fillIn(page);
  await expect(panel(page).getByLabel('Owner')).toHaveValue('admin');
  await expect(panel(page).getByRole('radio', { name: 'This node' })).toBeChecked();
  await panel(page).getByRole('button', { name: 'Create the waiver' }).click();
  await expect(panel(page)).toContainText('waived until');
  await expect(page.getByRole('gridcell', { name: new RegExp(`, Fail, waived until .*, ${node}$`) })).toBeVisible();
  // Until the rows are there the overview shows what the controller counted some seconds ago.
  await expect.poll(() => count(page, 'Not ready')).toBe(notReady - 1);
  await expect.poll(() => count(page, 'Ready with waivers')).toBe(waived + 1);
  await expect(page.getByRole('grid', { name: 'Waivers' })).toContainText('waits for the change window');

  await page.goto(cell);
  await panel(page).getByRole('button', { name: 'End the waiver' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End the waiver' }).click();
  await expect(panel(page).getByRole('button', { name: 'Waive this requirement' })).toBeVisible();
  await expect.poll(() => count(page, 'Not ready')).toBe(notReady);
});

test('who may not waive is told which permission it takes, and gets YAML to hand on', async ({ page, host }) => {
  await host.setScenario('waive-forbidden');
  await page.goto(cell);
  await expect(panel(page)).toContainText('Permission to patch ReadinessPolicies is required');
  await fillIn(page);
  await panel(page).getByLabel('Owner').fill('network team');
  await expect(panel(page).getByRole('button', { name: 'Create the waiver' })).toHaveCount(0);
  await expect(panel(page).getByRole('group', { name: 'YAML of the waiver' })).toContainText(
    'requirement: firewalld-disabled',
  );
});

test('the sample fleet has a waiver of every kind', async ({ page }) => {
  await page.goto('/calico-readiness');
  const rows = page.getByRole('grid', { name: 'Waivers' }).getByRole('row');
  await expect(rows.nth(1)).toContainText(/Covers \d+ nodes?, waived until/);
  await expect(rows.nth(2)).toContainText('Ended on');
  await expect(rows.nth(3)).toContainText('Covers no node.');
});

test('the form of a waiver can be used by everybody', async ({ page }) => {
  await page.goto(cell);
  await fillIn(page);
  await expectNoViolations(page);
});
