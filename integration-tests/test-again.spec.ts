import type { Page } from '@playwright/test';
import type { ConsoleProfile } from './console-profiles';
import { expect, test } from './host';
import { sampleFleet } from './pages';
import type { Host } from './running-host';

test.use({ hostArguments: sampleFleet });

/** In the zone that cannot send to another one, and nodes of that: the first will be open, the other one stays as it is. */
const [source, target, other] = [
  'worker-b-0000.sample.example',
  'worker-0002.sample.example',
  'worker-0004.sample.example',
];

const setRepaired = async (host: Host, profile: ConsoleProfile, repaired: boolean): Promise<void> => {
  const response = await fetch(`${host.url(profile)}/standalone/network`, {
    method: 'POST',
    headers: host.authorization,
    body: JSON.stringify({ repaired }),
  });
  expect(response.ok).toBe(true);
};

const button = (page: Page, peer = target) => page.getByRole('button', { name: `Test again now: ${peer}` });
const told = (page: Page) => page.getByRole('list', { name: 'Tested again' }).getByRole('listitem');

test('a broken pair is tested again now, still broken, and open once the network is repaired', async ({
  page,
  host,
  consoleProfile,
}) => {
  await page.goto(`/k8s/cluster/nodes/${source}/calico-readiness`);
  await button(page).press('Enter');
  await expect(told(page).nth(0)).toContainText(
    `From ${source} to ${target} Blocked: VXLAN: UDP 4789, VXLAN: UDP 4789, large packets tested at`,
  );
  await expect(told(page).nth(1)).toContainText(`From ${target} to ${source} Open: VXLAN: UDP 4789`);
  await expect(page.getByRole('status').filter({ hasText: 'Tested again: 1 of 2 open' })).toBeVisible();
  await expect(button(page)).toBeVisible();
  try {
    await setRepaired(host, consoleProfile, true);
    await button(page).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Tested again: 2 of 2 open' })).toBeVisible();
    await expect(told(page).nth(0)).toContainText(`From ${source} to ${target} Open: VXLAN: UDP 4789`);
    // The report follows: the pair is none of those that fail.
    await expect(button(page)).toHaveCount(0);
  } finally {
    await setRepaired(host, consoleProfile, false);
  }
});

test('pairs of a cell of the Connectivity card are tested again now, and how many of how many', async ({ page }) => {
  await page.goto('/calico-readiness');
  const connectivity = page.getByRole('region', { name: 'Connectivity' });
  await connectivity
    .getByRole('button', { name: 'Test again now: VXLAN: UDP 4789 from zone-c to zone-a' })
    .press('Enter');
  await expect(connectivity.getByText(/20 of \d+ failing pairs are tested again\./)).toBeVisible();
  await expect(connectivity.getByRole('status').filter({ hasText: 'Tested again: 0 of 20 open' })).toBeVisible({
    timeout: 20_000,
  });
});

test('who may not ask is told which permission that takes', async ({ page, host }) => {
  await host.setScenario('apply-forbidden');
  await page.goto(`/k8s/cluster/nodes/${source}/calico-readiness`);
  await expect(button(page, other)).toHaveAttribute('aria-disabled', 'true');
  // Until the API has answered, there is no permission to speak of.
  await expect(async () => {
    await button(page, other).blur();
    await button(page, other).focus();
    await expect(
      page.getByRole('tooltip', { name: 'Permission to patch NodeReports is required to ask for a test.' }),
    ).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await button(page, other).press('Enter');
  await expect(told(page)).toHaveCount(0);
});
