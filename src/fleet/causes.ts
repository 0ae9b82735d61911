import { bearingOfFindings, compareCauses } from '@calico-readiness/requirements';
import type { Bearing, Root, Verdict } from '@calico-readiness/requirements';
import type { Fleet } from './build-fleet';
import { affectedPools } from './affected-pools';
import type { AffectedPool } from './affected-pools';
import { isCurrent } from './node-row';
import type { NodeRow } from './node-row';
import { causesOfReport } from './node-causes';
import type { NodeCause } from './node-causes';

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

/** The findings are those of the first node; the worst of them decides how the cause bears. */
interface Group extends NodeCause {
  readonly requirements: Set<string>;
  readonly reasons: Set<string>;
  readonly rows: NodeRow[];
  since: number | undefined;
}

/**
 * What keeps nodes from being ready, by cause: blocking ones first, then undecided ones, each with most nodes
 * first. Only current reports count. Flows that nobody has tested are no cause, see `untestedFlows`.
 */
export function causesOf(fleet: Fleet): Cause[] {
  const groups = new Map<string, Group>();
  for (const row of fleet.rows) {
    if (!isCurrent(row)) continue;
    for (const part of causesOfReport(row.report)) {
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
    .sort((one, other) => compareCauses({ ...one, nodes: one.rows.length }, { ...other, nodes: other.rows.length }));
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
    bearing: bearingOfFindings(findings),
    rows,
    pools: affectedPools(rows),
    ...(since !== undefined && { since }),
  };
}
