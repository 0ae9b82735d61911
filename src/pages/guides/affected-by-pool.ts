import type { NodeRow } from '../../fleet/node-row';
import type { AffectedRow } from './affected-nodes';

/** How many nodes of a pool a guide would fix. */
export interface PoolShare {
  /** Null for nodes without pool and role. */
  readonly pool: string | null;
  readonly affected: number;
  readonly nodes: number;
}

/** The pools with affected nodes, most affected first. */
export function affectedByPool(rows: readonly NodeRow[], affected: readonly AffectedRow[]): PoolShare[] {
  const count = (members: readonly NodeRow[], pool: string | null): number =>
    members.filter((row) => (row.pool?.name ?? null) === pool).length;
  const affectedRows = affected.map(({ row }) => row);
  return [...new Set(affectedRows.map((row) => row.pool?.name ?? null))]
    .map((pool) => ({ pool, affected: count(affectedRows, pool), nodes: count(rows, pool) }))
    .sort((one, other) => other.affected - one.affected || (one.pool ?? '').localeCompare(other.pool ?? '', 'en'));
}
