import { endianness } from 'node:os';
import type { Fact, Listener } from '@calico-readiness/requirements';
import { observed, watchedPorts } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import type { Socket } from '../../parsers/proc/proc-net-sockets';
import { parseProcNetSockets } from '../../parsers/proc/proc-net-sockets';
import { architectureOf } from '../architecture';
import { networkTables } from '../network-namespace';
import type { Probe } from '../probe';
import { mostTelling, readParsed } from '../read-parsed';
import { findSocketOwners } from './socket-owners';

/** A busy host has tens of thousands of connections in these tables. */
const longestTable = 64 * 1024 * 1024;

/** The sockets that hold one of Calico's ports in the host's network namespace. */
export const listenersProbe: Probe<'listeners'> = {
  name: 'listeners',
  facts: ['listeners'],
  gather: async (host) => ({ listeners: await gather(host) }),
};

type Protocol = keyof typeof watchedPorts;

async function gather(host: Host): Promise<Fact<readonly Listener[]>> {
  const directory = await networkTables(host.files);
  if (directory.status === 'unavailable') return directory;
  const byteOrder = await byteOrderOf(host);
  const tables = await Promise.all([
    readTable(host.files, directory.value, 'tcp', byteOrder),
    readTable(host.files, directory.value, 'udp', byteOrder),
  ]);
  const failures = tables.filter((table) => table.status === 'unavailable');
  if (failures.length > 0) return mostTelling(failures);
  const bound = tables.flatMap((table) => (table.status === 'observed' ? table.value : []));
  const owners = await findSocketOwners(
    host.files,
    bound.map((socket) => socket.inode),
  );
  const listeners = bound.map(({ protocol, port, address, inode }): Listener => {
    const { name = null, unit } = owners.get(inode) ?? {};
    return { protocol, port, address, process: name, ...(unit !== undefined && { unit }) };
  });
  return observed(distinct(listeners), directory.value);
}

interface BoundSocket extends Socket {
  readonly protocol: Protocol;
}

/** The IPv6 table is not there on a host without IPv6; without the IPv4 table nothing was seen. */
async function readTable(
  files: HostFiles,
  directory: string,
  protocol: Protocol,
  byteOrder: 'little' | 'big',
): Promise<Fact<readonly BoundSocket[]>> {
  const read = (name: string): Promise<Fact<readonly Socket[]>> =>
    readParsed(files, `${directory}/${name}`, (text) => parseProcNetSockets(text, protocol, byteOrder), longestTable);
  const [ipv4, ipv6] = await Promise.all([read(protocol), read(`${protocol}6`)]);
  if (ipv4.status === 'unavailable') return ipv4;
  if (ipv6.status === 'unavailable' && ipv6.reason !== 'not-found') return ipv6;
  const sockets = [...ipv4.value, ...(ipv6.status === 'observed' ? ipv6.value : [])];
  const ports: readonly number[] = watchedPorts[protocol];
  return observed(
    sockets
      .filter((socket) => socket.state === 'listening' && ports.includes(socket.port))
      .map((socket) => ({ ...socket, protocol })),
    ipv4.source,
  );
}

async function byteOrderOf(host: Host): Promise<'little' | 'big'> {
  if (host.live) return endianness() === 'BE' ? 'big' : 'little';
  const architecture = await architectureOf(host);
  const bigEndian = ['s390x', 's390', 'ppc64', 'aarch64_be'];
  return architecture.status === 'observed' && bigEndian.includes(architecture.value) ? 'big' : 'little';
}

/** Several sockets can share a port and an address (SO_REUSEPORT): one of them is enough. */
function distinct(listeners: readonly Listener[]): Listener[] {
  const key = ({ protocol, port, address, process, unit }: Listener): string =>
    JSON.stringify([protocol, port, address, process, unit]);
  return [...new Map(listeners.map((listener) => [key(listener), listener])).values()].sort(
    (left, right) =>
      left.protocol.localeCompare(right.protocol) ||
      left.port - right.port ||
      left.address.localeCompare(right.address),
  );
}
