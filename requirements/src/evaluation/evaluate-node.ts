import type { HostFactName, HostFacts, HostFactValues } from '../model/host-facts';
import type { UnavailableFact } from '../model/fact';
import { observedValue } from '../model/fact';
import type { ClusterProfile, ProfileSources } from '../model/cluster-profile';
import type { ProfileValues } from '../model/profile-values';
import { profileValues, sourcesOf } from '../model/cluster-profile';
import { declareProfile } from '../model/declare-profile';
import type { Finding, Verdict } from '../model/finding';
import type { Judgement, Requirement } from '../model/requirement';
import { catalogueFor } from '../catalogue';
import { reasonForMissingFact } from './evaluator-reasons';

const longestObservation = 200;

/**
 * Judges one node: a finding for each requirement of scope host or flow, in catalogue order. The only
 * caller of a requirement's `evaluate`; that missing evidence is Unknown is decided here, not by each entry.
 */
export function evaluateNode(facts: HostFacts, profile: ClusterProfile): Finding[] {
  const values = profileValues(profile);
  const sources = sourcesOf(profile);
  const findings: Finding[] = [];
  for (const requirement of catalogueFor(values.calicoVersion))
    if (requirement.scope !== 'cluster') findings.push(evaluateRequirement(requirement, facts, values, sources));
  return findings;
}

/**
 * Judges one requirement, whatever its scope. Never throws: a defect of an entry, or facts of an
 * unexpected shape, make the finding Unknown. Without `sources` somebody declared the whole profile.
 */
export function evaluateRequirement(
  requirement: Requirement,
  facts: HostFacts,
  profile: ProfileValues,
  sources: ProfileSources = sourcesOf(declareProfile(profile, '')),
): Finding {
  try {
    return judge(requirement, facts, profile, sources);
  } catch (error) {
    // One broken entry, or facts of an unexpected shape, must not hide the findings of all the others.
    const observed = error instanceof Error ? error.message : String(error);
    return finding(requirement, 'Unknown', 'EvaluationFailed', observed);
  }
}

function judge(requirement: Requirement, facts: HostFacts, profile: ProfileValues, sources: ProfileSources): Finding {
  const applicability = requirement.appliesTo(profile, facts);
  if (applicability.applies === 'no') return finding(requirement, 'NotApplicable', 'NotApplicable', '');
  const { needs } = requirement;
  const missing = firstMissing(applicability.applies === 'unknown' ? [applicability.fact, ...needs] : needs, facts);
  if (missing !== undefined) {
    const fact = facts[missing] as UnavailableFact;
    return finding(requirement, 'Unknown', reasonForMissingFact(fact.reason), explainMissing(missing, fact));
  }
  if (applicability.applies === 'unknown') return finding(requirement, 'Unknown', 'ApplicabilityUnknown', '');
  const judgement = requirement.evaluate(observedValues(needs, facts), { profile, facts, sources });
  if (!Object.hasOwn(requirement.reasons, judgement.reason)) {
    return finding(requirement, 'Unknown', 'EvaluationFailed', `undeclared reason ${judgement.reason}`);
  }
  return finding(requirement, verdictOf(judgement, requirement), judgement.reason, judgement.observed);
}

const finding = (requirement: Requirement, verdict: Verdict, reason: string, observed: string): Finding => ({
  requirement: requirement.id,
  verdict,
  reason,
  observed: shorten(observed),
});

function verdictOf(judgement: Judgement, requirement: Requirement): Verdict {
  switch (judgement.outcome) {
    case 'met':
      return 'Pass';
    case 'unmet':
      return requirement.level === 'required' ? 'Fail' : 'Warn';
    case 'caution':
      return 'Warn';
    case 'undetermined':
      return 'Unknown';
    default:
      return judgement.outcome satisfies never;
  }
}

function firstMissing(names: readonly HostFactName[], facts: HostFacts): HostFactName | undefined {
  for (const name of names) if (facts[name].status === 'unavailable') return name;
  return undefined;
}

function observedValues(names: readonly HostFactName[], facts: HostFacts): HostFactValues {
  const values: Partial<Record<HostFactName, unknown>> = {};
  for (const name of names) values[name] = observedValue<unknown>(facts[name]);
  return values as unknown as HostFactValues;
}

const explainMissing = (name: HostFactName, fact: UnavailableFact): string =>
  `${name}: ${fact.detail ?? fact.reason} (${fact.source})`;

/** Never ends in half of a surrogate pair, which no API server would keep. */
const shorten = (text: string): string =>
  text.length <= longestObservation
    ? text
    : `${text.slice(0, longestObservation - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
