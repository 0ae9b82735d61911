import { violations } from './axe';
import { expect, test } from './host';

// A fleet of its own: the others are judged by what their policy declares from the start.
test.use({ hostArguments: ['--backend', 'sample', '--nodes', '60'] });

test('a Calico version is declared by keyboard, and the fleet is evaluated for it', async ({ page }) => {
  await page.goto('/calico-readiness');
  await page.getByRole('button', { name: 'Declare the version' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Declare the Calico version' });
  await dialog.getByLabel('Calico version').selectOption('v3.31');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Declare v3.31' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const profile = page.getByRole('region', { name: 'Cluster profile' });
  await expect(profile).toContainText('v3.31');
  await expect(profile).toContainText('Declared: ReadinessPolicy cluster');
  await expect(page.getByRole('button', { name: 'Declare the version' })).toBeHidden();
});
