import { defaultProfileValues } from '../../model/profile-defaults';
import type { ProfileValues } from '../../model/profile-values';

/** One kind of packet between nodes, as a firewall rule names it; IP-in-IP has no ports. */
export type Traffic =
  | { readonly protocol: 'tcp' | 'udp'; readonly port: number; readonly use: string }
  | { readonly protocol: 'ipip'; readonly use: string };

/** What a profile sends between nodes, without the API server, which is no part of Calico. */
function profileTraffic(profile: ProfileValues): readonly Traffic[] {
  const { bgp, encapsulation, typha, wireguard, ipFamilies, ports } = profile;
  const wireguardPorts = [
    ...(ipFamilies.includes('IPv4') ? [ports.wireguard] : []),
    ...(ipFamilies.includes('IPv6') ? [ports.wireguardV6] : []),
  ];
  return [
    ...(bgp ? [{ protocol: 'tcp', port: ports.bgp, use: 'BGP' } as const] : []),
    ...(encapsulation.includes('IPIP') ? [{ protocol: 'ipip', use: 'IP-in-IP' } as const] : []),
    ...(encapsulation.includes('VXLAN') ? [{ protocol: 'udp', port: ports.vxlan, use: 'VXLAN' } as const] : []),
    ...(wireguard ? wireguardPorts.map((port) => ({ protocol: 'udp', port, use: 'WireGuard' }) as const) : []),
    ...(typha ? [{ protocol: 'tcp', port: ports.typha, use: 'Typha' } as const] : []),
  ];
}

/** What all of these profiles send, each once. */
export function trafficOf(profiles: readonly ProfileValues[]): readonly Traffic[] {
  const all = profiles.flatMap(profileTraffic);
  return [...new Map(all.map((traffic) => [trafficName(traffic), traffic])).values()];
}

/** As firewalls call it, with what uses it, e.g. `UDP 4789 (VXLAN)`. */
export const trafficName = (traffic: Traffic): string =>
  traffic.protocol === 'ipip'
    ? `IP protocol 4 (${traffic.use})`
    : `${traffic.protocol.toUpperCase()} ${String(traffic.port)} (${traffic.use})`;

/** Everything that Calico may send, where nobody knows what the cluster does. */
const everything = profileTraffic({
  ...defaultProfileValues,
  bgp: true,
  encapsulation: ['IPIP', 'VXLAN'],
  typha: true,
  wireguard: true,
  ipFamilies: ['IPv4', 'IPv6'],
});

/** What has to be opened, with the ports of the affected nodes' profile. */
export const toOpen = ({ traffic }: { readonly traffic: readonly Traffic[] }): readonly Traffic[] =>
  traffic.length > 0 ? traffic : everything;
