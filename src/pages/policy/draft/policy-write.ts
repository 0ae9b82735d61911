import { apiGroup, apiVersion, readinessPolicyName } from '@calico-readiness/requirements';
import type { ReadinessPolicyObject } from '../../../k8s/models';
import type { Untyped } from '../../../k8s/untyped';
import { sameJson } from './same-json';

/** The policy of a cluster that has none. */
export const policyObject = (spec: Untyped): object => ({
  apiVersion: `${apiGroup}/${apiVersion}`,
  kind: 'ReadinessPolicy',
  metadata: { name: readinessPolicyName },
  spec,
});

/**
 * The change as a JSON patch (RFC 6902) that touches nothing but what differs. It carries the version of the policy, so that
 * the API refuses it as a conflict when the policy is another one by now.
 */
export function policyPatch({ metadata, spec }: ReadinessPolicyObject, next: Untyped): readonly object[] {
  const version = { op: 'add', path: '/metadata/resourceVersion', value: metadata?.resourceVersion ?? '' };
  if (spec === undefined) return [version, { op: 'add', path: '/spec', value: next }];
  const names = [...new Set([...Object.keys(spec), ...Object.keys(next)])];
  return [
    version,
    ...names
      .filter((name) => !sameJson(spec[name], next[name]))
      .map((name) => {
        // RFC 6901: what a pointer cannot hold as it is.
        const path = `/spec/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        return next[name] === undefined ? { op: 'remove', path } : { op: 'add', path, value: next[name] };
      }),
  ];
}
