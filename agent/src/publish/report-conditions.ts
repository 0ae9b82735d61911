import type { Condition, Connectivity, Finding, NodeVerdict } from '@calico-readiness/requirements';
import { connectivity, nodeVerdict, requirementById } from '@calico-readiness/requirements';
import type { CarriedCondition } from './carried-on';

type Judged = Pick<Condition, 'type' | 'status' | 'reason' | 'message'>;

const readyOf: Record<NodeVerdict, Pick<Condition, 'status' | 'reason'>> = {
  Ready: { status: 'True', reason: 'RequirementsMet' },
  NotReady: { status: 'False', reason: 'RequirementsNotMet' },
  Unknown: { status: 'Unknown', reason: 'EvidenceMissing' },
};

const connectivityOf: Record<Connectivity, Pick<Condition, 'status' | 'reason' | 'message'>> = {
  Verified: { status: 'True', reason: 'Verified', message: 'Every flow that the profile needs was seen to work.' },
  NotVerified: {
    status: 'Unknown',
    reason: 'NotVerified',
    message: 'Not every flow that the profile needs was tested.',
  },
  Broken: { status: 'False', reason: 'Broken', message: 'At least one flow that the profile needs does not work.' },
};

/**
 * The conditions Ready, ConnectivityVerified and Reporting of a report; the time of the last transition is kept
 * from the previous report for each condition whose status is the same.
 */
export function reportConditions(
  findings: readonly Finding[],
  observedAt: string,
  previous: readonly CarriedCondition[] = [],
): Condition[] {
  const judged: readonly Judged[] = [
    ready(findings),
    { type: 'ConnectivityVerified', ...connectivityOf[connectivity(findings)] },
    { type: 'Reporting', status: 'True', reason: 'Observed', message: 'The agent observed the node.' },
  ];
  return judged.map((condition) => {
    const before = previous.find(({ type }) => type === condition.type);
    return {
      ...condition,
      lastTransitionTime: before?.status === condition.status ? before.lastTransitionTime : observedAt,
    };
  });
}

function ready(findings: readonly Finding[]): Judged {
  const verdict = nodeVerdict(findings);
  return { type: 'Ready', ...readyOf[verdict], message: explain(verdict, findings) };
}

function explain(verdict: NodeVerdict, findings: readonly Finding[]): string {
  switch (verdict) {
    case 'Ready':
      return 'Every required requirement of the node itself is met.';
    case 'NotReady':
      return `Not met: ${ids(findings.filter((finding) => finding.verdict === 'Fail'))}.`;
    case 'Unknown':
      return findings.length === 0 ? 'Nothing was evaluated.' : `Unknown: ${ids(findings.filter(holdsReadyBack))}.`;
    default:
      return verdict satisfies never;
  }
}

/** Whether a finding is why a node without failures is not called Ready. */
export function holdsReadyBack(finding: Finding): boolean {
  const requirement = requirementById(finding.requirement);
  return (
    finding.verdict === 'Unknown' &&
    (requirement === undefined || (requirement.scope === 'host' && requirement.level === 'required'))
  );
}

const mostIds = 5;

function ids(findings: readonly Finding[]): string {
  const names = findings.slice(0, mostIds).map((finding) => finding.requirement);
  const more = findings.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
