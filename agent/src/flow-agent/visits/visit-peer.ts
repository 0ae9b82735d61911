import type { FlowKey } from '@calico-readiness/requirements';
import type { Clock } from '../clock';
import { aheadOf, wasSet } from '../clock';
import type { FlowSeen, VisitProbe, VisitQuestion } from './visit-probe';

/** Milliseconds by which a busy machine may be late without a doubt about what it saw. */
const lateBy = 1_500;

const isBlocked = ({ outcome }: FlowSeen): boolean => outcome !== 'open' && outcome !== 'not-tested';

/**
 * Makes a visit by all probes at once, each with the flows that it tests. What nobody tests is not built in. Where the
 * process was paused meanwhile, or the clock was set, nothing counts as blocked: an answer may have been lost with the
 * time. Never rejects; `failed` hears of what a probe rejects with.
 */
export async function visitPeer(
  probes: readonly VisitProbe[],
  question: VisitQuestion,
  clock: Clock,
  failed: (error: unknown) => void,
): Promise<ReadonlyMap<FlowKey, FlowSeen>> {
  const seen = new Map<FlowKey, FlowSeen>(
    question.flows.map((flow) => [flow, { outcome: 'not-tested', reason: 'not-built-in' }]),
  );
  const ahead = aheadOf(clock);
  const visits = probes.map(async (probe) => {
    const flows = question.flows.filter((flow) => probe.tests(flow));
    if (flows.length === 0) return;
    const began = clock.steady();
    const answers = await answersOf(probe, { ...question, flows }, failed);
    const inTime = clock.steady() - began <= probe.longestMs + lateBy && !wasSet(clock, ahead);
    for (const flow of flows) {
      const answer = answers.get(flow) ?? { outcome: 'not-tested' };
      seen.set(flow, isBlocked(answer) && (!inTime || question.signal.aborted) ? { outcome: 'not-tested' } : answer);
    }
  });
  await Promise.all(visits);
  return seen;
}

async function answersOf(
  probe: VisitProbe,
  question: VisitQuestion,
  failed: (error: unknown) => void,
): Promise<ReadonlyMap<FlowKey, FlowSeen>> {
  try {
    return await probe.visit(question);
  } catch (error) {
    failed(error);
    return new Map();
  }
}
