import type { Finding, ReportedFinding, ReportedPredictions } from '@calico-readiness/requirements';
import { inEnglish, requirementById } from '@calico-readiness/requirements';
import type { CarriedOn } from './carried-on';

/**
 * A finding as the report carries it.
 * `since` is when a verdict with its reason was first seen. Most of a report is Pass since nobody knows when; that
 * carries it only when the change was seen, which keeps a fifth off every report. What began to apply is a change.
 * What passes has no prediction: another part of the agent may have judged it again since.
 */
export function reportedFinding(
  finding: Finding,
  { observedAt, predictions }: { readonly observedAt: string; readonly predictions?: ReportedPredictions },
  previous: CarriedOn | undefined,
): ReportedFinding {
  const { requirement, verdict, reason, observed } = finding;
  const before = previous?.findings.find((candidate) => candidate.requirement === requirement);
  const unchanged = before?.verdict === verdict && before.reason === reason;
  const wasJudged = before !== undefined || previous?.notApplicable.includes(requirement) === true;
  const seenToBegin = wasJudged || verdict !== 'Pass';
  const since = unchanged ? before.since : seenToBegin ? observedAt : undefined;
  const prediction = verdict === 'Pass' ? undefined : predictions?.get(requirement);
  return {
    requirement,
    verdict,
    reason,
    ...(observed !== '' && { observed }),
    ...(since !== undefined && { since }),
    ...(prediction !== undefined && { prediction }),
  };
}

/** The sentence that holds where the first requirement that fails is not met: the title itself would read as if it were. */
export function worstOf(findings: readonly Finding[]): string | undefined {
  const requirement = requirementById(findings.find(({ verdict }) => verdict === 'Fail')?.requirement ?? '');
  return requirement && inEnglish(requirement.failureTitle);
}
