import type { Cloud, Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { HostTree } from '../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { cloudProbe } from './cloud';

afterEach(removeTemporaryHosts);

const tag = 'sys/class/dmi/id/chassis_asset_tag';
const azureTag = '7783-7084-3265-9085-8269-3286-77\n';
const azureByTag = observed<Cloud>('azure', tag);
const azureByCommandLine = observed<Cloud>('azure', 'proc/cmdline');

describe('the cloud of a machine', () => {
  it.each<[string, HostTree, Fact<Cloud>]>([
    ['Azure by its firmware', { [tag]: azureTag }, azureByTag],
    ['Azure on RHCOS', { 'proc/cmdline': 'ro ignition.platform.id=azure root=UUID=1\n' }, azureByCommandLine],
    ['Azure on Flatcar', { 'proc/cmdline': 'flatcar.oem.id=azure\n' }, azureByCommandLine],
    ['Azure by both', { [tag]: azureTag, 'proc/cmdline': 'ignition.platform.id=azure\n' }, azureByTag],
    [
      'Azure by the command line alone',
      { [tag]: '\n', 'proc/cmdline': 'ignition.platform.id=azure\n' },
      azureByCommandLine,
    ],
    ['no cloud by QEMU', { [tag]: '\n', 'proc/cmdline': 'quiet\n' }, observed('other', tag)],
    [
      'another Hyper-V',
      { [tag]: '1234-5678\n', 'sys/class/dmi/id/sys_vendor': 'Microsoft Corporation\n' },
      observed('other', tag),
    ],
    ['RHCOS on AWS', { 'proc/cmdline': 'ignition.platform.id=aws\n' }, observed('other', 'proc/cmdline')],
    [
      'IBM Z',
      { 'sys/class/tty/console/active': 'ttysclp0\n', 'proc/cmdline': 'quiet\n' },
      observed('other', 'sys/class'),
    ],
  ])('is %s', async (_case, tree, cloud) => {
    expect((await cloudProbe.gather(temporaryHost(tree))).cloud).toEqual(cloud);
  });

  it.each<[string, HostTree]>([
    ['nothing was captured', {}],
    ['neither was captured', { 'proc/cmdline': 'quiet\n', 'sys/kernel/security/lsm': 'capability\n' }],
    ['the tag was not captured', { 'proc/cmdline': 'quiet\n', 'sys/class/dmi/id/sys_vendor': 'QEMU\n' }],
    ['the tag is rubbish', { [tag]: 'a\u0000b' }],
  ])('is not known where %s', async (_case, tree) => {
    expect((await cloudProbe.gather(temporaryHost(tree))).cloud.status).toBe('unavailable');
  });

  it('says why where the firmware was read and not understood', async () => {
    expect((await cloudProbe.gather(temporaryHost({ [tag]: 'a\u0000b' }))).cloud).toEqual(
      unavailable('malformed', tag, 'is no text of a firmware'),
    );
  });
});
