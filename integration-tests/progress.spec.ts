import { expect, test } from './host';

test.use({ hostArguments: ['--backend', 'sample', '--nodes', '600'] });

test('nothing is counted from the rows before every page of the lists is in', async ({ page, host }) => {
  await host.setScenario('slow-pages');
  await page.goto('/calico-readiness/profiles');

  await expect(page.getByText(/Loading .*100 of 600/).first()).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Calico v3.32' })).toBeHidden();
  await expect(page.getByRole('grid', { name: 'Calico v3.32' })).toBeVisible({ timeout: 25_000 });
});

test('until then the overview shows what the controller counted, and afterwards the rows alone', async ({
  page,
  host,
}) => {
  await host.setScenario('slow-pages');
  await page.goto('/calico-readiness');

  const verdicts = page.getByRole('region', { name: 'Verdicts' });
  await expect(verdicts).toContainText('Counted by the controller');
  await expect(verdicts).toContainText('of 600 nodes');
  await expect(page.getByText(/Loading the reports of the nodes: 100 of 600/)).toBeVisible();
  await expect(verdicts.getByRole('group', { name: 'Cluster as a whole' })).toContainText(
    'OpenShift version is supported',
  );
  await expect(page.getByRole('grid', { name: 'Causes' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Pools by chapter' })).toBeHidden();

  await expect(page.getByRole('heading', { name: 'Pools by chapter' })).toBeVisible({ timeout: 25_000 });
  await expect(verdicts).toContainText('of 600 nodes');
  await expect(verdicts).not.toContainText('Counted by the controller');
});
