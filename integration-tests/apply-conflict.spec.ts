import { apply, applyFleet, difference, machineConfig, recheck, resetCluster, rollout, verified } from './apply-steps';
import { expect, test } from './host';
import { pictureFile } from './pictures';

test.use({ hostArguments: [...applyFleet, '--fleet', 'conflicting-files'] });
test.beforeEach(async ({ host }) => resetCluster(host));

const file = '/etc/NetworkManager/conf.d';
const cell = 'worker-b-0000.sample.example/networkmanager-ignores-vxlan-calico';

test('where a later file replaces the list of the documented one, the file that suffices leads to green', async ({
  page,
  consoleProfile,
}) => {
  await page.goto('/calico-readiness');
  await page.getByRole('link', { name: 'Guide: NetworkManager' }).first().click();
  await expect(
    page.getByText(/^The change is predicted to suffice on (\d+) of \1 nodes with a prediction\.$/),
  ).toBeVisible();
  // Why the documented file is not enough, and what differs in the one that is.
  await expect(page.getByText('A later file that sets unmanaged-devices replaces the list')).toBeVisible();
  await expect(page.getByText(`${file}/zz-site.conf: unmanaged-devices=interface-name:eth1`)).toBeVisible();
  await expect(page.getByText('its name has it read after them')).toBeVisible();
  await expect(difference(page)).toContainText(`${file}/~calico.conf`);
  await expect(difference(page)).toContainText('unmanaged-devices+=interface-name:cali*');
  await expect(difference(page)).not.toContainText(`${file}/calico.conf`);
  await page.screenshot({ path: pictureFile('apply-conflicting-files', consoleProfile), fullPage: true });

  await apply(page);
  await expect(rollout(page)).toContainText('14 of 14');
  await recheck(page);
  await expect(verified(page)).toBeVisible();
  await expect(page.getByText(machineConfig).first()).toBeVisible();

  await page.goto(`/calico-readiness/nodes?cell=${cell}`);
  await expect(
    page.getByRole('gridcell', { name: /, Pass, worker-b-0000\.sample\.example$/, selected: true }),
  ).toBeVisible();
});
