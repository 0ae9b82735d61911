import type { Fact } from '../model/fact';
import type { Listener } from '../model/host-network';

/** A port that a component of Calico binds on a node. */
export interface ComponentPort {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

/**
 * The ports whose sockets an agent looks for: BGP and Typha, the health ports of Typha and Felix and what they are on
 * OpenShift; VXLAN, and WireGuard for IPv4 and IPv6. Of another port nothing is known.
 */
export const watchedPorts = { tcp: [179, 5473, 9098, 9099, 9198, 9199], udp: [4789, 51820, 51821] } as const;

/**
 * Who holds a port on this node.
 *
 * - `free`: nobody, or the listeners could not be read, which proves nothing either way
 * - `calico`: a component of Calico
 * - `kernel`: a socket of UDP that no process was found for. VXLAN and WireGuard devices have such ones; whose, is not said
 * - `other`: another process, so that Calico cannot bind it
 * - `unidentified`: a process whose name could not be found
 */
export type PortHolder = 'free' | 'calico' | 'kernel' | 'other' | 'unidentified';

/**
 * Names of Calico's processes, as /proc/PID/comm has them (at most 15 characters). From v3.33 one program, `calico`, is
 * every component but BIRD (projectcalico/calico node/Dockerfile).
 */
const calicoProcesses = ['bird', 'bird6', 'calico-node', 'calico-typha', 'typha', 'calico'];

/** `calico-node.service` and its kin run Calico without pods; Calico's documentation on hosts outside the cluster has them. */
const calicoUnit = /^calico(?![a-z])/;

/** Finds out who holds some ports, from the sockets that are bound on this node; the worst answer counts. */
export function portHolder(listeners: Fact<readonly Listener[]>, ports: readonly ComponentPort[]): PortHolder {
  const holders = listenersOn(listeners, ports).map(holderOf);
  return (['other', 'unidentified', 'kernel', 'calico'] as const).find((holder) => holders.includes(holder)) ?? 'free';
}

/** The ports with who listens there: `TCP 179: bird (bird.service)`; without a listener only the ports. */
export function describePorts(listeners: Fact<readonly Listener[]>, ports: readonly ComponentPort[]): string {
  return ports
    .map((port) => {
      const name = `${port.protocol.toUpperCase()} ${port.port}`;
      const holders = listenersOn(listeners, [port]);
      return holders.length === 0 ? name : `${name}: ${[...new Set(holders.map(nameOf))].join(', ')}`;
    })
    .join('; ');
}

/** The sockets that are bound to one of the ports; none where they could not be read. */
export function listenersOn(
  listeners: Fact<readonly Listener[]>,
  ports: readonly ComponentPort[],
): readonly Listener[] {
  if (listeners.status === 'unavailable') return [];
  return listeners.value.filter((listener) =>
    ports.some(({ protocol, port }) => listener.protocol === protocol && listener.port === port),
  );
}

/** Whose socket it is. A process of the host's own service is not Calico's, whatever its name: many hosts have a BIRD of theirs. */
export function holderOf({ protocol, process, unit }: Listener): Exclude<PortHolder, 'free'> {
  if (process === null) return protocol === 'udp' ? 'kernel' : 'unidentified';
  if (unit !== undefined && !calicoUnit.test(unit)) return 'other';
  return calicoProcesses.includes(process) ? 'calico' : 'other';
}

/** The holder's name for people: process and unit. */
export function nameOf({ protocol, process, unit }: Listener): string {
  if (process === null) return protocol === 'udp' ? 'kernel' : 'unknown process';
  return unit === undefined ? process : `${process} (${unit})`;
}
