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
  return catalogueFor(values.calicoVersion)
    .filter(({ scope }) => scope !== 'cluster')
    .map((requirement, index) => {
      const known = untested[index];
      return known === undefined || looksAtTraffic(requirement)
        ? evaluateRequirement(requirement, facts, values, sources)
        : known;
    });
}

const looksAtTraffic = ({ needs, consults = [] }: Requirement): boolean => [...needs, ...consults].some(isTested);
