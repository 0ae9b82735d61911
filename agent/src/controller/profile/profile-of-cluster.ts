import type {
  ClusterObjects,
  ClusterProfile,
  NodeProfile,
  ProfileField,
  ProfileFieldName,
} from '@calico-readiness/requirements';
import { mostNodeProfiles, nodesWithSettings } from '@calico-readiness/requirements';
import { effectiveProfile } from '../../cluster/effective-profile';
import type { Declaration } from '../../foundation/declared-profile';

/** What a profile is made of. */
export interface ProfileSource {
  readonly declaration: Declaration;
  readonly objects: ClusterObjects;
  /** What was detected before; it counts where the object that would tell could not be read. */
  readonly known?: ClusterProfile;
}

/** Nodes whose profile is another than the cluster's, at most as many as a policy lists. */
export interface NodeProfiles {
  readonly listed: readonly NodeProfile[];
  /** Whether there are more. */
  readonly areCut: boolean;
}

/** How detection says that an object could not be read; one that does not exist, or is malformed, is another matter. */
const couldNotBeRead = /cannot be read/;

/** Declared over detected over defaulted, for nodes without settings of their own or, with its name, for one node. */
export const profileOfCluster = ({ declaration, objects, known }: ProfileSource, node?: string): ClusterProfile =>
  effectiveProfile(declaration, objects, node, (detected) => keepKnown(detected, known));

/** The profiles of the nodes whose own settings differ from those of the cluster. */
export function nodeProfiles(source: ProfileSource, general: ClusterProfile): NodeProfiles {
  const listed: NodeProfile[] = [];
  for (const { node, objects } of nodesWithSettings(source.objects)) {
    const profile = differences(general, profileOfCluster({ ...source, objects }, node));
    if (Object.keys(profile).length === 0) continue;
    if (listed.length === mostNodeProfiles) return { listed, areCut: true };
    listed.push({ node, profile });
  }
  return { listed, areCut: false };
}

/** A controller that was started anew keeps what the one before it had detected of what cannot be read now. */
function keepKnown(detected: ClusterProfile, known: ClusterProfile | undefined): ClusterProfile {
  if (known === undefined) return detected;
  const isHidden = ({ source, from }: ProfileField<unknown>): boolean =>
    source === 'defaulted' && couldNotBeRead.test(from ?? '');
  const kept = withFields(detected, (name, field) => {
    const before = known[name];
    return isHidden(field) && before?.source === 'detected' ? before : field;
  });
  // A size of packets that nobody says has no field that would tell why.
  const { mtu } = known;
  const mayBeHidden = detected.mtu === undefined && Object.values(detected).some(isHidden);
  return mayBeHidden && mtu?.source === 'detected' ? { ...kept, mtu } : kept;
}

function differences(general: ClusterProfile, own: ClusterProfile): Partial<ClusterProfile> {
  const changed = fieldsOf(own).filter(
    ([name, { value }]) => JSON.stringify(value) !== JSON.stringify(general[name]?.value),
  );
  return Object.fromEntries(changed) as Partial<ClusterProfile>;
}

const withFields = (
  profile: ClusterProfile,
  change: (name: ProfileFieldName, field: ProfileField<unknown>) => ProfileField<unknown>,
): ClusterProfile =>
  Object.fromEntries(
    fieldsOf(profile).map(([name, field]) => [name, change(name, field)]),
  ) as unknown as ClusterProfile;

const fieldsOf = (profile: ClusterProfile) =>
  Object.entries(profile) as readonly (readonly [ProfileFieldName, ProfileField<unknown>])[];
