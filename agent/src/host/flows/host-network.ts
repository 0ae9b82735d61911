import { endianness, networkInterfaces } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { Parsed } from '../../parsers/parsed';
import type { PortUse } from '../../parsers/proc/proc-net-connections';
import { ConnectionTableReader } from '../../parsers/proc/proc-net-connections';
import { parseNetSnmp, parseNetSnmp6 } from '../../parsers/proc/proc-net-snmp';
import { createHostFiles } from '../create-host-files';
import type { Network } from './network';
import { openRaw } from './raw-socket';
import { sourceAddress } from './source-address';
import { connectOnce } from './tcp-connect';

const byteOrder = endianness() === 'BE' ? 'big' : 'little';

/** A busy host has hundreds of thousands of connections in these tables. */
const longestTable = 64 * 1024 * 1024;

/** The network that this process is in. `root` has the files of another machine only in tests. */
export async function createNetwork(root = '/'): Promise<Network> {
  return {
    elsewhere: await otherNetwork(root),
    ownAddresses: new Set(
      Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => address)),
    ),
    connect: connectOnce,
    portUse: (port) => readPortUse(root, port),
    unreachables: (family) => readUnreachables(root, family),
    openRaw,
    sourceOf: sourceAddress,
    byteOrder,
    now: () => performance.now(),
    wait: (milliseconds) => setTimeout(milliseconds),
  };
}

/** Whether this process is in the network namespace of the host's first process; who may not see that is taken to be. */
async function otherNetwork(root: string): Promise<string | undefined> {
  const [host, own] = await Promise.all([
    createHostFiles(root).readLink('proc/1/ns/net'),
    createHostFiles('/').readLink('proc/self/ns/net'),
  ]);
  return host.status === 'observed' && own.status === 'observed' && host.value !== own.value
    ? "this process is not in the host's network"
    : undefined;
}

/** Both families; the IPv6 table is not there on a host without IPv6. */
async function readPortUse(root: string, port: number): Promise<Fact<PortUse>> {
  const [ipv4, ipv6] = await Promise.all([readTable(root, 'tcp', port), readTable(root, 'tcp6', port)]);
  if (ipv4.status === 'unavailable') return ipv4;
  if (ipv6.status === 'unavailable') return ipv6.reason === 'not-found' ? ipv4 : ipv6;
  const { established, listening } = ipv4.value;
  return observed(
    {
      established: [...established, ...ipv6.value.established],
      listening: listening || ipv6.value.listening,
    },
    ipv4.source,
  );
}

async function readTable(root: string, name: 'tcp' | 'tcp6', port: number): Promise<Fact<PortUse>> {
  const reader = new ConnectionTableReader({ port, byteOrder });
  const path = `proc/1/net/${name}`;
  // What was read of a host's files is remembered: each look is one at a new host.
  const read = await createHostFiles(root).readPieces(path, (piece) => reader.take(piece), longestTable);
  return read.status === 'observed' ? factOf(reader.end(), path) : read;
}

async function readUnreachables(root: string, family: 4 | 6): Promise<number | undefined> {
  const text = await createHostFiles(root).readText(family === 4 ? 'proc/1/net/snmp' : 'proc/1/net/snmp6');
  if (text.status === 'unavailable') return undefined;
  const count = family === 4 ? parseNetSnmp(text.value) : parseNetSnmp6(text.value);
  return count.status === 'parsed' ? count.value : undefined;
}

const factOf = <T>(result: Parsed<T>, source: string): Fact<T> =>
  result.status === 'parsed'
    ? observed(result.value, source)
    : unavailable(result.tooLarge === true ? 'too-large' : 'malformed', source, result.detail);
