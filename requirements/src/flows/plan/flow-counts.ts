import type { FlowKey } from '../../model/traffic/flow';
import { flowBit } from '../../model/traffic/flow';
import type { VisitOutcome } from './visit';

/** With how many peers a flow was tested, and with how many of them it was blocked when it was last tested. */
export interface FlowCount {
  readonly tested: number;
  readonly blocked: number;
}

/** What a visit came to, short enough to be kept for half an hour: sets of flows by their `flowBit`. */
interface CountedVisit {
  readonly target: number;
  readonly tested: number;
  readonly blocked: number;
}

/** The visits of the current stretch of five epochs and of the one before, which is over; the oldest first. */
export interface FlowCounts {
  readonly stretch: number;
  readonly current: readonly CountedVisit[];
  readonly previous: readonly CountedVisit[];
}

/** What the last tests of each peer came to, by its key. */
export type CountedPeers = ReadonlyMap<number, CountedVisit>;

/** Nothing counted yet in this stretch. */
export const emptyCounts = (stretch: number): FlowCounts => ({ stretch, current: [], previous: [] });

/** Goes on to another stretch; those in between in which nothing was counted leave nothing. */
export function rolledCounts(counts: FlowCounts, stretch: number): FlowCounts {
  if (stretch === counts.stretch) return counts;
  return stretch === counts.stretch + 1 ? { stretch, current: [], previous: counts.current } : emptyCounts(stretch);
}

/** Adds visits to the current stretch. */
export function countedOutcomes(counts: FlowCounts, done: readonly VisitOutcome[]): FlowCounts {
  const visits = done.map(inShort).filter(({ tested }) => tested !== 0);
  return visits.length === 0 ? counts : { ...counts, current: [...counts.current, ...visits] };
}

function inShort({ target, outcomes }: VisitOutcome): CountedVisit {
  let [tested, blocked] = [0, 0];
  for (const [flow, outcome] of outcomes) {
    if (outcome === 'not-tested') continue;
    tested |= flowBit(flow);
    if (outcome === 'blocked') blocked |= flowBit(flow);
  }
  return { target, tested, blocked };
}

/** The peers of both stretches together, 14 to 29 minutes: who was visited in each is one peer, as it was found last. */
export function countedPeers({ current, previous }: FlowCounts): CountedPeers {
  const peers = new Map<number, CountedVisit>();
  for (const visit of [...previous, ...current]) {
    const { target, tested, blocked } = visit;
    const before = peers.get(target);
    peers.set(
      target,
      before === undefined
        ? visit
        : { target, tested: before.tested | tested, blocked: (before.blocked & ~tested) | blocked },
    );
  }
  return peers;
}

/** How many of the peers a flow was tested with; without those that are no longer to be counted for it. */
export function countOf(
  peers: CountedPeers,
  flow: FlowKey,
  counts: (target: number, flow: FlowKey) => boolean,
): FlowCount {
  const bit = flowBit(flow);
  let [tested, blocked] = [0, 0];
  for (const [target, seen] of peers) {
    if ((seen.tested & bit) === 0 || !counts(target, flow)) continue;
    tested += 1;
    blocked += Number((seen.blocked & bit) !== 0);
  }
  return { tested, blocked };
}
