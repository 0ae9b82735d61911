import { expectNoViolations } from './axe';
import { expect, test } from './host';

// A fleet of its own: the others are judged by what their policy declares from the start.
test.use({ hostArguments: ['--backend', 'sample', '--nodes', '20'] });

const createPage = '/k8s/cluster/calicoreadiness.io~v1alpha1~ReadinessPolicy/~new';

test('the fleet is judged anew by what a person saves in the form, and a waiver counts', async ({ page }) => {
  await page.goto('/calico-readiness');
  const profile = page.getByRole('region', { name: 'Cluster profile' });
  await profile.getByRole('link', { name: 'Edit policy' }).click();
  const form = page.getByRole('form', { name: 'Policy' });
  await expect(form).toBeVisible();
  const waivers = await form.getByRole('region', { name: /^Waiver / }).count();
  // By keyboard: what a select offers is chosen by its letters.
  await form.getByLabel('Encapsulation').focus();
  await page.keyboard.type('IPIP');
  await expect(form).toContainText(/Encapsulation: VXLAN → IPIP/);
  await form.getByRole('button', { name: 'Add a waiver' }).focus();
  await page.keyboard.press('Enter');
  const waiver = form.getByRole('region', { name: `Waiver ${String(waivers + 1)}` });
  await expect(waiver.getByLabel('Requirement')).toBeFocused();
  await waiver.getByLabel('Requirement').selectOption('kernel-version-supported');
  await waiver.getByLabel('Reason').fill('waits for the change window');
  await form.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  await expect(form).toContainText('The policy is saved');

  await page.goto('/calico-readiness');
  await expect(profile).toContainText('IPIP');
  await expect(page.getByRole('grid', { name: 'Waivers' })).toContainText('waits for the change window');
  // Does not apply to VXLAN alone.
  await page.goto('/calico-readiness/nodes?cell=worker-0000.sample.example/ipip-tunnel');
  await expect(page.getByRole('heading', { name: 'IP-in-IP tunnels are available' })).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: /^Seen$/ })).toBeVisible();
});

test('who creates a policy in the console changes the one that there is', async ({ page }) => {
  await page.goto(createPage);
  await expect(page.getByRole('heading', { name: 'ReadinessPolicy cluster' })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'YAML' }).click();
  await expect(page.getByRole('textbox', { name: 'Code' })).toHaveValue(/kind: ReadinessPolicy/);
  await page.setViewportSize({ width: 400, height: 800 });
  const content = page.locator('#content-scrollable');
  expect(await content.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
});
