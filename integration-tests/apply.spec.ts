import type { Locator, Page } from '@playwright/test';
import {
  apply,
  applyFleet,
  create,
  createConfig,
  difference,
  dryRun,
  editPolicy,
  getConfig,
  getPolicy,
  guide,
  machineConfig,
  openGuide,
  recheck,
  resetCluster,
  rollout,
  setOperator,
  setPaused,
  verified,
} from './apply-steps';
import { expectNoViolations } from './axe';
import { expect, test } from './host';
import { pictureFile } from './pictures';

test.use({ hostArguments: applyFleet });
test.beforeEach(async ({ host }) => resetCluster(host));

const picture = (page: Page, name: string, consoleProfile: string) =>
  page.screenshot({ path: pictureFile(`apply-${name}`, consoleProfile), fullPage: true });

/** A picture of the walk through the product, with what is worth a look on top or in its middle. */
const walk = async (
  page: Page,
  name: string,
  consoleProfile: string,
  shown?: Locator,
  block: 'start' | 'center' = 'start',
) => {
  await shown?.evaluate((element, place) => {
    element.scrollIntoView({ block: place });
  }, block);
  await page.screenshot({ path: pictureFile(`walk-${name}`, consoleProfile) });
};

test('from the worst cause to green and back', async ({ page, host, consoleProfile }) => {
  await page.goto('/calico-readiness');
  await page.getByRole('link', { name: 'Guide: NetworkManager' }).first().click();
  await expect(page).toHaveURL(/guides\/networkmanager/);
  await expect(page.getByRole('heading', { name: /The cluster has no MachineConfig/ })).toBeVisible();
  await expect(difference(page)).toContainText('+ ');
  await expect(difference(page)).toContainText('unmanaged-devices=interface-name:cali*');
  await expect(create(page)).toHaveAttribute('aria-disabled', 'true');
  const heading = page.getByRole('heading', { name: 'Apply it from this page' });
  await walk(page, '1-difference', consoleProfile, heading);
  await setOperator(host, { stepMilliseconds: 400 });
  await dryRun(page).click();
  await expect(page.getByText('The API accepts it in a dry run')).toBeVisible();
  await walk(page, '2-accepted', consoleProfile, page.getByText('The API accepts it in a dry run'), 'center');
  expect(await getConfig(host)).toMatchObject({ reason: 'NotFound' });
  await picture(page, 'accepted', consoleProfile);
  await create(page).click();
  const dialog = page.getByRole('dialog', { name: `Create ${machineConfig}?` });
  await expect(dialog).toContainText(/Pool worker-b: \d+ nodes are drained and rebooted, at most 1 at a time\./);
  await picture(page, 'confirm', consoleProfile);
  await walk(page, '3-confirm', consoleProfile);
  await dialog.getByRole('button', { name: 'Create and start the rollout' }).click();

  await expect(page.getByRole('heading', { name: /The pools are being updated/ })).toBeVisible();
  await expect(rollout(page)).toContainText('Updating');
  await picture(page, 'rollout', consoleProfile);
  await walk(page, '4-rollout', consoleProfile, heading);
  await setOperator(host, { stepMilliseconds: 20 });
  await expect(page.getByRole('heading', { name: /Every pool is updated/ }).or(verified(page))).toBeVisible();
  await recheck(page);
  await expect(verified(page)).toBeVisible();
  await picture(page, 'verified', consoleProfile);
  await walk(page, '5-verified', consoleProfile, heading);

  await page.getByRole('button', { name: 'Undo: delete the MachineConfig' }).click();
  const undo = page.getByRole('dialog', { name: `Delete ${machineConfig}?` });
  await expect(undo).toContainText('What the guide fixed comes back');
  await setOperator(host, { stepMilliseconds: 400 });
  await undo.getByRole('button', { name: 'Delete and start the rollout' }).click();
  await expect(page.getByRole('heading', { name: /was deleted, and the pools are being updated/ })).toBeVisible();
  await setOperator(host, { stepMilliseconds: 20 });
  await expect(page.getByRole('heading', { name: /The cluster has no MachineConfig/ })).toBeVisible();
});

test('who may not write gets the file and no button', async ({ page, host, consoleProfile }) => {
  await host.setScenario('apply-forbidden');
  await openGuide(page);
  await expect(page.getByRole('heading', { name: /Permission to create MachineConfigs is required/ })).toBeVisible();
  await expect(dryRun(page)).toBeHidden();
  await expect(page.getByRole('link', { name: `Download ${machineConfig}.yaml` })).toBeVisible();
  await picture(page, 'forbidden', consoleProfile);
});

test('who may not see MachineConfigs is told so', async ({ page, host, consoleProfile }) => {
  await host.setScenario('machineconfigs-forbidden');
  await page.goto(guide);
  await expect(page.getByRole('heading', { name: /Permission to list MachineConfigs is required/ })).toBeVisible();
  await picture(page, 'hidden', consoleProfile);
});

test('a webhook that denies it is heard in the dry run', async ({ page, host, consoleProfile }) => {
  await host.setScenario('webhook-denies');
  await openGuide(page);
  await dryRun(page).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The cluster denies it');
  await expect(alert).toContainText('MachineConfigs change on Sundays only');
  await expect(alert).toContainText('Copy or download the file above');
  await expect(create(page)).toHaveAttribute('aria-disabled', 'true');
  await picture(page, 'denied', consoleProfile);
});

test('a paused pool waits, and goes on when it is resumed', async ({ page, host, consoleProfile }) => {
  await setPaused(host, 'worker-b', true);
  await openGuide(page);
  await dryRun(page).click();
  await create(page).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Pool worker-b is paused: nothing happens until it is resumed.');
  await dialog.getByRole('button', { name: 'Create and start the rollout' }).click();
  await expect(page.getByRole('heading', { name: /A paused pool waits until it is resumed/ })).toBeVisible();
  await expect(rollout(page)).toContainText('0 of 14');
  await picture(page, 'paused', consoleProfile);
  await page.getByRole('button', { name: 'Resume updates of pool worker-b' }).click();
  const resume = page.getByRole('dialog', { name: 'Resume updates of pool worker-b?' });
  await expect(resume).toContainText('Everything that waits for this pool is then rolled out');
  await resume.getByRole('button', { name: 'Resume updates' }).click();
  await expect(rollout(page)).toContainText('14 of 14');
});

test('a policy instead of the reboot: added before, in the statement, and taken back after', async ({
  page,
  host,
  consoleProfile,
}) => {
  const other = { path: '/etc/other.conf', actions: [{ type: 'Drain' }] };
  await editPolicy(host, { files: [other] });
  await setOperator(host, { policyMilliseconds: 3_600_000 });
  await openGuide(page);
  await expect(page.getByText(/can replace the reboot: reload NetworkManager\.service/)).toBeVisible();
  const add = page.getByRole('button', { name: 'Add the policy' });
  await add.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('/etc/NetworkManager/conf.d/calico.conf');
  expect(JSON.stringify(await getPolicy(host))).not.toContain('NetworkManager');
  await dialog.getByRole('button', { name: 'Add the policy' }).click();
  await expect(page.getByText(/Waiting for the Machine Config Operator/)).toBeVisible();
  await expect(dryRun(page)).toHaveAttribute('aria-disabled', 'true');
  await picture(page, 'policy-waiting', consoleProfile);
  await setOperator(host, { policyMilliseconds: 200 });
  await expect(page.getByText(/A node disruption policy replaces the reboot/)).toBeVisible();
  expect(JSON.stringify(await getPolicy(host))).toContain(JSON.stringify(other));

  await dryRun(page).click();
  await create(page).click();
  await expect(dialog).toContainText(
    /reload NetworkManager\.service on 14 nodes, at most 1 at a time, without a reboot/,
  );
  await dialog.getByRole('button', { name: 'Create and start the rollout' }).click();
  await expect(rollout(page)).toContainText('14 of 14');

  await page.getByRole('button', { name: 'Undo: delete the MachineConfig' }).click();
  await expect(dialog).toContainText('The node disruption policy stays until the pools are updated');
  await dialog.getByRole('button', { name: 'Delete and start the rollout' }).click();
  await page.getByRole('button', { name: 'Take back the policy' }).click();
  await dialog.getByRole('button', { name: 'Take back the policy' }).click();
  await expect(add).toBeVisible();
  expect(await getPolicy(host)).toEqual({ files: [other] });
});

test('a policy of somebody else is not overwritten', async ({ page, host, complaints }) => {
  await openGuide(page);
  await page.getByRole('button', { name: 'Add the policy' }).click();
  const theirs = { path: '/etc/NetworkManager/conf.d/calico.conf', actions: [{ type: 'None' }] };
  // Between the click and the write, so that the page cannot know of it.
  await page.route(
    (url) => url.pathname.endsWith('/machineconfigurations/cluster') && url.searchParams.has('fieldManager'),
    async (route) => {
      await editPolicy(host, { files: [theirs] });
      await route.continue();
    },
    { times: 1 },
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Add the policy' }).click();
  await expect(page.getByText(/The cluster has another node disruption policy/)).toBeVisible();
  expect(await getPolicy(host)).toEqual({ files: [theirs] });
  expect(complaints.splice(0)).toEqual([expect.stringMatching(/^409: /)]);
});

test('a degraded pool says why', async ({ page, host, consoleProfile }) => {
  await setOperator(host, { degradedPool: 'worker-b' });
  await openGuide(page);
  await apply(page);
  await expect(page.getByRole('heading', { name: /A pool is degraded/ })).toBeVisible();
  await expect(rollout(page)).toContainText('content mismatch for file');
  await expect(rollout(page)).toContainText('1 node degraded');
  await picture(page, 'degraded', consoleProfile);
});

test('somebody else is first: nothing is overwritten, and what is there is shown', async ({
  page,
  host,
  complaints,
  consoleProfile,
}) => {
  await openGuide(page);
  await dryRun(page).click();
  await create(page).click();
  const dialog = page.getByRole('dialog');
  await createConfig(host, 'data:,theirs%0A', machineConfig, { managedFields: [{ manager: 'argocd-controller' }] });
  await dialog.getByRole('button', { name: 'Create and start the rollout' }).click();
  await expect(page.getByRole('alert')).toContainText('It was changed in the meantime');
  await expect(page.getByRole('heading', { name: /that no guide created/ })).toBeVisible();
  await expect(page.getByText('argocd-controller')).toBeVisible();
  await expect(difference(page)).toContainText('− ');
  await expect(difference(page)).toContainText('theirs');
  expect(JSON.stringify(await getConfig(host))).toContain('theirs');
  await picture(page, 'conflict', consoleProfile);
  expect(complaints.splice(0)).toEqual([expect.stringMatching(/^409: /)]);

  await dryRun(page).click();
  await page.getByRole('button', { name: 'Update and start the rollout' }).click();
  await dialog.getByRole('button', { name: 'Update and start the rollout' }).click();
  await expect(page.getByText(/A guide added to an existing MachineConfig/)).toBeVisible();
  expect(JSON.stringify(await getConfig(host))).not.toContain('theirs');
});

test('another MachineConfig that wins is named', async ({ page, host, consoleProfile }) => {
  await createConfig(host, 'data:,theirs%0A', '99-worker-b-zz');
  await openGuide(page);
  const alert = page.getByRole('heading', { name: /Another MachineConfig wins/ });
  await expect(alert).toBeVisible();
  await expect(page.getByText('99-worker-b-zz')).toBeVisible();
  await alert.scrollIntoViewIfNeeded();
  await picture(page, 'fault', consoleProfile);
});

test('a lost answer leaves what the cluster says, also after coming back', async ({ page, host, consoleProfile }) => {
  await host.setScenario('write-lost');
  await setOperator(host, { stepMilliseconds: 3_600_000 });
  await openGuide(page);
  await apply(page);
  await expect(page.getByRole('heading', { name: /The pools are being updated/ })).toBeVisible();
  await picture(page, 'lost', consoleProfile);
  await host.setScenario('normal');

  await page.goto('/calico-readiness');
  await expect(page.getByRole('heading', { name: /^Causes/ })).toBeVisible();
  await page.goto(guide);
  await expect(page.getByRole('heading', { name: /The pools are being updated/ })).toBeVisible();
  await expect(rollout(page)).toContainText('worker-b');
});

test('it goes by keyboard alone, and the focus stays in sight', async ({ page }) => {
  await openGuide(page);
  // It is disabled until the page knows the rights and what the cluster has.
  await expect(dryRun(page)).toBeEnabled();
  await dryRun(page).focus();
  await expect(dryRun(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The API accepts it in a dry run')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(create(page)).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(create(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator(':focus')).toHaveRole('status');
  await expect(page.getByRole('heading', { name: /updated|Verified/ }).first()).toBeVisible();
});

test('a single node and a hosted control plane are told what that means', async ({ page, host, consoleProfile }) => {
  await host.setScenario('single-node');
  await openGuide(page);
  await dryRun(page).click();
  await create(page).click();
  await expect(page.getByRole('dialog')).toContainText('The API and this page go away while it reboots', {
    ignoreCase: true,
  });
  await host.setScenario('hosted');
  await page.goto(`${guide}?platform=rhcos`);
  await expect(page.getByRole('heading', { name: /this cluster takes no MachineConfig/ })).toBeVisible();
  await expect(page.getByRole('group', { name: /^ConfigMap 99-/ })).toContainText('kind: ConfigMap');
  await expect(dryRun(page)).toBeHidden();
  await picture(page, 'hosted', consoleProfile);
});

test('axe has nothing to say of the difference, the dialog and the rollout', async ({ page }) => {
  await openGuide(page);
  await dryRun(page).click();
  await expect(page.getByText('The API accepts it in a dry run')).toBeVisible();
  await expectNoViolations(page);
  await create(page).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Create and start the rollout' }).click();
  await expect(rollout(page)).toContainText('14 of 14');
  await expectNoViolations(page);
});
