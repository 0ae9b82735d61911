import { profileValues } from '@calico-readiness/requirements';
import type { ClusterProfile, ProfileValues } from '@calico-readiness/requirements';

/** The fields of the profile that a what-if may change, in the order of the address and of the editor. */
export const whatIfFields = [
  'calicoVersion',
  'dataplane',
  'encapsulation',
  'bgp',
  'ipFamilies',
  'kubeProxyMode',
  'wireguard',
  'sctp',
] as const;
export type WhatIfField = (typeof whatIfFields)[number];

/** What a what-if changes; a field that it does not name stays as each node's own profile has it. */
export type WhatIfValues = Partial<Pick<ProfileValues, WhatIfField>>;

/** Whether two values of a field say the same; lists are sets. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? sameMembers([...(one as readonly unknown[])].sort(), [...(other as readonly unknown[])].sort())
    : one === other;

const sameMembers = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((member, index) => member === other[index]);

/** The fields in which a what-if differs from a profile. */
export const differingFields = (profile: ClusterProfile, values: WhatIfValues): readonly WhatIfField[] =>
  whatIfFields.filter((field) => values[field] !== undefined && !sameValue(values[field], profile[field].value));

/** Only what differs from the profile, for the address. */
export const differences = (profile: ClusterProfile, values: WhatIfValues): WhatIfValues =>
  Object.fromEntries(differingFields(profile, values).map((field) => [field, values[field]]));

/** The fields of a profile that a what-if may change, to start choosing from. */
export function whatIfValuesOf(profile: ClusterProfile): Required<WhatIfValues> {
  const {
    calicoVersion,
    dataplane,
    encapsulation,
    bgp,
    ipFamilies: families,
    kubeProxyMode,
    wireguard,
    sctp,
  } = profileValues(profile);
  return { calicoVersion, dataplane, encapsulation, bgp, ipFamilies: families, kubeProxyMode, wireguard, sctp };
}

const changedProfiles = new WeakMap<WhatIfValues, WeakMap<ClusterProfile, ClusterProfile>>();

/**
 * The profile as the what-if would have it; the same object when nothing differs. Remembered, so that it is the same
 * object for all nodes that share a profile.
 */
export function profileUnder(profile: ClusterProfile, values: WhatIfValues): ClusterProfile {
  const profiles = changedProfiles.get(values) ?? new WeakMap<ClusterProfile, ClusterProfile>();
  changedProfiles.set(values, profiles);
  const known = profiles.get(profile) ?? changedProfile(profile, values);
  profiles.set(profile, known);
  return known;
}

function changedProfile(profile: ClusterProfile, values: WhatIfValues): ClusterProfile {
  const fields = differingFields(profile, values);
  if (fields.length === 0) return profile;
  const changed = fields.map(
    (field) => [field, { value: values[field], source: 'declared', from: 'what-if' }] as const,
  );
  return { ...profile, ...Object.fromEntries(changed) } as ClusterProfile;
}
