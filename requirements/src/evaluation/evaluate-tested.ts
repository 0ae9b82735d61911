import { catalogueFor } from '../catalogue';
import type { ClusterProfile } from '../model/cluster-profile';
import type { Finding } from '../model/finding';
import type { HostFacts } from '../model/host-facts';
import type { Requirement } from '../model/requirement';
import { evaluateRequirement } from './evaluate-node';
import { isTested } from './left-out-facts';
import { differingFields, watchedProfile } from './watched-profile';

/** What traffic makes of one requirement. */
export interface TestedFinding {
  readonly finding: Finding;
  /** Where it stands among the findings of a node. */
  readonly index: number;
  /** The fields of the profile that it was made of: see `WatchedProfile`. */
  readonly looked: number;
}

/** What was found out under one profile. */
export interface TestedUnder {
  readonly profile: ClusterProfile;
  readonly findings: readonly TestedFinding[];
}

/**
 * What `evaluateNode` makes of facts, of which it is known what it makes without those that only traffic shows. Each node
 * has its own traffic, and shares everything else with many: only requirements that look at the traffic are judged.
 */
export const evaluateTested = (facts: HostFacts, profile: ClusterProfile, untested: readonly Finding[]): Finding[] =>
  withTested(untested, testedFindings(facts, profile));

/** Findings without traffic, with those that traffic makes in their places. */
export function withTested(untested: readonly Finding[], tested: readonly TestedFinding[]): Finding[] {
  const findings = [...untested];
  for (const { finding, index } of tested) findings[index] = finding;
  return findings;
}

/**
 * The findings of the requirements that look at traffic. `former` is what the same facts gave under another profile: a
 * finding stays where nothing of the profile that it was made of differs. Where all stay, the same list is given.
 */
export function testedFindings(
  facts: HostFacts,
  profile: ClusterProfile,
  former?: TestedUnder,
): readonly TestedFinding[] {
  const watched = watchedProfile(profile);
  const requirements = aboutTraffic(catalogueFor(profile.calicoVersion.value));
  const known = former?.findings.length === requirements.length ? former : undefined;
  const differing = known === undefined ? 0 : differingFields(known.profile, profile);
  let isOther = known === undefined;
  const findings = requirements.map(({ requirement, index }, place): TestedFinding => {
    const before = known?.findings[place];
    if (before?.finding.requirement === requirement.id && before.index === index && (before.looked & differing) === 0)
      return before;
    isOther = true;
    watched.begin();
    const finding = shared(evaluateRequirement(requirement, facts, watched.values, watched.sources));
    return { finding, index, looked: watched.looked };
  });
  return isOther ? findings : (known?.findings ?? findings);
}

/** Different findings that are remembered; those of a fleet are a few hundred. */
const mostShared = 4096;
const sharedFindings = new Map<string, Finding>();

/** One object for all nodes of which the same is said. Neither verdicts nor reasons have spaces. */
function shared(finding: Finding): Finding {
  const { requirement, verdict, reason, observed } = finding;
  const text = `${requirement} ${verdict} ${reason} ${observed}`;
  const known = sharedFindings.get(text);
  if (known !== undefined) return known;
  if (sharedFindings.size >= mostShared) sharedFindings.clear();
  sharedFindings.set(text, finding);
  return finding;
}

/** A requirement and where its finding stands among those of a node. */
interface PlacedRequirement {
  readonly requirement: Requirement;
  readonly index: number;
}

const placed = new WeakMap<readonly Requirement[], readonly PlacedRequirement[]>();

/** Thousands of nodes are judged one after the other, and a catalogue never changes. */
function aboutTraffic(catalogue: readonly Requirement[]): readonly PlacedRequirement[] {
  const known = placed.get(catalogue);
  if (known !== undefined) return known;
  const found = catalogue
    .filter(({ scope }) => scope !== 'cluster')
    .map((requirement, index) => ({ requirement, index }))
    .filter(({ requirement }) => looksAtTraffic(requirement));
  placed.set(catalogue, found);
  return found;
}

const looksAtTraffic = ({ needs, consults = [] }: Requirement): boolean => [...needs, ...consults].some(isTested);
