import type { FlowKey } from '../../model/traffic/flow';
import { flowKeys } from '../../model/traffic/flow';
import type { FlowAnswers } from '../../model/traffic/flow-tests';
import { mostFailingPeers } from './plan-limits';
import { countedPeers, countOf } from './flow-counts';
import type { Suspect } from './suspects';
import { isFailing, recentAtOf } from './suspects';
import type { TestState } from './visits';

/** A peer with which a flow fails. Times in milliseconds since 1970. */
export interface FailingPeer {
  /** The peer, by its key. */
  readonly target: number;
  readonly firstAt: number;
  /** The third strike. */
  readonly failedAt: number;
  /** The third last visit that was blocked, and the last one. */
  readonly recentAt: number;
  readonly lastAt: number;
  /** Whether the node itself saw that the peer was there all the while; left out where it did not look. */
  readonly proven?: boolean;
}

/** What a node reports of one flow. */
export interface FlowReport {
  readonly flow: FlowKey;
  /** Peers tested in the last 14 to 29 minutes, each once. */
  readonly tested: number;
  /** Those of them with which it was blocked the last time; the failing are among them, as long as that time lasts. */
  readonly blocked: number;
  /** At most ten, each by three strikes. */
  readonly failing: readonly FailingPeer[];
  /** That the node answers challenges over the flow. */
  readonly answers?: FlowAnswers;
}

/**
 * What a node reports of its tests: one entry for each flow that it tested or of which peers fail. `needs` tells which
 * peers still need a flow: one that left the cluster was tested, and is no peer.
 */
export function testReport(
  { counts, suspects }: TestState,
  needs: (target: number, flow: FlowKey) => boolean = () => true,
): readonly FlowReport[] {
  const peers = countedPeers(counts);
  const failing = new Map<FlowKey, Suspect[]>();
  for (const suspect of suspects.values())
    if (isFailing(suspect)) failing.set(suspect.flow, [...(failing.get(suspect.flow) ?? []), suspect]);
  return flowKeys.flatMap((flow) => {
    const { tested, blocked } = countOf(peers, flow, needs);
    const named = (failing.get(flow) ?? []).slice(0, mostFailingPeers);
    if (tested === 0 && named.length === 0) return [];
    const failingPeers = named.map((suspect) => {
      const { target, firstAt, failedAt, lastAt } = suspect;
      return { target, firstAt, failedAt: failedAt ?? lastAt, recentAt: recentAtOf(suspect), lastAt };
    });
    return [{ flow, tested, blocked: Math.max(blocked, failingPeers.length), failing: failingPeers }];
  });
}
