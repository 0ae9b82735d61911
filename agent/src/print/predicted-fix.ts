import type { ReportedPrediction, Requirement } from '@calico-readiness/requirements';
import { evaluatorReasons, inEnglish } from '@calico-readiness/requirements';

/** What the change of the guide would make of a requirement that is not met, in one line; undefined where nobody predicted it. */
export function predictedFix(requirement: Requirement, prediction: ReportedPrediction | undefined): string | undefined {
  if (prediction === undefined) return undefined;
  const { verdict, reason } = prediction;
  switch (verdict) {
    case 'Pass':
    case 'NotApplicable':
      return "Predicted: with the guide's change this passes after the next boot.";
    case 'Unknown':
      return `Cannot predict whether the guide's change suffices: ${because(requirement, reason)}.`;
    case 'Warn':
    case 'Fail':
      return `The guide's change does not suffice here: ${because(requirement, reason)}.`;
    default:
      return verdict satisfies never;
  }
}

function because(requirement: Requirement, reason: string): string {
  const known: Readonly<Record<string, (typeof evaluatorReasons)[keyof typeof evaluatorReasons]>> = evaluatorReasons;
  return inEnglish(requirement.reasons[reason]?.title ?? known[reason] ?? requirement.failureTitle);
}
