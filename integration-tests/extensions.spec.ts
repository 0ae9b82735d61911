import type { Page } from '@playwright/test';
import { violations } from './axe';
import { expect, test } from './host';
import { exampleNode, sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

const row = (page: Page, name: string) =>
  page.getByRole('row', { name: new RegExp(` ${name.replaceAll('.', '\\.')} `) });

/** The frame of a popover is PatternFly's, as in the console: a header, and a title without a level of its own. */
const ofTheFrame = ['heading-order', 'landmark-no-duplicate-banner', 'landmark-unique'];
const ownViolations = async (page: Page) => (await violations(page)).filter(({ id }) => !ofTheFrame.includes(id));

test.describe("the console's own pages", () => {
  test('say in the list of nodes which are not ready for Calico, and lead to the cause', async ({ page }) => {
    await page.goto(`/k8s/cluster/nodes?name=${exampleNode}`);
    await expect(row(page, exampleNode)).toContainText('Calico: not ready');
    await row(page, exampleNode).getByRole('button', { name: 'Ready', exact: true }).press('Enter');
    const popover = page.getByRole('dialog', { name: 'Node status' });
    await expect(popover.getByText(/^Not met: /)).toBeVisible();
    expect(await ownViolations(page)).toEqual([]);
    await popover.getByRole('link', { name: 'Show Calico readiness' }).press('Enter');
    await expect(page).toHaveURL(new RegExp(`/k8s/cluster/nodes/${exampleNode}/calico-readiness$`));
  });

  test('say nothing of a node that is ready', async ({ page }) => {
    await page.goto('/k8s/cluster/nodes?name=master-0.');
    await expect(row(page, 'master-0.sample.example')).toContainText('Ready');
    await expect(row(page, 'master-0.sample.example')).not.toContainText('Calico');
  });

  test('have an action in the menu of a node', async ({ page }) => {
    await page.goto('/k8s/cluster/nodes?name=master-0.');
    await page.getByRole('button', { name: 'Actions of master-0.sample.example' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Show Calico readiness' }).press('Enter');
    await expect(page).toHaveURL(/\/k8s\/cluster\/nodes\/master-0\.sample\.example\/calico-readiness$/);
  });

  test('show a line in the status card, which opens the nodes by verdict', async ({ page }) => {
    await page.goto('/dashboards');
    const card = page.getByRole('region', { name: 'Status' });
    await expect(card.getByText(/^\d+ of 200 nodes ready$/)).toBeVisible();
    await card.getByRole('button', { name: 'Calico readiness', exact: true }).press('Enter');
    expect(await ownViolations(page)).toEqual([]);
    // The console gives every list bullets that is none of PatternFly's.
    const notReady = page.getByRole('listitem').filter({ hasText: /Not ready$/ });
    await expect(notReady).toHaveCSS('list-style-type', 'none');
    await notReady.getByRole('link').press('Enter');
    await expect(page).toHaveURL(/\/calico-readiness\/nodes\?verdict=NotReady$/);
  });

  test('answer an alert of ours with the nodes that it is about', async ({ page }) => {
    await page.goto('/dashboards');
    await page.getByRole('button', { name: 'Show these nodes: CalicoReadinessNodesNotReady' }).press('Enter');
    await expect(page).toHaveURL(/\/calico-readiness\/nodes\?verdict=NotReady$/);
    await expect(page.getByRole('grid', { name: 'Nodes and requirements' })).toBeVisible();
  });

  test('show none of it where our kinds are not installed', async ({ page, host }) => {
    await host.setScenario('crd-missing');
    const failed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    await page.goto('/dashboards');
    const card = page.getByRole('region', { name: 'Status' });
    await expect(card).toBeVisible();
    await expect(card.getByRole('button')).toHaveCount(0);
    await page.goto('/k8s/cluster/nodes');
    await expect(row(page, exampleNode).or(row(page, 'master-0.sample.example')).first()).toBeVisible();
    await expect(page.getByText(/Calico: /)).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Actions of/ })).toHaveCount(0);
    expect(failed).toEqual([]);
  });
});
