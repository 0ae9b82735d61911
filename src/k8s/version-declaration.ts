import { apiGroup, apiVersion, calicoVersions, readinessPolicyName } from '@calico-readiness/requirements';
import type { CalicoVersion } from '@calico-readiness/requirements';
import { asOneOf, asRecord, asText } from './untyped';
import type { Untyped } from './untyped';

const profileOf = (policy: unknown): Untyped => asRecord(asRecord(asRecord(policy)['spec'])['profile']);

/** The Calico release that a ReadinessPolicy declares, if it is one that this catalogue knows. */
export const declaredVersion = (policy: unknown): CalicoVersion | undefined =>
  asOneOf(calicoVersions, profileOf(policy)['calicoVersion']);

/**
 * The JSON patch that declares a release in a policy as it was read, and nothing else. A patch that names the version
 * of the object is refused as a conflict when the object is another one by then (apiserver's patch handler).
 */
export function declaringPatch(policy: unknown, calicoVersion: CalicoVersion): readonly object[] {
  const { spec, metadata } = asRecord(policy);
  const resourceVersion = asText(asRecord(metadata)['resourceVersion']);
  return [
    ...(resourceVersion === undefined
      ? []
      : [{ op: 'replace', path: '/metadata/resourceVersion', value: resourceVersion }]),
    spec === undefined
      ? { op: 'add', path: '/spec', value: { profile: { calicoVersion } } }
      : asRecord(spec)['profile'] === undefined
        ? { op: 'add', path: '/spec/profile', value: { calicoVersion } }
        : { op: 'add', path: '/spec/profile/calicoVersion', value: calicoVersion },
  ];
}

/** The policy that declares a release, for a cluster that has none yet. */
export const declaringPolicy = (calicoVersion: CalicoVersion): object => ({
  apiVersion: `${apiGroup}/${apiVersion}`,
  kind: 'ReadinessPolicy',
  metadata: { name: readinessPolicyName },
  spec: { profile: { calicoVersion } },
});

/** The command for whoever may do it. It names no version of the object, so that it can be handed on. */
export const declaringCommand = (calicoVersion: CalicoVersion): string =>
  `oc patch readinesspolicies.${apiGroup} ${readinessPolicyName} --type=merge --patch='${JSON.stringify({ spec: { profile: { calicoVersion } } })}'`;
