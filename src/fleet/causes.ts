import { requirementById, rootsOf } from '@calico-readiness/requirements';
import type { Root, Verdict } from '@calico-readiness/requirements';
import type { ReadFinding, ReadReport } from '../k8s/read-node-report';
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

/** The same requirement failing for the same reason on a set of nodes, or several requirements that one root keeps from being met. */
export interface Cause {
  /** Where several requirements fail for one reason. */
  readonly root?: Root;
  /** The requirement; with a root, the first that it explains. */
  readonly requirement: string;
  readonly reason: string;
  /** All that the cause keeps from being met on some node, each with every reason it gives. */
  readonly requirements: readonly string[];
  readonly reasons: readonly string[];
  readonly verdict: Verdict;
  readonly bearing: Bearing;
  readonly rows: readonly NodeRow[];
  /** Most nodes first. */
  readonly pools: readonly AffectedPool[];
  /** When the first of these findings was first seen, in milliseconds since 1970. */
  readonly since?: number;
}

interface Group {
  readonly root: Root | undefined;
  /** Those of the first node; the worst of them decides how the cause bears. */
  readonly findings: readonly ReadFinding[];
  readonly verdict: Verdict;
  readonly requirements: Set<string>;
  readonly reasons: Set<string>;
  readonly rows: NodeRow[];
  since: number | undefined;
}

/** Tells causes apart, in lists and when two fleets are compared. */
export const causeKey = ({
  root,
  requirement,
  reason,
  verdict,
}: Pick<Cause, 'root' | 'requirement' | 'reason' | 'verdict'>): string =>
  root === undefined ? `${requirement} ${reason} ${verdict}` : `${root.id} ${verdict}`;

const bearings: readonly Bearing[] = ['blocks', 'undecided', 'does-not-block'];

/**
 * What keeps nodes from being ready, by cause: blocking ones first, then undecided ones, each with most nodes
 * first. Only current reports count. Flows that nobody has tested are no cause, see `untestedFlows`.
 */
export function causesOf(fleet: Fleet): Cause[] {
  const groups = new Map<string, Group>();
  for (const row of fleet.rows) {
    if (!isCurrent(row)) continue;
    for (const part of partsOf(row.report)) {
      const group = groups.get(part.key) ?? {
        ...part,
        requirements: new Set(),
        reasons: new Set(),
        rows: [],
        since: undefined,
      };
      groups.set(part.key, group);
      group.rows.push(row);
      for (const { requirement, reason, since } of part.findings) {
        group.requirements.add(requirement);
        group.reasons.add(reason);
        if (since !== undefined) group.since = Math.min(since, group.since ?? Infinity);
      }
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

/** What keeps one node from being ready, by cause: roots first, then the findings that have none. */
function partsOf(report: ReadReport): (Pick<Group, 'root' | 'findings' | 'verdict'> & { readonly key: string })[] {
  const unmet = unmetFindings(report).filter((finding) => !isUntestedFlow(finding));
  const found = rootsOf(unmet);
  const explained = new Set(found.flatMap(({ findings }) => findings));
  const parts = [
    ...found,
    ...unmet
      .filter((finding) => !explained.has(finding))
      .map((finding) => ({ root: undefined, verdict: finding.verdict, findings: [finding] })),
  ];
  return parts.map((part) => {
    const [first] = part.findings;
    return { ...part, key: first === undefined ? '' : causeKey({ ...first, ...part }) };
  });
}

function toCause({ root, findings, verdict, requirements, reasons, rows, since }: Group): Cause {
  const [first] = findings;
  return {
    ...(root !== undefined && { root }),
    requirement: first?.requirement ?? '',
    reason: first?.reason ?? '',
    requirements: [...requirements],
    reasons: [...reasons],
    verdict,
    bearing: bearings.find((bearing) => findings.some((finding) => bearingOf(finding) === bearing)) ?? 'does-not-block',
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
