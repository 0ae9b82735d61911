import { requirementById } from '../catalogue';
import type { Verdict } from '../model/finding';
import type { GuideId } from '../model/requirement-id';

/** What a finding must tell to lead to a guide; both a report's finding and an evaluated one do. */
export interface GuidedFinding {
  readonly requirement: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

/**
 * The guide that fixes a finding: its reason's own, else its requirement's. Undefined for what passes or
 * does not apply, and for a requirement that this catalogue does not know.
 */
export function guideOfFinding({ requirement: id, verdict, reason }: GuidedFinding): GuideId | undefined {
  if (verdict === 'Pass' || verdict === 'NotApplicable') return undefined;
  const requirement = requirementById(id);
  if (requirement === undefined) return undefined;
  return (
    (Object.hasOwn(requirement.reasons, reason) ? requirement.reasons[reason]?.guide : undefined) ?? requirement.guide
  );
}
