import type { NodeVerdict, Verdict } from '../model/finding';
import type { JudgedRequirement } from '../evaluation/summarize';
import { nodeVerdict } from '../evaluation/summarize';
import type { NodeWaivers } from './active-waivers';
import type { ReadWaiver } from './read-waivers';

/** A node that would not be ready without waivers has a verdict of its own: it is never counted among those that are. */
export type NodeVerdictWithWaivers = NodeVerdict | 'ReadyWithWaivers';

/** Whether a finding says that a requirement is not met, or may not be: what can be waived. */
const isUnmet = (verdict: Verdict): boolean => verdict !== 'Pass' && verdict !== 'NotApplicable';

/**
 * The waiver that covers a finding, of those that hold for its node; undefined where none does. A requirement that is met
 * or does not apply needs none. One that is Unknown is covered: who accepts that it is not met accepts that it may not be.
 */
export const waiverOf = (waivers: NodeWaivers, { requirement, verdict }: JudgedRequirement): ReadWaiver | undefined =>
  isUnmet(verdict) ? waivers.get(requirement) : undefined;

/**
 * A node's verdict with its waivers, from the verdict that its report claims and the findings that are not met (others may
 * be among them). What is waived holds nothing back. A report that claims less than its findings say is taken by its word:
 * nobody knows what a waiver would have to cover.
 */
export function verdictWithWaivers(
  claimed: NodeVerdict,
  findings: readonly JudgedRequirement[],
  waivers: NodeWaivers,
): NodeVerdictWithWaivers {
  if (claimed === 'Ready' || waivers.size === 0) return claimed;
  if (!findings.some((finding) => waiverOf(waivers, finding) !== undefined)) return claimed;
  if (nodeVerdict(findings) !== claimed) return claimed;
  const verdict = nodeVerdict(
    findings.map((finding) => (waiverOf(waivers, finding) === undefined ? finding : { ...finding, verdict: 'Pass' })),
  );
  return verdict === 'Ready' ? 'ReadyWithWaivers' : verdict;
}
