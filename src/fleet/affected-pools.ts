import type { NodeRow } from './node-row';

/** The nodes of one pool that a cause affects. */
export interface AffectedPool {
  readonly name: string | null;
  readonly nodes: number;
  /** The operating system, when it is the same on all of them and not RHCOS: a MachineConfig does not reach them. */
  readonly system: string | null;
}

/** The pools of these nodes, most nodes first. */
export function affectedPools(rows: readonly NodeRow[]): AffectedPool[] {
  const byPool = new Map<string | null, NodeRow[]>();
  for (const row of rows) {
    const name = row.pool?.name ?? null;
    const members = byPool.get(name);
    if (members === undefined) byPool.set(name, [row]);
    else members.push(row);
  }
  return [...byPool]
    .map(([name, members]) => {
      const systems = new Set(members.map((row) => row.system.name));
      const [system] = systems;
      const outside = members.every((row) => row.system.family !== 'rhcos');
      return { name, nodes: members.length, system: systems.size === 1 && outside && system ? system : null };
    })
    .sort((one, other) => other.nodes - one.nodes || (one.name ?? '').localeCompare(other.name ?? '', 'en'));
}
