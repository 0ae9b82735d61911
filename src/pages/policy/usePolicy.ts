import { readinessPolicyName } from '@calico-readiness/requirements';
import type { ClusterProfile } from '@calico-readiness/requirements';
import { useWatchList } from '../../console/watch-list';
import { useClusterReport } from '../../hooks/useClusterReport';
import { useRelist } from '../../hooks/useRelist';
import { loadProblem } from '../../k8s/load-problem';
import type { LoadProblem } from '../../k8s/load-problem';
import { readinessPolicyKind } from '../../k8s/models';
import type { ReadinessPolicyObject } from '../../k8s/models';
import { readClusterProfile } from '../../k8s/read-cluster-profile';
import { asRecord } from '../../k8s/untyped';

export type PolicyState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: LoadProblem }
  | {
      readonly status: 'ready';
      /** Undefined where the cluster has none. */
      readonly policy: ReadinessPolicyObject | undefined;
      /** What nodes are judged by currently, once somebody has said it. */
      readonly profile: ClusterProfile | undefined;
    };

/** The cluster's policy, kept up to date. A policy that cannot be read cannot be changed without overwriting what others wrote. */
export function usePolicy(): { readonly state: PolicyState; readonly retry: () => void } {
  const { watching, relist } = useRelist();
  const { items, loaded, error } = useWatchList<ReadinessPolicyObject>(watching ? readinessPolicyKind : null, {
    fieldSelector: `metadata.name=${readinessPolicyName}`,
  });
  const { cluster } = useClusterReport();
  return { state: stateOf(items, loaded, error, cluster?.report.profile), retry: relist };
}

function stateOf(
  items: readonly ReadinessPolicyObject[],
  loaded: boolean,
  error: unknown,
  summarized: ClusterProfile | undefined,
): PolicyState {
  if (error !== undefined) return { status: 'failed', problem: loadProblem(error, readinessPolicyKind.plural) };
  if (!loaded) return { status: 'loading' };
  const policy = items.find(({ metadata }) => metadata?.name === readinessPolicyName);
  const published = readClusterProfile(asRecord(asRecord(policy)['status'])['profile']);
  return { status: 'ready', policy, profile: published ?? summarized };
}
