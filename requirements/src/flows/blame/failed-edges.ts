import type { FlowKey } from '../../model/traffic/flow';
import type { FlowAnswers } from '../../model/traffic/flow-tests';
import type { FailingPeer, FlowReport } from '../plan/test-report';
import type { Ring } from '../plan/ring';
import { mostFailingPeers } from '../plan/plan-limits';
import { suspectKey } from '../plan/suspects';
import { standingOver } from './flow-answers';
import type { Standing } from './standing';

export type { Standing };

/** What one node reported of its tests, not older than reports may be. */
export interface SourceReport {
  /** The node, by its key. */
  readonly source: number;
  readonly flows: readonly FlowReport[];
}

/** A flow from one node to another that fails, by their places in the ring. */
export interface FailedEdge {
  readonly source: number;
  readonly target: number;
  /** How many blocked peers of the source it stands for: a source names ten and counts the others. At least 1. */
  readonly weight: number;
}

/** What is known of one flow: the failing pairs, and how much each node tested. */
export interface FlowEvidence {
  readonly edges: readonly FailedEdge[];
  /** By place. */
  readonly reports: ReadonlyMap<number, FlowReport>;
}

/** The evidence of all flows. It may be gathered anew for each flow that is asked for, so that never all of it is held. */
export type EvidenceByFlow = Iterable<readonly [FlowKey, FlowEvidence]>;

/** Clocks of nodes may differ by so many milliseconds. */
const clockMargin = 60_000;

/**
 * The failing pairs of each flow, but for those that are Unknown. A pair fails only where the peer was there all the
 * while: its node Ready and its agent running from before the first of three strikes, and reporting after the last. A
 * peer that left, is cordoned, not ready or silent, or whose agent started anew in between, explains the strikes itself.
 * The node that tests may have seen so itself; else the standings tell, for peers of which there is one.
 * A flow that answers nobody by itself fails only where both ends report that they answer over it.
 */
export function flowEvidence(
  ring: Ring,
  reports: readonly SourceReport[],
  standings: ReadonlyMap<number, Standing>,
): ReadonlyMap<FlowKey, FlowEvidence> {
  const evidence = new Map<FlowKey, { edges: FailedEdge[]; reports: Map<number, FlowReport> }>();
  const answers = new Map<string, FlowAnswers>();
  for (const { source, flows } of reports)
    for (const report of flows)
      if (report.answers !== undefined) answers.set(suspectKey(source, report.flow), report.answers);
  for (const { source, flows } of reports) {
    const place = ring.places.get(source);
    if (place === undefined) continue;
    for (const report of flows) {
      const ofFlow = evidence.get(report.flow) ?? { edges: [], reports: new Map<number, FlowReport>() };
      evidence.set(report.flow, ofFlow);
      ofFlow.reports.set(place, report);
      // Who names fewer than it may names all; the count of blocked visits has peers twice that were visited twice.
      const namesAll = report.failing.length < mostFailingPeers;
      const weight = namesAll ? 1 : Math.max(1, report.blocked / report.failing.length);
      for (const peer of report.failing) {
        const target = ring.places.get(peer.target);
        const ends = [report.answers, answers.get(suspectKey(peer.target, report.flow))] as const;
        const standing = standingOver(report.flow, standings.get(peer.target), ...ends);
        if (target === undefined || target === place || ring.peers[target]?.answers !== true) continue;
        if (peer.proven === true || (standing !== undefined && wasThere(peer, standing)))
          ofFlow.edges.push({ source: place, target, weight });
      }
    }
  }
  return evidence;
}

/** Whether a peer was there all the while that it failed; all times in milliseconds since 1970. */
export function wasThere({ firstAt, failedAt, recentAt, lastAt }: FailingPeer, standing: Standing): boolean {
  if (standing.readySince === undefined) return false;
  const since = Math.max(standing.readySince, standing.agentSince) + clockMargin;
  return (since <= firstAt && standing.reportedAt >= failedAt) || (since <= recentAt && standing.reportedAt >= lastAt);
}
