import type { CalicoMtu, ProfileValues } from '../../model/profile-values';
import type { FlowKey } from '../../model/traffic/flow';
import { flowOf, inSmallPackets } from '../../model/traffic/flow';
import type { PeerNetwork } from '../pairs/peer-network';
import { devicePattern } from './device-pattern';
import type { HostDevice } from './host-mtu';
import { hostMtu } from './host-mtu';

/** A tunnel: what says its size, what its heads take in bytes, and which device Calico makes for it. */
interface Tunnel {
  readonly setting: Exclude<keyof CalicoMtu, 'pods' | 'interfacePattern'>;
  readonly overhead: number;
  readonly device: string;
}

/** projectcalico/calico felix/dataplane/linux/int_dataplane.go, the same in all releases. */
const tunnels: Readonly<Partial<Record<FlowKey, Tunnel>>> = {
  'ipip-IPv4': { setting: 'ipip', overhead: 20, device: 'tunl0' },
  'vxlan-IPv4': { setting: 'vxlan', overhead: 50, device: 'vxlan.calico' },
  'vxlan-IPv6': { setting: 'vxlanV6', overhead: 70, device: 'vxlan-v6.calico' },
  'wireguard-IPv4': { setting: 'wireguard', overhead: 60, device: 'wireguard.cali' },
  'wireguard-IPv6': { setting: 'wireguardV6', overhead: 80, device: 'wg-v6.cali' },
};

const tunnelDevices: ReadonlySet<string> = new Set(Object.values(tunnels).map(({ device }) => device));

/** Which devices of a host have to be known for `packetSize`. */
export function countsForSize(name: string, { calicoVersion, mtu }: ProfileValues): boolean {
  return tunnelDevices.has(name) || (devicePattern(calicoVersion, mtu?.interfacePattern)?.test(name) ?? false);
}

/**
 * The largest packet in bytes, with the head of IP, in which Calico would send traffic of pods over a tunnel from this host.
 * Pods get the smallest size of all tunnels that are used (determinePodMTU), or what the Installation says; a tunnel has what
 * is set for it, else that of the host without its heads. Where Calico has made its device already, no more than that takes:
 * settings of calico-node itself stand in no object. Undefined where it cannot be known, and for a flow that is no tunnel.
 */
export function packetSize(
  flow: FlowKey,
  profile: ProfileValues,
  modes: PeerNetwork['tunnels'],
  devices: readonly HostDevice[],
): number | undefined {
  const own = tunnels[inSmallPackets(flow)];
  const { mtu = {}, calicoVersion } = profile;
  const pattern = devicePattern(calicoVersion, mtu.interfacePattern);
  if (own === undefined) return undefined;
  const host = pattern && hostMtu(devices, pattern, calicoVersion);
  const sizeOf = ({ setting, overhead }: Tunnel): number | undefined =>
    mtu.pods ?? mtu[setting] ?? (host === undefined ? undefined : host - overhead);
  const used = Object.entries(tunnels).filter(([key]) => isUsed(key as FlowKey, profile, modes));
  const sizes = [own, ...used.map(([, tunnel]) => tunnel)].map(sizeOf);
  const made = devices.find(({ name, running }) => running && name === own.device);
  const known = sizes.filter((size) => size !== undefined);
  if (known.length < sizes.length) return undefined;
  return Math.min(...known, made?.mtu ?? Infinity) + own.overhead;
}

function isUsed(key: FlowKey, profile: ProfileValues, modes: PeerNetwork['tunnels']): boolean {
  const { protocol, family } = flowOf(key);
  if (!profile.ipFamilies.includes(family)) return false;
  switch (protocol) {
    case 'ipip':
      return profile.encapsulation.includes('IPIP');
    case 'vxlan':
      return profile.encapsulation.includes('VXLAN') && modes?.vxlan[family] !== 'never';
    case 'wireguard':
      return profile.wireguard;
    case 'bgp':
    case 'typha':
      return false;
    default:
      return protocol satisfies never;
  }
}
