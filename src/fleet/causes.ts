import { bearingOfFindings, compareCauses } from '@calico-readiness/requirements';
import type { Bearing, Root, Verdict } from '@calico-readiness/requirements';
import type { Fleet } from './build-fleet';
import { affectedPools } from './affected-pools';
import type { AffectedPool } from './affected-pools';
import { isCurrent } from './node-row';
import type { NodeRow } from './node-row';
import { causesOfReport } from './node-causes';
import type { NodeCause } from './node-causes';

/** A cause with the number of its nodes: all that a summary knows of it. */
export interface CountedCause {
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
  /** How many nodes it is on, without those on which all of it is waived. */
  readonly nodes: number;
  /** How many nodes it is on where all of it is waived. */
  readonly waivedNodes: number;
  /** Most nodes first; absent where only the number of nodes is known. */
  readonly pools?: readonly AffectedPool[];
  /** When the first of these findings was first seen, in milliseconds since 1970. */
  readonly since?: number;
}

/** The same requirement failing for the same reason on a set of nodes, or several requirements that one root keeps from being met. */
export interface Cause extends CountedCause {
  readonly rows: readonly NodeRow[];
  /** The nodes on which all of it is waived; they are not among the others. */
  readonly waived: readonly NodeRow[];
  readonly pools: readonly AffectedPool[];
}

/** The findings are those of the first node; the worst of them decides how the cause bears. */
interface Group extends NodeCause {
  readonly requirements: Set<string>;
  readonly reasons: Set<string>;
  readonly rows: NodeRow[];
  readonly waived: NodeRow[];
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
        waived: [],
        since: undefined,
      };
      groups.set(part.key, group);
      const isWaived = part.findings.every(({ requirement }) => row.waived?.has(requirement) === true);
      group[isWaived ? 'waived' : 'rows'].push(row);
      for (const { requirement, reason, since } of part.findings) {
        group.requirements.add(requirement);
        group.reasons.add(reason);
        if (since !== undefined) group.since = Math.min(since, group.since ?? Infinity);
      }
    }
  }
  return [...groups.values()].map(toCause).sort(compareCauses);
}

function toCause({ root, findings, verdict, requirements, reasons, rows, waived, since }: Group): Cause {
  const [first] = findings;
  return {
    ...(root !== undefined && { root }),
    requirement: first?.requirement ?? '',
    reason: first?.reason ?? '',
    requirements: [...requirements],
    reasons: [...reasons],
    verdict,
    // Where it is waived on every node it holds nothing back.
    bearing: rows.length === 0 ? 'does-not-block' : bearingOfFindings(findings),
    rows,
    nodes: rows.length,
    waived,
    waivedNodes: waived.length,
    pools: affectedPools(rows.length === 0 ? waived : rows),
    ...(since !== undefined && { since }),
  };
}
