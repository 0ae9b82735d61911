import { expect, test } from './host';

test.use({ hostArguments: ['--backend', 'sample', '--nodes', '600'] });

test('nothing is counted before every page of the lists is in', async ({ page, host }) => {
  await host.setScenario('slow-pages');
  await page.goto('/calico-readiness');

  await expect(page.getByText(/Loading .*500 of 600/).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Causes' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Causes' })).toBeVisible({ timeout: 25_000 });
  await expect(page.getByText('of 600 nodes')).toBeVisible();
});
