import type { HostVariant } from './host-variants';

/** What is known of one node of the fleet: a report, an old report, or nothing. */
export type Reporting = 'fresh' | 'stale' | 'none';

export interface PlannedNode {
  readonly name: string;
  readonly pool: PoolName;
  readonly variant: HostVariant;
  readonly reporting: Reporting;
}

export const poolNames = ['master', 'worker', 'worker-b', 'infra'] as const;
export type PoolName = (typeof poolNames)[number];

/** Shares in per mille; what remains is stock. */
const variantsOf: Readonly<Record<PoolName, readonly (readonly [HostVariant, number])[]>> = {
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

const poolSizes = (nodes: number): Readonly<Record<PoolName, number>> => {
  const master = nodes >= 5 ? 3 : 1;
  const infra = nodes >= 20 ? Math.max(2, Math.round(nodes / 100)) : 0;
  const workerB = Math.floor((nodes - master - infra) * 0.4);
  return { master, worker: nodes - master - infra - workerB, 'worker-b': workerB, infra };
};

const variantAt = (pool: PoolName, index: number, size: number): HostVariant => {
  // Cumulative shares, rounded up, so that every variant occurs in a small fleet as well.
  let end = 0;
  for (const [variant, share] of variantsOf[pool]) {
    end += Math.ceil((size * share) / 1000);
    if (index < end) return variant;
  }
  return 'stock';
};

/** The same fleet for the same number, node by node. */
export const planFleet = (nodes: number): readonly PlannedNode[] => {
  const sizes = poolSizes(nodes);
  const planned = poolNames.flatMap((pool) =>
    Array.from({ length: sizes[pool] }, (_value, index) => ({
      name: `${pool}-${String(index).padStart(pool === 'master' ? 1 : 4, '0')}.sample.example`,
      pool,
      variant: variantAt(pool, index, sizes[pool]),
    })),
  );
  return planned.map((node, index) => ({
    ...node,
    reporting: nodes >= 10 && index % 37 === 13 ? 'stale' : nodes >= 10 && index % 41 === 11 ? 'none' : 'fresh',
  }));
};
