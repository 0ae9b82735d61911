import { observed, unavailable } from '@calico-readiness/requirements';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { tunnelDevicesProbe } from './tunnel-devices';

afterEach(removeTemporaryHosts);

const table = (...names: string[]): string =>
  `Inter-|   Receive\n face |bytes\n${names.map((name) => `${name}: 0 0\n`).join('')}`;
const device = (name: string, type: string): HostTree => ({
  [`sys/class/net/${name}/uevent`]: `${type === '' ? '' : `DEVTYPE=${type}\n`}INTERFACE=${name}\n`,
});
const gather = async (tree: HostTree, denied: readonly string[] = []) =>
  (await tunnelDevicesProbe.gather(temporaryHost(tree, { files: (files) => denyingFiles(files, ...denied) })))
    .tunnelDevices;
const devices = (vxlan: readonly string[], wireguard: readonly string[] = []) =>
  observed({ vxlan, wireguard }, 'proc/1/net/dev');

describe('the tunnel devices of the host’s network namespace', () => {
  it('are those that sysfs shows to be one, the telling names first', async () => {
    const tree = {
      'proc/1/net/dev': table('lo', 'eth0', 'flannel.1', 'wg0', 'wireguard.cali', 'vxlan_sys_4789', 'cali0123456789a'),
      ...device('lo', ''),
      ...device('eth0', ''),
      ...device('flannel.1', 'vxlan'),
      ...device('wg0', 'wireguard'),
      ...device('cali0123456789a', 'vxlan'),
    };
    expect(await gather(tree)).toEqual(devices(['vxlan_sys_4789', 'flannel.1'], ['wireguard.cali', 'wg0']));
  });

  it('are not those of another namespace that sysfs may show', async () => {
    expect(await gather({ 'proc/1/net/dev': table('lo', 'flannel.1'), ...device('vxlan7', 'vxlan') })).toEqual(
      devices([]),
    );
  });

  it('are known by the names of Calico and Open vSwitch where sysfs shows nothing', async () => {
    const tree = {
      'proc/1/net/dev': table('vxlan.calico', 'vxlan-v6.calico', 'vxlan_sys_4789', 'wg-v6.cali', 'vxlan1'),
    };
    expect(await gather(tree)).toEqual(devices(['vxlan-v6.calico', 'vxlan.calico', 'vxlan_sys_4789'], ['wg-v6.cali']));
  });

  it('are looked up for a thousand devices and no more', async () => {
    const names = Array.from({ length: 1_001 }, (_, index) => `d${String(index)}`);
    const tree = { ...device('d0', 'vxlan'), 'proc/1/net/dev': table(...names) };
    expect(await gather(tree)).toEqual(devices([]));
    expect(await gather({ ...tree, 'proc/1/net/dev': table(...names.slice(1), 'cali0123456789a') })).toEqual(
      devices([]),
    );
    expect(await gather({ ...tree, 'proc/1/net/dev': table(...names.slice(0, -1)) })).toEqual(devices(['d0']));
  });

  it.each([
    ['there is no /proc', {}, [], unavailable('not-found', 'proc/1/net')],
    ['the table is not there', { 'proc/1/net/tcp': '' }, [], unavailable('not-found', 'proc/1/net/dev')],
    [
      'the table is rubbish',
      { 'proc/1/net/dev': 'rubbish\n' },
      [],
      unavailable('malformed', 'proc/1/net/dev', 'has no header of a device table'),
    ],
    [
      'the table may not be read',
      { 'proc/1/net/dev': table('lo') },
      ['proc/1/net/dev'],
      unavailable('denied', 'proc/1/net/dev'),
    ],
  ])('are not known when %s', async (_case, tree, denied, expected) => {
    expect(await gather(tree, denied)).toEqual(expected);
  });
});
