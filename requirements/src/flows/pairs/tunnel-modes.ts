import type { Encapsulation, IpFamily } from '../../model/profile-choices';
import type { ProfileValues } from '../../model/profile-values';
import type { PoolReading } from '../../profile/ip-pools';

/** Between which nodes an encapsulation is used. */
export type TunnelMode = 'always' | 'cross-subnet' | 'never';

/** The tunnels of a cluster; IP-in-IP is of IPv4 alone. */
export interface TunnelModes {
  readonly ipip: TunnelMode;
  readonly vxlan: Readonly<Record<IpFamily, TunnelMode>>;
}

/**
 * Between which nodes each encapsulation is used. The profile says whether it is used at all, as Felix sees it; the pools
 * whether only across subnets. A use that no pool explains is one between all nodes: it was declared, or eBPF needs it
 * (Calico documentation, IPPool and eBPF data plane).
 */
export function tunnelModes(profile: ProfileValues, reading: PoolReading): TunnelModes {
  const pools = reading.status === 'read' && !reading.malformed ? reading.pools : undefined;
  const modeOf = (encapsulation: Encapsulation, family: IpFamily): TunnelMode => {
    if (!profile.encapsulation.includes(encapsulation) || !profile.ipFamilies.includes(family)) return 'never';
    if (encapsulation === 'VXLAN' && profile.dataplane === 'BPF') return 'always';
    const everyUse = pools?.filter((pool) => pool.encapsulation.includes(encapsulation)) ?? [];
    const uses = everyUse.filter((pool) => pool.family === family);
    if (uses.length === 0) return everyUse.length === 0 ? 'always' : 'never';
    return uses.every(({ onlyAcrossSubnets }) => onlyAcrossSubnets) ? 'cross-subnet' : 'always';
  };
  return {
    ipip: modeOf('IPIP', 'IPv4'),
    vxlan: { IPv4: modeOf('VXLAN', 'IPv4'), IPv6: modeOf('VXLAN', 'IPv6') },
  };
}
