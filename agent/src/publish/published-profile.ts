import type { ClusterProfile, ProfileField, ProfileFieldName, ReadinessPolicy } from '@calico-readiness/requirements';
import { declareProfile, defaultProfileValuesFor, mergeProfiles, profileSources } from '@calico-readiness/requirements';
import type { Declaration } from '../foundation/declared-profile';
import { readDeclaredProfile } from '../foundation/declared-profile';
import { oneLine } from '../foundation/untrusted-text';
import { isRecord } from './carried-on';

/** What the controller published for one node. */
export interface PublishedProfile {
  readonly profile: ClusterProfile;
  /** Whether it was made of all that the policy declares now. */
  readonly isCurrent: boolean;
}

/** Code points that are kept of where a field comes from. */
const longestOrigin = 256;

/**
 * The profile in the policy's status, as it holds on one node; undefined where no controller has written one. Whoever may
 * write the status can have written anything, and a later controller may know more than this agent: a field that cannot
 * be used is as if it were not there.
 */
export function readPublishedProfile(
  policy: ReadinessPolicy | undefined,
  nodeName: string,
): PublishedProfile | undefined {
  const status: unknown = policy?.status;
  if (!isRecord(status) || !isRecord(status['profile'])) return undefined;
  const nodes: readonly unknown[] = Array.isArray(status['nodeProfiles']) ? status['nodeProfiles'] : [];
  const own = nodes.filter(isRecord).find(({ node }) => node === nodeName)?.['profile'];
  const fields = { ...fieldsOf(status['profile']), ...fieldsOf(own) };
  const version = fields.calicoVersion?.value;
  return {
    profile: { ...declareProfile({ ...(version !== undefined && { calicoVersion: version }) }, ''), ...fields },
    isCurrent: status['observedGeneration'] === policy?.metadata.generation,
  };
}

function fieldsOf(profile: unknown): Partial<ClusterProfile> {
  if (!isRecord(profile)) return {};
  const fields = Object.entries(profile).flatMap(([name, field]) => {
    if (!isRecord(field)) return [];
    const source = profileSources.find((candidate) => candidate === field['source']);
    const { values, problems } = readDeclaredProfile({ [name]: field['value'] });
    if (source === undefined || problems.length > 0) return [];
    const { from } = field;
    const origin = typeof from === 'string' && { from: oneLine(from, longestOrigin) };
    return [[name, { value: values[name as ProfileFieldName], source, ...origin }]];
  });
  return Object.fromEntries(fields) as Partial<ClusterProfile>;
}

/**
 * What a node is judged by: what is declared wins over what was published. While the controller has not caught up with
 * the policy, only what it detected counts of what it published, since what was declared then may not be any more.
 */
export function judgedBy(
  { profile, writtenPorts }: Declaration,
  published: PublishedProfile | undefined,
  declaresItself: boolean,
): ClusterProfile {
  if (published === undefined) return profile;
  if (published.isCurrent && !declaresItself) return published.profile;
  return mergeProfiles(profile, withoutDeclared(published.profile), writtenPorts);
}

/** Every declared field as one of which nothing is known. */
function withoutDeclared(profile: ClusterProfile): ClusterProfile {
  const defaults = defaultProfileValuesFor(profile.calicoVersion.value);
  return Object.fromEntries(
    Object.entries(profile).flatMap(
      ([name, field]: [string, ProfileField<unknown>]): (readonly [string, ProfileField<unknown>])[] => {
        const value = defaults[name as ProfileFieldName];
        if (field.source !== 'declared') return [[name, field]];
        // A field without a default is as if nobody had said it.
        return value === undefined ? [] : [[name, { value, source: 'defaulted' }]];
      },
    ),
  ) as unknown as ClusterProfile;
}
