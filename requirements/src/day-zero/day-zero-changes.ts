import { evaluateNode } from '../evaluation/evaluate-node';
import type { NodeChange } from '../guides/node-changes';
import { changesForNode } from '../guides/node-changes';
import type { ClusterProfile } from '../model/cluster-profile';
import { profileValues } from '../model/cluster-profile';
import type { HostFacts } from '../model/host-facts';
import { stockRhcos } from './stock-rhcos';

/**
 * What the guides would change on nodes that OpenShift has just installed, for this profile, in the order of the guides;
 * empty where the profile needs nothing. It is what the guides' pages write for such nodes, because it is made the same way.
 */
export const dayZeroChanges = (profile: ClusterProfile, facts: HostFacts = stockRhcos): readonly NodeChange[] =>
  changesForNode(
    { name: 'installed-node', facts, profile: profileValues(profile) },
    evaluateNode(facts, profile),
    'rhcos',
  );
