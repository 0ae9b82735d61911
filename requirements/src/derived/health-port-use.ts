import type { HostFacts } from '../model/host-facts';
import type { Listener } from '../model/host-network';
import type { ProfileValues } from '../model/profile-values';
import { openshiftPlatform } from './openshift-platform';
import type { PortHolder } from './port-use';
import { holderOf, nameOf, watchedPorts } from './port-use';

/** The TCP ports at which Felix and Typha tell whether they are well. */
export interface HealthPorts {
  readonly felix: number;
  readonly typha: number;
}

/** Felix's default, and what Calico's operator sets on OpenShift, where 9099 is the cluster version operator's. */
const defaults = { other: 9099, openshift: 9199 } as const;

/** Typha's port is the one before Felix's: so are the defaults, and so Calico's operator sets it (pkg/render/typha.go). */
const healthPorts = (felix: number): HealthPorts => ({ felix, typha: felix - 1 });

/**
 * The health ports that may be this node's: one pair where the profile or the operating system tells, else that of
 * OpenShift and that of other clusters.
 */
export function possibleHealthPorts(
  { ports }: ProfileValues,
  { operatingSystem }: Pick<HostFacts, 'operatingSystem'>,
): readonly HealthPorts[] {
  if (ports.felixHealth !== undefined) return [healthPorts(ports.felixHealth)];
  const platform = openshiftPlatform(operatingSystem);
  return (platform === 'undecided' ? Object.values(defaults) : [defaults[platform]]).map(healthPorts);
}

/** Who stands in the way of a socket on one port, and whom for people. */
export interface HealthPortUse {
  readonly holder: Exclude<PortHolder, 'kernel'> | 'unwatched';
  /** `TCP 9099: java`, `TCP 9099: free`. */
  readonly described: string;
}

/**
 * Who holds a health port. Felix and Typha listen on `localhost` (HealthHost in their config_params.go), so that a
 * listener on another address of the node, or on ::1, is in nobody's way.
 */
export function healthPortUse(listeners: readonly Listener[], port: number): HealthPortUse {
  const name = `TCP ${String(port)}`;
  const watched: readonly number[] = watchedPorts.tcp;
  if (!watched.includes(port)) return { holder: 'unwatched', described: `${name}: not looked at` };
  const found = listeners.filter(
    (listener) => listener.protocol === 'tcp' && listener.port === port && takesLocalhost(listener.address),
  );
  const holders = found.map(holderOf);
  // Who has 127.0.0.1 has it alone; a listener on :: beside it is one for IPv6 only.
  const holder = (['calico', 'other', 'unidentified'] as const).find((candidate) => holders.includes(candidate));
  const names = [...new Set(found.map(nameOf))];
  return { holder: holder ?? 'free', described: `${name}: ${names.length === 0 ? 'free' : names.join(', ')}` };
}

/** 127.0.0.1, all addresses of IPv4, all of both families (ipv6(7), IPV6_V6ONLY), and how the kernel writes the first two in tcp6. */
const takesLocalhost = (address: string): boolean =>
  ['127.0.0.1', '0.0.0.0', '::', '::ffff:7f00:1', '::ffff:0:0', '::ffff:127.0.0.1', '::ffff:0.0.0.0'].includes(address);
