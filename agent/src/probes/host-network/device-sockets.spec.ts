import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { withoutDeviceSockets } from './device-sockets';
import type { BoundSocket } from './socket-tables';

afterEach(removeTemporaryHosts);

const groups = (...names: string[]): HostTree => ({
  'proc/1/net/igmp':
    'Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n' +
    names
      .map((name, index) => `${String(index)}\t${name.padEnd(10)}:     1      V3\n\t\t\t\t010000E0     1 0:0\t0\n`)
      .join(''),
});
const udp = (port: number, address: string, inode = 15): BoundSocket => ({ protocol: 'udp', port, address, inode });
const left = async (tree: HostTree, ...sockets: BoundSocket[]): Promise<readonly BoundSocket[]> =>
  withoutDeviceSockets(temporaryHost(tree).files, 'proc/1/net', sockets);

describe('a socket that a device of the kernel explains', () => {
  it.each([
    ['vxlan.calico', udp(4789, '0.0.0.0')],
    ['vxlan-v6.calico', udp(4789, '::')],
    ['vxlan_sys_4789', udp(4789, '0.0.0.0')],
    ['vxlan_sys_4789', udp(4789, '::')],
    ['wireguard.cali', udp(51820, '0.0.0.0')],
    ['wireguard.cali', udp(51820, '::')],
    ['wg-v6.cali', udp(51821, '::')],
  ])('is that of %s while it is up: %j', async (name, socket) => {
    expect(await left(groups('lo', name), socket)).toEqual([]);
    expect(await left(groups('lo'), socket)).toEqual([socket]);
    expect(await left({}, socket)).toEqual([socket]);
    expect(await left({ 'proc/1/net/igmp': 'rubbish\n' }, socket)).toEqual([socket]);
  });

  it.each([
    ['another port', udp(8472, '0.0.0.0')],
    ['another family', udp(4789, '::')],
    ['another address', udp(4789, '10.0.0.1')],
    ['another protocol', { ...udp(4789, '0.0.0.0'), protocol: 'tcp' as const }],
  ])('is not one on %s', async (_case, socket) => {
    expect(await left(groups('vxlan.calico', 'flannel.1'), socket)).toEqual([socket]);
  });

  it('is not told where two sockets share the port', async () => {
    const two = [udp(4789, '0.0.0.0', 1), udp(4789, '0.0.0.0', 2)];
    expect(await left(groups('vxlan.calico'), ...two)).toEqual(two);
  });

  it('does not take the others with it', async () => {
    const bgp: BoundSocket = { protocol: 'tcp', port: 179, address: '0.0.0.0', inode: 11 };
    expect(await left(groups('vxlan.calico'), bgp, udp(4789, '0.0.0.0'))).toEqual([bgp]);
  });
});
