import type { FlowKey } from '../../model/traffic/flow';
import type { VisitOutcome } from './visit';

/** How many peers a flow was tested with, and with how many of them it was blocked. */
export interface FlowCount {
  readonly tested: number;
  readonly blocked: number;
}

/** The counts of the current stretch of five epochs and of the one before, which is over. */
export interface FlowCounts {
  readonly stretch: number;
  readonly current: ReadonlyMap<FlowKey, FlowCount>;
  readonly previous: ReadonlyMap<FlowKey, FlowCount>;
}

const none: FlowCount = { tested: 0, blocked: 0 };

/** Nothing counted yet in this stretch. */
export const emptyCounts = (stretch: number): FlowCounts => ({ stretch, current: new Map(), previous: new Map() });

/** Goes on to another stretch; those in between in which nothing was counted leave nothing. */
export function rolledCounts(counts: FlowCounts, stretch: number): FlowCounts {
  if (stretch === counts.stretch) return counts;
  return stretch === counts.stretch + 1
    ? { stretch, current: new Map(), previous: counts.current }
    : emptyCounts(stretch);
}

/** Adds visits to the current stretch. */
export function countedOutcomes(counts: FlowCounts, done: readonly VisitOutcome[]): FlowCounts {
  if (done.length === 0) return counts;
  const current = new Map(counts.current);
  for (const { outcomes } of done) {
    for (const [flow, outcome] of outcomes) {
      if (outcome === 'not-tested') continue;
      const { tested, blocked } = current.get(flow) ?? none;
      current.set(flow, { tested: tested + 1, blocked: blocked + Number(outcome === 'blocked') });
    }
  }
  return { ...counts, current };
}

/** Both stretches together, 14 to 29 minutes; each peer is counted once in each. */
export function countOf({ current, previous }: FlowCounts, flow: FlowKey): FlowCount {
  const [now, before] = [current.get(flow) ?? none, previous.get(flow) ?? none];
  return { tested: now.tested + before.tested, blocked: now.blocked + before.blocked };
}
