import type { HostFactName, HostFacts, HostFactValues } from '../model/host-facts';
import type { UnavailableFact } from '../model/fact';
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
  return catalogueFor(values.calicoVersion)
    .filter((requirement) => requirement.scope !== 'cluster')
    .map((requirement) => evaluateRequirement(requirement, facts, values, sources));
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
  const finding = (verdict: Verdict, reason: string, observed: string): Finding => ({
    requirement: requirement.id,
    verdict,
    reason,
    observed: shorten(observed),
  });
  try {
    const applicability = requirement.appliesTo(profile, facts);
    if (applicability.applies === 'no') return finding('NotApplicable', 'NotApplicable', '');
    const missing = [...(applicability.applies === 'unknown' ? [applicability.fact] : []), ...requirement.needs].find(
      (name) => facts[name].status === 'unavailable',
    );
    if (missing !== undefined) {
      const fact = facts[missing] as UnavailableFact;
      return finding('Unknown', reasonForMissingFact(fact.reason), explainMissing(missing, fact));
    }
    if (applicability.applies === 'unknown') return finding('Unknown', 'ApplicabilityUnknown', '');
    const judgement = requirement.evaluate(observedValues(requirement.needs, facts), { profile, facts, sources });
    if (!Object.hasOwn(requirement.reasons, judgement.reason)) {
      return finding('Unknown', 'EvaluationFailed', `undeclared reason ${judgement.reason}`);
    }
    return finding(verdictOf(judgement, requirement), judgement.reason, judgement.observed);
  } catch (error) {
    // One broken entry, or facts of an unexpected shape, must not hide the findings of all the others.
    return finding('Unknown', 'EvaluationFailed', error instanceof Error ? error.message : String(error));
  }
}

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

function observedValues(names: readonly HostFactName[], facts: HostFacts): HostFactValues {
  const entries = names.map((name) => {
    const fact = facts[name];
    return [name, fact.status === 'observed' ? fact.value : undefined] as const;
  });
  return Object.fromEntries(entries) as unknown as HostFactValues;
}

const explainMissing = (name: HostFactName, fact: UnavailableFact): string =>
  `${name}: ${fact.detail ?? fact.reason} (${fact.source})`;

/** Never ends in half of a surrogate pair, which no API server would keep. */
const shorten = (text: string): string =>
  text.length <= longestObservation
    ? text
    : `${text.slice(0, longestObservation - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
