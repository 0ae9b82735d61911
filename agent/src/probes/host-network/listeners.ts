import type { Fact, Listener } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import { networkTables } from '../network-namespace';
import type { Probe } from '../probe';
import { readUnitStates } from '../services/unit-states';
import { withoutDeviceSockets } from './device-sockets';
import { OwnerMemory } from './owner-memory';
import { findSocketOwners } from './socket-owners';
import { readSocketTables } from './socket-tables';

/** The sockets that hold one of Calico's ports in the host's network namespace. */
export const listenersProbe: Probe<'listeners'> = createListenersProbe();

/** The probe with a memory of its own, which lasts from one look at the running system to the next; a tree that was captured has no next. */
export function createListenersProbe(): Probe<'listeners'> {
  let running: { readonly root: string; readonly memory: OwnerMemory } | undefined;
  const memoryOf = ({ files: { root }, live }: Host): OwnerMemory => {
    if (!live) return new OwnerMemory();
    if (running?.root !== root) running = { root, memory: new OwnerMemory() };
    return running.memory;
  };
  return {
    name: 'listeners',
    facts: ['listeners'],
    gather: async (host) => ({ listeners: await gather(host, memoryOf(host)) }),
  };
}

async function gather(host: Host, memory: OwnerMemory): Promise<Fact<readonly Listener[]>> {
  const directory = await networkTables(host.files);
  if (directory.status === 'unavailable') return directory;
  const sockets = await readSocketTables(host, directory.value);
  if (sockets.status === 'unavailable') return sockets;
  const perhapsHeld = await withoutDeviceSockets(host.files, directory.value, sockets.value);
  const owners = await findSocketOwners(
    host.files,
    perhapsHeld.map(({ inode }) => inode),
    memory,
  );
  const listeners = sockets.value.map(({ protocol, port, address, inode }): Listener => {
    const { name = null, unit } = owners.get(inode) ?? {};
    return { protocol, port, address, process: name, ...(unit !== undefined && { unit }) };
  });
  return observed(distinct(host.when === 'next boot' ? await atNextBoot(host, listeners) : listeners), directory.value);
}

/** Without those of services that the next boot does not start; of all others nothing says that they will be gone. */
async function atNextBoot(host: Host, listeners: readonly Listener[]): Promise<readonly Listener[]> {
  const units = [...new Set(listeners.flatMap(({ unit }) => (unit?.endsWith('.service') === true ? [unit] : [])))];
  const states = units.length === 0 ? undefined : await readUnitStates(host, units);
  if (states?.status !== 'observed') return listeners;
  return listeners.filter(({ unit }) => unit === undefined || states.value.get(unit)?.active !== false);
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
