import type { Fact } from '../model/fact';
import type { Listener } from '../model/host-facts';

/** A port that a component of Calico binds on a node. */
export interface ComponentPort {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

/**
 * Who holds a port on this node.
 *
 * - `free`: nobody, or the listeners could not be read, which proves nothing either way
 * - `calico`: a component of Calico, or a socket of the kernel, as VXLAN and WireGuard have them
 * - `other`: another process, so that Calico can not bind it
 * - `unidentified`: a process whose name could not be found
 */
export type PortHolder = 'free' | 'calico' | 'other' | 'unidentified';

/** Names of Calico's processes, as /proc/PID/comm has them (at most 15 characters). */
const calicoProcesses = ['bird', 'bird6', 'calico-node', 'calico-typha', 'typha'];

/** Finds out who holds some ports, from the sockets that are bound on this node; the worst answer counts. */
export function portHolder(listeners: Fact<readonly Listener[]>, ports: readonly ComponentPort[]): PortHolder {
  const holders = listenersOn(listeners, ports).map(holderOf);
  return (['other', 'unidentified', 'calico'] as const).find((holder) => holders.includes(holder)) ?? 'free';
}

/** The ports with who listens there: `TCP 179: bird`; without a listener only the ports. */
export function describePorts(listeners: Fact<readonly Listener[]>, ports: readonly ComponentPort[]): string {
  return ports
    .map((port) => {
      const names = [...new Set(listenersOn(listeners, [port]).map(nameOf))];
      const name = `${port.protocol.toUpperCase()} ${port.port}`;
      return names.length === 0 ? name : `${name}: ${names.join(', ')}`;
    })
    .join('; ');
}

function listenersOn(listeners: Fact<readonly Listener[]>, ports: readonly ComponentPort[]): readonly Listener[] {
  if (listeners.status === 'unavailable') return [];
  return listeners.value.filter((listener) =>
    ports.some(({ protocol, port }) => listener.protocol === protocol && listener.port === port),
  );
}

function holderOf({ protocol, process }: Listener): PortHolder {
  // The kernel binds UDP ports for VXLAN and WireGuard devices; no process owns those sockets.
  if (process === null) return protocol === 'udp' ? 'calico' : 'unidentified';
  return calicoProcesses.includes(process) ? 'calico' : 'other';
}

const nameOf = ({ protocol, process }: Listener): string =>
  process ?? (protocol === 'udp' ? 'kernel' : 'unknown process');
