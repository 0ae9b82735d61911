import { machineConfigRoleLabel } from '@calico-readiness/requirements';
import type { NodeRow } from '../../fleet/node-row';
import { selects } from '../../fleet/pool';
import type { MachineConfigPoolObject } from '../../k8s/models';
import type { AffectedRow } from './affected-nodes';

/** What a MachineConfig for a role does to one pool. */
export interface PoolReach {
  readonly pool: string;
  /** RHCOS nodes of the pool: those that the MachineConfig changes. */
  readonly nodes: number;
  /** How many of them the guide would fix. */
  readonly affected: number;
  /** Nodes of the pool that are not RHCOS; a MachineConfig does not reach them. */
  readonly otherNodes: number;
  /** The pool has another name than the role and selects it all the same. */
  readonly inherits: boolean;
  /** Nothing happens in the pool until it is resumed. */
  readonly paused: boolean;
}

/** The pools that a MachineConfig for `role` reaches: the role's own first, then by name. */
export function poolsReached(
  role: string,
  rows: readonly NodeRow[],
  affected: readonly AffectedRow[],
  pools: readonly MachineConfigPoolObject[],
): PoolReach[] {
  const affectedNames = new Set(affected.map(({ row }) => row.name));
  const reached = pools.filter((pool) => selects(pool.spec?.machineConfigSelector, { [machineConfigRoleLabel]: role }));
  // Without MachineConfigPools to read, the role is all that is known.
  const known =
    pools.length === 0
      ? [{ name: role, paused: false }]
      : reached.map((pool) => ({ name: nameOf(pool), paused: pool.spec?.paused === true }));
  return known
    .map(({ name, paused }) => {
      const members = rows.filter((row) => row.pool?.name === name);
      const rhcos = members.filter((row) => row.system.family === 'rhcos');
      return {
        pool: name,
        nodes: rhcos.length,
        affected: rhcos.filter((row) => affectedNames.has(row.name)).length,
        otherNodes: members.length - rhcos.length,
        inherits: name !== role,
        paused,
      };
    })
    .sort((one, other) => Number(one.inherits) - Number(other.inherits) || one.pool.localeCompare(other.pool));
}

/**
 * The roles for which a MachineConfig makes sense, best first: those that reach the most affected nodes, and of
 * these the ones that disturb the fewest others. Every pool when no node is affected or nobody knows.
 */
export function rolesToOffer(
  rows: readonly NodeRow[],
  affected: readonly AffectedRow[],
  pools: readonly MachineConfigPoolObject[],
): string[] {
  const names =
    pools.length > 0
      ? pools.map(nameOf)
      : rows.flatMap((row) => (row.system.family === 'rhcos' ? (row.pool?.name ?? []) : []));
  const roles = [...new Set(names)].sort().map((role) => {
    const reach = poolsReached(role, rows, affected, pools);
    return { role, affected: sum(reach.map((pool) => pool.affected)), nodes: sum(reach.map((pool) => pool.nodes)) };
  });
  const useful = roles.filter((role) => role.affected > 0);
  const offered = (useful.length > 0 ? useful : roles).sort(
    (one, other) => other.affected - one.affected || one.nodes - other.nodes,
  );
  if (useful.length === 0)
    offered.sort((one, other) => Number(other.role === 'worker') - Number(one.role === 'worker'));
  return offered.length > 0 ? offered.map(({ role }) => role) : ['worker'];
}

const nameOf = (pool: MachineConfigPoolObject): string => pool.metadata?.name ?? '';
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
