import { requirementById } from '@calico-readiness/requirements';
import type { Verdict } from '@calico-readiness/requirements';
import type { ReadFinding } from '../k8s/read-node-report';
import type { Fleet } from './build-fleet';
import { isCurrent } from './node-row';
import type { NodeRow } from './node-row';
import { isUntestedFlow, unmetFindings } from './unmet-findings';

/** How a cause bears on readiness, in the order in which causes are listed. */
export type Bearing = 'blocks' | 'undecided' | 'does-not-block';

/** The nodes of one pool that a cause affects. */
export interface AffectedPool {
  readonly name: string | null;
  readonly nodes: number;
  /** The operating system, when it is the same on all of them and not RHCOS: a MachineConfig does not reach them. */
  readonly system: string | null;
}

/** The same requirement failing for the same reason on a set of nodes. */
export interface Cause {
  readonly requirement: string;
  readonly reason: string;
  readonly verdict: Verdict;
  readonly bearing: Bearing;
  readonly rows: readonly NodeRow[];
  /** Most nodes first. */
  readonly pools: readonly AffectedPool[];
  /** When the first of these findings was first seen, in milliseconds since 1970. */
  readonly since?: number;
}

interface Group {
  readonly finding: ReadFinding;
  readonly rows: NodeRow[];
  since: number | undefined;
}

const bearings: readonly Bearing[] = ['blocks', 'undecided', 'does-not-block'];

/**
 * What keeps nodes from being ready, by cause: blocking ones first, then undecided ones, each with most nodes
 * first. Only current reports count. Flows that nobody has tested are no cause, see `untestedFlows`.
 */
export function causesOf(fleet: Fleet): Cause[] {
  const groups = new Map<string, Group>();
  for (const row of fleet.rows) {
    if (!isCurrent(row)) continue;
    for (const finding of unmetFindings(row.report)) {
      if (isUntestedFlow(finding)) continue;
      const key = `${finding.requirement} ${finding.reason} ${finding.verdict}`;
      const group = groups.get(key) ?? { finding, rows: [], since: undefined };
      groups.set(key, group);
      group.rows.push(row);
      if (finding.since !== undefined) group.since = Math.min(finding.since, group.since ?? Infinity);
    }
  }
  return [...groups.values()]
    .map(toCause)
    .sort(
      (one, other) =>
        bearings.indexOf(one.bearing) - bearings.indexOf(other.bearing) ||
        other.rows.length - one.rows.length ||
        one.requirement.localeCompare(other.requirement, 'en'),
    );
}

function toCause({ finding, rows, since }: Group): Cause {
  return {
    requirement: finding.requirement,
    reason: finding.reason,
    verdict: finding.verdict,
    bearing: bearingOf(finding),
    rows,
    pools: affectedPools(rows),
    ...(since !== undefined && { since }),
  };
}

/** The rule of the node verdict, seen from one finding. */
function bearingOf({ requirement: id, verdict }: ReadFinding): Bearing {
  if (verdict === 'Fail') return 'blocks';
  const requirement = requirementById(id);
  const undecided =
    verdict === 'Unknown' &&
    (requirement === undefined || (requirement.scope === 'host' && requirement.level === 'required'));
  return undecided ? 'undecided' : 'does-not-block';
}

function affectedPools(rows: readonly NodeRow[]): AffectedPool[] {
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
