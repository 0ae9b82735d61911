import { endianness } from 'node:os';
import type { Fact } from '@calico-readiness/requirements';
import { observed, watchedPorts } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { Socket } from '../../parsers/proc/proc-net-sockets';
import { SocketTableReader } from '../../parsers/proc/proc-net-sockets';
import { architectureOf } from '../architecture';
import { mostTelling, parseFact } from '../read-parsed';

/** A busy host has hundreds of thousands of connections in these tables. */
const longestTable = 64 * 1024 * 1024;

/**
 * A kernel's read of a table ends where the next row does not fit into a page any more, so that one of less than half the smallest page has reached
 * the end (seq_read_iter in fs/seq_file.c). Hearing that from another read costs the kernel a walk through all of its empty connection
 * table, which takes 10 ms of 24 GB of memory.
 */
const leastBeforeEnd = 2048;

type Protocol = keyof typeof watchedPorts;

/** A socket that holds one of Calico's ports. */
export interface BoundSocket extends Socket {
  readonly protocol: Protocol;
}

/** The sockets on Calico's ports in the tables of one network namespace, `directory` being where they are (proc_pid_net(5)). */
export async function readSocketTables(host: Host, directory: string): Promise<Fact<readonly BoundSocket[]>> {
  const byteOrder = await byteOrderOf(host);
  const tables = await Promise.all([
    readBothFamilies(host, directory, 'tcp', byteOrder),
    readBothFamilies(host, directory, 'udp', byteOrder),
  ]);
  const failures = tables.filter((table) => table.status === 'unavailable');
  if (failures.length > 0) return mostTelling(failures);
  return observed(
    tables.flatMap((table) => (table.status === 'observed' ? table.value : [])),
    directory,
  );
}

/** The IPv6 table is not there on a host without IPv6; without the IPv4 table nothing was seen. */
async function readBothFamilies(
  host: Host,
  directory: string,
  protocol: Protocol,
  byteOrder: 'little' | 'big',
): Promise<Fact<readonly BoundSocket[]>> {
  const [ipv4, ipv6] = await Promise.all([
    readTable(host, `${directory}/${protocol}`, protocol, byteOrder),
    readTable(host, `${directory}/${protocol}6`, protocol, byteOrder),
  ]);
  if (ipv4.status === 'unavailable') return ipv4;
  if (ipv6.status === 'unavailable' && ipv6.reason !== 'not-found') return ipv6;
  const sockets = [...ipv4.value, ...(ipv6.status === 'observed' ? ipv6.value : [])];
  return observed(
    sockets.map((socket) => ({ ...socket, protocol })),
    ipv4.source,
  );
}

async function readTable(
  { files, live }: Host,
  path: string,
  protocol: Protocol,
  byteOrder: 'little' | 'big',
): Promise<Fact<readonly Socket[]>> {
  const ports = new Set<number>(watchedPorts[protocol]);
  const reader = new SocketTableReader({ protocol, byteOrder, ports, live });
  const take = (piece: Uint8Array): 'more' | 'enough' =>
    reader.take(piece) === 'enough' || (live && piece.byteLength < leastBeforeEnd) ? 'enough' : 'more';
  const read = await files.readPieces(path, take, longestTable);
  return parseFact(read, () => reader.end());
}

async function byteOrderOf(host: Host): Promise<'little' | 'big'> {
  if (host.live) return endianness() === 'BE' ? 'big' : 'little';
  const architecture = await architectureOf(host);
  const bigEndian = ['s390x', 's390', 'ppc64', 'aarch64_be'];
  return architecture.status === 'observed' && bigEndian.includes(architecture.value) ? 'big' : 'little';
}
