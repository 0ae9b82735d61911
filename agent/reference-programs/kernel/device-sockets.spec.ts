import { withoutDeviceSockets } from '../../src/probes/host-network/device-sockets';
import { readSocketTables } from '../../src/probes/host-network/socket-tables';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { runReferenceProgram } from '../reference-programs';

afterEach(removeTemporaryHosts);

const device = (name: string, rest: string): string => `ip link add ${name} type vxlan ${rest} dstport 4789`;
const plain = device('vxlan.calico', 'id 4096 local 127.0.0.1 nolearning');
const plainIpv6 = device('vxlan-v6.calico', 'id 4096 local ::1 nolearning');
const up = (name: string): string => `ip link set ${name} up`;
/** A process with Calico's port, until the shell ends it. */
const holder = `require('dgram').createSocket('udp4').bind(4789, () => setInterval(() => {}, 1000))`;
const process = `${globalThis.process.execPath} -e "${holder}" < /dev/null > /dev/null 2>&1 & sleep 1`;

/** The sockets on Calico's ports of a namespace in which the shell has made something, and those that no device explains. */
async function sockets(...made: string[]): Promise<{ readonly all: number; readonly unexplained: number }> {
  const names = ['tcp', 'tcp6', 'udp', 'udp6', 'igmp'];
  const files = `for file in ${names.join(' ')}; do echo "@$file"; cat /proc/net/$file; done`;
  const script = ['ip link set lo up', ...made, files, 'kill $! 2> /dev/null'].join('\n');
  const { output } = runReferenceProgram('unshare', ['--net', 'sh'], `${script}\n`);
  const parts = output.split(/^@/m).map((part): [string, string] => {
    const [name = '', ...text] = part.split('\n');
    return [`proc/1/net/${name}`, text.join('\n')];
  });
  const host = temporaryHost(
    Object.fromEntries(parts.filter(([path]) => names.some((name) => path.endsWith(`/${name}`)))),
  );
  const tables = await readSocketTables(host, 'proc/1/net');
  if (tables.status === 'unavailable') throw new Error(JSON.stringify(tables));
  const unexplained = await withoutDeviceSockets(host.files, 'proc/1/net', tables.value);
  return { all: tables.value.length, unexplained: unexplained.length };
}

describe('the socket of a VXLAN device, in the kernel of this machine', () => {
  it.each([
    ['one that is up', [plain, up('vxlan.calico')]],
    ['one for IPv6 that is up', [plainIpv6, up('vxlan-v6.calico')]],
    ['one that is up again', [plain, up('vxlan.calico'), 'ip link set vxlan.calico down', up('vxlan.calico')]],
  ])('is told by the device: %s', async (_case, made) => {
    expect(await sockets(...made)).toEqual({ all: 1, unexplained: 0 });
  });

  it('is told by Open vSwitch’s, which has one of each family', async () => {
    expect(await sockets(device('vxlan_sys_4789', 'external'), up('vxlan_sys_4789'))).toEqual({
      all: 2,
      unexplained: 0,
    });
  });

  it.each([
    ['that is not up', [plain]],
    ['that was up', [plain, up('vxlan.calico'), 'ip link set vxlan.calico down']],
  ])('is not there with a device %s', async (_case, made) => {
    expect(await sockets(...made)).toEqual({ all: 0, unexplained: 0 });
  });

  it.each([
    ['before the device', [process, plain, up('vxlan.calico')]],
    ['after the device went down', [plain, up('vxlan.calico'), 'ip link set vxlan.calico down', process]],
    ['without a device', [process]],
  ])('is not taken for that of a process: %s', async (_case, made) => {
    expect(await sockets(...made)).toEqual({ all: 1, unexplained: 1 });
  });
});
