import type { ClusterProfile } from '@calico-readiness/requirements';

/** A profile as the report carries it. Whose default it is the report's version tells anyway; why nothing better is known (an object that may not be read) it does not. */
export function reportedProfile(profile: ClusterProfile): ClusterProfile {
  const fields = Object.entries(profile).map(([name, { value, source, from }]) => [
    name,
    from === undefined || (source === 'defaulted' && !from.includes(';')) ? { value, source } : { value, source, from },
  ]);
  return Object.fromEntries(fields) as ClusterProfile;
}
