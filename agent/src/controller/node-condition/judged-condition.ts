import type { NodeVerdict, NodeVerdictWithWaivers, NodeWaivers } from '@calico-readiness/requirements';
import { oneLine } from '../../foundation/untrusted-text';
import type { KnownNode } from '../report/known-node';
import { currentReport } from '../report/fleet';
import type { ReportSummary } from '../report/report-summary';
import type { Explained } from '../report/reported-judgement';
import type { WaivedFindings } from '../report/waived-findings';
import { verdictOfNode, waivedFindings } from '../report/waived-findings';

/** The type of our condition among those of a Node. */
export const conditionType = 'CalicoReady';

/** What our condition says of a Node, whenever it says it. */
export interface JudgedCondition extends Explained {
  readonly status: 'True' | 'False' | 'Unknown';
}

/** Who waits for the condition is let through by a waiver, for which somebody answers; the reason tells both apart. */
const statusOf: Readonly<Record<NodeVerdictWithWaivers, JudgedCondition['status']>> = {
  Ready: 'True',
  ReadyWithWaivers: 'True',
  NotReady: 'False',
  Unknown: 'Unknown',
};

/** Where the agent's own words do not fit. */
const plain: Readonly<Record<NodeVerdict, Explained>> = {
  Ready: { reason: 'RequirementsMet', message: 'Every required requirement of the node itself is met.' },
  NotReady: {
    reason: 'RequirementsNotMet',
    message: 'The NodeReport of this node says which requirements are not met.',
  },
  Unknown: { reason: 'EvidenceMissing', message: 'The NodeReport of this node says which requirements are Unknown.' },
};

/** Characters of a message, as that of a report has them. */
const longestMessage = 512;

/**
 * The condition that a report makes of its node with the waivers that hold for that: the report's own while it is current,
 * else Unknown. The same report says the same however old it is, so that a node whose agent is gone is not written again
 * and again. `now` is in milliseconds since 1970. Pure.
 */
export function judgedCondition(
  node: KnownNode,
  report: ReportSummary | undefined,
  waivers: NodeWaivers,
  now: number,
): JudgedCondition {
  const current = currentReport(node, report, now);
  if (current === 'noReport')
    return { status: 'Unknown', reason: 'NoReport', message: 'There is no NodeReport of this node.' };
  if (current === 'stale') return { status: 'Unknown', reason: 'ReportNotCurrent', message: notCurrent(report) };
  const waived = waivedFindings(current, waivers);
  const verdict = verdictOfNode(current, waived);
  return { status: statusOf[verdict], ...explained(current, verdict, waived) };
}

/** What the agent says names findings that are waived as well, so those are named behind it. */
function explained(report: ReportSummary, verdict: NodeVerdictWithWaivers, waived: WaivedFindings): Explained {
  if (verdict === 'ReadyWithWaivers')
    return {
      reason: verdict,
      message: oneLine(`Ready only because of waivers. ${waivedText(waived)}`, longestMessage),
    };
  const { reason, message } = (verdict === report.verdict ? report.explained : undefined) ?? plain[verdict];
  if (verdict === 'Ready' || waived.size === 0) return { reason, message };
  return { reason, message: oneLine(`${message} ${waivedText(waived)}`, longestMessage) };
}

/** With the days on which they end, which do not change while the policy does not. */
function waivedText(waived: WaivedFindings): string {
  const texts = [...waived].map(
    ([requirement, { expiresAt }]) => `${requirement} until ${new Date(expiresAt).toISOString()}`,
  );
  return `Waived (${String(texts.length)}): ${texts.sort().join(', ')}.`;
}

function notCurrent(report: ReportSummary | undefined): string {
  const observedAt = report?.observedAt;
  return observedAt === undefined
    ? 'The NodeReport of this node does not say when it was made.'
    : `The NodeReport of this node is of ${new Date(observedAt).toISOString()}, which is not current.`;
}

/** In which order changes are told: what keeps a node from being ready comes first. */
export const urgency = ({ status }: JudgedCondition): number => ['False', 'Unknown', 'True'].indexOf(status);
