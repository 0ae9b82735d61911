import { expect, test } from './host';
import { sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

const address = '/calico-readiness/profiles';

test('the page of profiles is reached and read by keyboard, and leads into the right what-if', async ({ page }) => {
  await page.goto('/calico-readiness');
  const tab = page.getByRole('navigation', { name: 'Calico readiness pages' }).getByRole('link', { name: 'Profiles' });
  await tab.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  const newest = page.getByRole('grid', { name: 'Calico v3.32' });
  await expect(newest).toBeVisible();
  const row = newest.getByRole('row').filter({ hasText: 'eBPF data plane' });
  const notReady = row.getByRole('link', { name: /^\d+ Not ready for eBPF data plane in Calico v3\.32/ });
  const count = (await notReady.innerText()).trim();
  expect(Number(count)).toBeGreaterThan(0);

  await row.getByRole('link', { name: 'What-if: eBPF data plane in Calico v3.32' }).focus();
  await page.keyboard.press('Enter');
  const banner = page.getByRole('region', { name: 'What-if' });
  await expect(banner).toContainText('eBPF');
  await expect(banner.getByRole('status')).toContainText('would fail');
  expect(new URL(page.url()).searchParams.get('whatif')).toBe('calicoVersion:v3.32,dataplane:BPF,kubeProxyMode:none');
  await expect(page.getByRole('link', { name: `${count} Not ready: show the nodes` })).toBeVisible();
});

test('a cause leads to its nodes under the profile', async ({ page }) => {
  await page.goto(address);
  const row = page.getByRole('grid', { name: 'Calico v3.32' }).getByRole('row').filter({ hasText: 'eBPF data plane' });
  await row.getByRole('list').getByRole('link').first().click();
  await expect(page.getByRole('grid', { name: 'Nodes and requirements' })).toBeVisible();
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('whatif')).toContain('dataplane:BPF');
  expect(searchParams.getAll('requirement').length).toBeGreaterThan(0);
});
