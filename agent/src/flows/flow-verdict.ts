import type { NodeVerdict, Verdict } from '@calico-readiness/requirements';
import type { FlowOutcome } from './outcome';

/** Whether a refused flow is right: before an installation nobody listens yet. */
export type Expectation = 'nobody need listen' | 'somebody listens';

/** What an outcome means for its flow. */
export function verdictOfOutcome(
  outcome: FlowOutcome,
  expectation: Expectation,
): Extract<Verdict, 'Pass' | 'Fail' | 'Unknown'> {
  switch (outcome) {
    case 'open':
      return 'Pass';
    case 'refused':
      return expectation === 'somebody listens' ? 'Fail' : 'Pass';
    case 'filtered':
    case 'prohibited':
    case 'unreachable':
      return 'Fail';
    case 'untested':
      return 'Unknown';
    default:
      return outcome satisfies never;
  }
}

/** What all flows mean together; one that is blocked outweighs those that were not tested. */
export function verdictOfFlows(verdicts: readonly Verdict[]): NodeVerdict {
  if (verdicts.includes('Fail')) return 'NotReady';
  return verdicts.includes('Unknown') ? 'Unknown' : 'Ready';
}
