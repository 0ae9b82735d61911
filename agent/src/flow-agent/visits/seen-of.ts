import type { ProbeResult } from '../../flows/outcome';
import type { FlowSeen } from './visit-probe';

/** That nobody listens is an answer: packets travel both ways, and before an installation it is right. */
export function seenOf({ outcome, said, because }: ProbeResult): FlowSeen {
  switch (outcome) {
    case 'open':
    case 'refused':
      return { outcome: 'open' };
    case 'filtered':
    case 'prohibited':
    case 'unreachable':
      return { outcome, said };
    case 'untested':
      return { outcome: 'not-tested', ...(because !== undefined && { reason: because }) };
    default:
      return outcome satisfies never;
  }
}
