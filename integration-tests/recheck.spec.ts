import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { exampleNode, sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

const button = (page: Page) => page.getByRole('button', { name: 'Check again' });
const observed = (page: Page) =>
  page
    .getByRole('region', { name: 'Summary' })
    .locator('dd')
    .filter({ hasText: /at the latest|overdue/ });

test('a node is checked again when it is asked to, and the page waits for its new report', async ({ page }) => {
  let letThrough = (): void => undefined;
  const isSeen = new Promise<void>((resolve) => (letThrough = resolve));
  // The sample answers faster than anybody can see that something is waited for.
  await page.route(`**/nodereports/${exampleNode}*`, async (route) => {
    if (route.request().method() === 'PATCH') await isSeen;
    await route.continue();
  });
  await page.goto(`/k8s/cluster/nodes/${exampleNode}/calico-readiness`);
  await expect(observed(page)).toContainText(/^\d+ min/);
  await expect(button(page)).not.toHaveAttribute('aria-disabled', 'true');
  await button(page).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Waiting for 1 report' })).toBeVisible();
  letThrough();
  await expect(page.getByRole('status').filter({ hasText: 'Checked again' })).toBeVisible();
  await expect(observed(page)).toContainText(/^just now/);
});

test('who may not ask is told which permission that takes, by keyboard too', async ({ page, host }) => {
  await host.setScenario('apply-forbidden');
  await page.goto(`/k8s/cluster/nodes/${exampleNode}/calico-readiness`);
  await expect(button(page)).toHaveAttribute('aria-disabled', 'true');
  await button(page).focus();
  await expect(
    page.getByRole('tooltip', { name: 'Permission to patch NodeReports is required to ask for a new check.' }),
  ).toBeVisible();
  await button(page).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Waiting' })).toHaveCount(0);
});
