import { verdicts } from '@calico-readiness/requirements';
import type { Verdict } from '@calico-readiness/requirements';
import type { ReadPrediction } from './read-prediction';
import { asList, asOneOf, asRecord, asText, asTime, withoutGaps } from './untyped';

/** A finding as read: the requirement and the reason may be unknown to this catalogue and are then shown as they stand. */
export interface ReadFinding {
  readonly requirement: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** Untrusted host text; empty when nothing was seen. */
  readonly observed: string;
  /** Milliseconds since 1970. */
  readonly since?: number;
  /** What the change of its guide would make of it. */
  readonly prediction?: ReadPrediction;
}

type PredictionReader = (value: unknown) => ReadPrediction | undefined;

/** A requirement of which the report says both that it does not apply and a verdict has the verdict: it is the worse. */
export function readFindings(
  value: unknown,
  notApplicable: unknown,
  readPrediction: PredictionReader = () => undefined,
): ReadonlyMap<string, ReadFinding> {
  const findings = new Map<string, ReadFinding>();
  const notApplying = asList(notApplicable).map((requirement) => ({
    requirement,
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  }));
  for (const item of [...asList(value), ...notApplying]) {
    const finding = readFinding(asRecord(item), readPrediction);
    if (finding === undefined) continue;
    const earlier = findings.get(finding.requirement);
    if (earlier === undefined || isWorse(finding.verdict, earlier.verdict)) findings.set(finding.requirement, finding);
  }
  return findings;
}

function readFinding(
  finding: Readonly<Record<string, unknown>>,
  readPrediction: PredictionReader,
): ReadFinding | undefined {
  const requirement = asText(finding['requirement']);
  if (requirement === undefined) return undefined;
  return withoutGaps({
    requirement,
    verdict: asOneOf(verdicts, finding['verdict']) ?? 'Unknown',
    reason: asText(finding['reason']) ?? 'Unknown',
    observed: asText(finding['observed']) ?? '',
    since: asTime(finding['since']),
    prediction: readPrediction(finding['prediction']),
  });
}

/** From worst to best; Unknown comes before Warn because it may hide a failure. */
export const verdictsWorstFirst: readonly Verdict[] = ['Fail', 'Unknown', 'Warn', 'Pass', 'NotApplicable'];

const isWorse = (one: Verdict, other: Verdict): boolean =>
  verdictsWorstFirst.indexOf(one) < verdictsWorstFirst.indexOf(other);
