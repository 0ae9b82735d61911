import type { HostVariant } from './host-variants';

/** What is known of one node of the fleet: a report, an old report, or nothing. */
export type Reporting = 'fresh' | 'stale' | 'none';

export interface PlannedNode {
  readonly name: string;
  readonly pool: PoolName;
  readonly zone: ZoneName;
  readonly variant: HostVariant;
  readonly reporting: Reporting;
}

export const poolNames = ['master', 'worker', 'worker-b', 'infra'] as const;
export type PoolName = (typeof poolNames)[number];

type Shares = readonly (readonly [HostVariant, number])[];

export const zoneNames = ['zone-a', 'zone-b', 'zone-c'] as const;
export type ZoneName = (typeof zoneNames)[number];

/** Shares in per mille; what remains is stock. */
const usual: Readonly<Record<PoolName, Shares>> = {
  master: [],
  worker: [
    ['firewalld-active', 60],
    ['modules-not-installed', 40],
    ['nftables-starts-at-boot', 20],
    ['networkmanager-not-readable', 30],
    ['kernel-too-old-for-ebpf', 50],
  ],
  'worker-b': [
    ['networkmanager-manages-vxlan', 520],
    ['networkmanager-manages-everything', 40],
    ['modules-blocked', 30],
  ],
  infra: [['networkmanager-not-readable', 200]],
};

/** The usual fleet, and one in whose worker-b a file of the site is read after the documented file. */
const variantsOf = {
  usual,
  'conflicting-files': { ...usual, 'worker-b': [['networkmanager-list-replaced', 560]] },
} as const satisfies Readonly<Record<string, Readonly<Record<PoolName, Shares>>>>;

export type FleetName = keyof typeof variantsOf;

const poolSizes = (nodes: number): Readonly<Record<PoolName, number>> => {
  const master = nodes >= 5 ? 3 : 1;
  const infra = nodes >= 20 ? Math.max(2, Math.round(nodes / 100)) : 0;
  const workerB = Math.floor((nodes - master - infra) * 0.4);
  return { master, worker: nodes - master - infra - workerB, 'worker-b': workerB, infra };
};

const variantAt = (shares: Shares, index: number, size: number): HostVariant => {
  // Cumulative shares, rounded up, so that every variant occurs in a small fleet as well.
  let end = 0;
  for (const [variant, share] of shares) {
    end += Math.ceil((size * share) / 1000);
    if (index < end) return variant;
  }
  return 'stock';
};

/** The third zone is a smaller one that a pool was extended into. */
const zoneAt = (pool: PoolName, index: number, size: number): ZoneName => {
  if (pool === 'worker-b' && index < size / 4) return 'zone-c';
  return index % 2 === 0 ? 'zone-a' : 'zone-b';
};

/** The same fleet for the same number and name, node by node. */
export const planFleet = (nodes: number, fleet: FleetName = 'usual'): readonly PlannedNode[] => {
  const sizes = poolSizes(nodes);
  const planned = poolNames.flatMap((pool) =>
    Array.from({ length: sizes[pool] }, (_value, index) => ({
      name: `${pool}-${String(index).padStart(pool === 'master' ? 1 : 4, '0')}.sample.example`,
      pool,
      zone: zoneAt(pool, index, sizes[pool]),
      variant: variantAt(variantsOf[fleet][pool], index, sizes[pool]),
    })),
  );
  return planned.map((node, index) => ({
    ...node,
    reporting: nodes >= 10 && index % 37 === 13 ? 'stale' : nodes >= 10 && index % 41 === 11 ? 'none' : 'fresh',
  }));
};
