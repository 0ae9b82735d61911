import { catalogueFor } from '../catalogue';
import type { ClusterProfile } from '../model/cluster-profile';
import { profileValues, sourcesOf } from '../model/cluster-profile';
import type { Finding } from '../model/finding';
import type { HostFacts } from '../model/host-facts';
import type { Requirement } from '../model/requirement';
import { evaluateRequirement } from './evaluate-node';
import { isTested } from './left-out-facts';

/**
 * What `evaluateNode` makes of facts, of which it is known what it makes without those that only traffic shows. Each node
 * has its own traffic, and shares everything else with many: only requirements that look at the traffic are judged.
 */
export function evaluateTested(facts: HostFacts, profile: ClusterProfile, untested: readonly Finding[]): Finding[] {
  const values = profileValues(profile);
  const sources = sourcesOf(profile);
  const findings = [...untested];
  for (const { requirement, index } of aboutTraffic(catalogueFor(values.calicoVersion)))
    findings[index] = evaluateRequirement(requirement, facts, values, sources);
  return findings;
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
