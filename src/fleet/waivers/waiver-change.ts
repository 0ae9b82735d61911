import { apiGroup, apiVersion, readinessPolicyName } from '@calico-readiness/requirements';
import type { Waiver } from '@calico-readiness/requirements';
import type { ReadinessPolicyObject } from '../../k8s/models';

/** What is done about waivers: one more, or one less of the policy as a person looked at it, by its place in the list. */
export type WaiverChange =
  | { readonly kind: 'add'; readonly policy: ReadinessPolicyObject | undefined; readonly waiver: Waiver }
  | { readonly kind: 'end'; readonly policy: ReadinessPolicyObject; readonly index: number };

/** The policy of a cluster that has none, with its first waiver. */
export const policyWith = (waiver: Waiver): object => ({
  apiVersion: `${apiGroup}/${apiVersion}`,
  kind: 'ReadinessPolicy',
  metadata: { name: readinessPolicyName },
  spec: { waivers: [waiver] },
});

/**
 * The change as a JSON patch (RFC 6902). It carries the version of the policy, so that the API refuses it as a conflict when
 * the policy is another one by now: a `test` that fails would be an invalid request instead.
 */
export function patchOf(change: WaiverChange): readonly object[] {
  const { policy } = change;
  const version = { op: 'add', path: '/metadata/resourceVersion', value: policy?.metadata?.resourceVersion ?? '' };
  if (change.kind === 'end') return [version, { op: 'remove', path: `/spec/waivers/${String(change.index)}` }];
  const { waiver } = change;
  if (policy?.spec === undefined) return [version, { op: 'add', path: '/spec', value: { waivers: [waiver] } }];
  const isList = Array.isArray(policy.spec['waivers']);
  return [
    version,
    isList
      ? { op: 'add', path: '/spec/waivers/-', value: waiver }
      : { op: 'add', path: '/spec/waivers', value: [waiver] },
  ];
}
