import type { BgpTable } from './bgp-table';
import type { TunnelMode, TunnelModes } from './tunnel-modes';

/** What the list of peers says of all pairs together, for agents that cannot read Calico's objects. */
export interface PeerNetwork {
  /** Between which nodes each encapsulation is used; undefined where nobody says it. */
  readonly tunnels: TunnelModes | undefined;
  /** Whether sessions of the mesh have a password (BGPConfiguration spec.nodeMeshPassword). */
  readonly bgpPassword: 'yes' | 'no' | 'unknown';
  /** Who speaks BGP with whom, by the roles of peers; left out where the list says nothing of it. */
  readonly bgp?: BgpTable;
}

/** The list says nothing of it, as that of an earlier controller. */
export const unknownPeerNetwork: PeerNetwork = { tunnels: undefined, bgpPassword: 'unknown' };

const words = ['ipip', 'vxlan4', 'vxlan6'] as const;
const modes: readonly TunnelMode[] = ['always', 'cross-subnet', 'never'];

/** In one line, as the `network` of each shard's ConfigMap: `ipip=never vxlan4=cross-subnet vxlan6=never password=no`. */
export function peerNetworkLine({ tunnels, bgpPassword }: PeerNetwork): string {
  const values = tunnels && [tunnels.ipip, tunnels.vxlan.IPv4, tunnels.vxlan.IPv6];
  const written = values?.map((mode, index) => `${words[index] ?? ''}=${mode}`) ?? [];
  return [...written, `password=${bgpPassword}`].join(' ');
}

/** Reads a line that anybody may have written; what is not as `peerNetworkLine` writes it says nothing. Never throws. */
export function readPeerNetwork(line: unknown): PeerNetwork {
  if (typeof line !== 'string' || line.length > 200) return unknownPeerNetwork;
  const values = new Map(line.split(' ').map((pair) => pair.split('=', 2) as [string, string | undefined]));
  const [ipip, vxlan4, vxlan6] = words.map((word) => modes.find((mode) => mode === values.get(word)));
  const password = values.get('password');
  return {
    tunnels: ipip && vxlan4 && vxlan6 ? { ipip, vxlan: { IPv4: vxlan4, IPv6: vxlan6 } } : undefined,
    bgpPassword: password === 'yes' || password === 'no' ? password : 'unknown',
  };
}
