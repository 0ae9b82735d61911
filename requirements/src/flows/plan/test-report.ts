import type { FlowKey } from '../../model/traffic/flow';
import { flowKeys } from '../../model/traffic/flow';
import type { FlowAnswers } from '../../model/traffic/flow-tests';
import { mostFailingPeers } from './plan-limits';
import { countOf } from './flow-counts';
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
  /** Peers tested in the last 14 to 29 minutes. */
  readonly tested: number;
  /** Those of them with which it was blocked; the failing are among them, as long as that time lasts. */
  readonly blocked: number;
  /** At most ten, each by three strikes. */
  readonly failing: readonly FailingPeer[];
  /** That the node answers challenges over the flow. */
  readonly answers?: FlowAnswers;
}

/** What a node reports of its tests: one entry for each flow that it tested or of which peers fail. */
export function testReport({ counts, suspects }: TestState): readonly FlowReport[] {
  const failing = new Map<FlowKey, Suspect[]>();
  for (const suspect of suspects.values())
    if (isFailing(suspect)) failing.set(suspect.flow, [...(failing.get(suspect.flow) ?? []), suspect]);
  return flowKeys.flatMap((flow) => {
    const { tested, blocked } = countOf(counts, flow);
    const named = (failing.get(flow) ?? []).slice(0, mostFailingPeers);
    if (tested === 0 && named.length === 0) return [];
    const peers = named.map((suspect) => {
      const { target, firstAt, failedAt, lastAt } = suspect;
      return { target, firstAt, failedAt: failedAt ?? lastAt, recentAt: recentAtOf(suspect), lastAt };
    });
    return [{ flow, tested, blocked: Math.max(blocked, peers.length), failing: peers }];
  });
}
