import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { devicesBelow } from './network-devices';

const table = (...names: readonly string[]): string =>
  ['Inter-|   Receive', ' face |bytes', ...names.map((name) => `${name}: 0 0`), ''].join('\n');
const device = (name: string, mtu: string, state: string) => ({
  [`sys/class/net/${name}/mtu`]: `${mtu}\n`,
  [`sys/class/net/${name}/operstate`]: `${state}\n`,
});
const devicesOf = (tree: Readonly<Record<string, string>>) =>
  devicesBelow(temporaryHost(tree).files.root)((name) => name !== 'lo');

afterEach(removeTemporaryHosts);

describe('the network devices of a host', () => {
  it('are told with their size, and whether they run', async () => {
    const tree = {
      'proc/1/net/dev': table('lo', 'eth0', 'tunl0', 'eth1'),
      ...device('eth0', '1500', 'up'),
      ...device('tunl0', '1480', 'unknown'),
      ...device('eth1', '9000', 'down'),
    };
    expect(await devicesOf(tree)).toEqual([
      { name: 'eth0', mtu: 1500, running: true },
      { name: 'tunl0', mtu: 1480, running: true },
      { name: 'eth1', mtu: 9000, running: false },
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['there is no table', device('eth0', '1500', 'up')],
    ['the table is none', { 'proc/1/net/dev': 'eth0', ...device('eth0', '1500', 'up') }],
    ['sysfs is that of another network', { 'proc/1/net/dev': table('eth0'), ...device('eth9', '1500', 'up') }],
    ['a size is no number', { 'proc/1/net/dev': table('eth0'), ...device('eth0', '1500 bytes', 'up') }],
    ['there are too many', { 'proc/1/net/dev': table(...Array.from({ length: 257 }, (_, index) => `eth${index}`)) }],
  ])('are Unknown where %s', async (_, tree) => {
    expect(await devicesOf(tree)).toBeUndefined();
  });
});
