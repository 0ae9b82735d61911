import { useCallback, useEffect, useRef } from 'react';
import { readinessPolicyName } from '@calico-readiness/requirements';
import type { CalicoVersion } from '@calico-readiness/requirements';
import { useMayWaive } from '../../components/waivers/useMayWaive';
import { apiStatus } from '../../console/api-status';
import type { ApiStatus } from '../../console/api-status';
import { useWatchList } from '../../console/watch-list';
import type { K8sResourceCommon } from '../../console/watch-list';
import { createJson, patchJson } from '../../console/write-json';
import { useSettledState } from '../../hooks/useSettledState';
import { listUrl, objectUrl, readinessPolicyKind } from '../../k8s/models';
import { declaredVersion, declaringPatch, declaringPolicy } from '../../k8s/version-declaration';

export type WritingState =
  | { readonly status: 'idle' | 'dry-running' | 'writing' | 'written' }
  | { readonly status: 'failed'; readonly problem: ApiStatus; readonly wasDryRun: boolean };

export interface Declaration {
  /** What the policy declares by now; undefined while nothing is, or while that cannot be read. */
  readonly declared: CalicoVersion | undefined;
  /** Whether the policy has been read, be it that there is none. */
  readonly isRead: boolean;
  /** Null until the API has said; undefined where it did not say, and then it decides when it is tried. */
  readonly mayWrite: boolean | undefined | null;
  readonly state: WritingState;
  /** Asks the API first, and writes what it would accept. Resolves to whether it was written. */
  readonly declare: (version: CalicoVersion) => Promise<boolean>;
  readonly reset: () => void;
}

/** Declares the Calico version in the ReadinessPolicy of the cluster, with the user's own rights. */
export function useDeclaration(): Declaration {
  const { items, loaded, error } = useWatchList<K8sResourceCommon>(readinessPolicyKind, {
    fieldSelector: `metadata.name=${readinessPolicyName}`,
  });
  const policy = items.find(({ metadata }) => metadata?.name === readinessPolicyName);
  const isRead = loaded && error === undefined;
  const verb = isRead && policy === undefined ? 'create' : 'patch';
  const allowed = useMayWaive(verb);
  const [state, show] = useSettledState<WritingState>({ status: 'idle' });
  /** The policy as it was when a person began to choose; null for none. What others write meanwhile is not overwritten. */
  const base = useRef<K8sResourceCommon | null>();
  useEffect(() => {
    if (base.current === undefined && isRead) base.current = policy ?? null;
  });
  const send = (version: CalicoVersion, dryRun: boolean): Promise<unknown> =>
    base.current === null || base.current === undefined
      ? createJson(listUrl(readinessPolicyKind), declaringPolicy(version), { dryRun })
      : patchJson(objectUrl(readinessPolicyKind, readinessPolicyName), declaringPatch(base.current, version), {
          dryRun,
        });
  return {
    declared: declaredVersion(policy),
    isRead,
    // A policy that cannot be read cannot be changed without overwriting what somebody else may have written.
    mayWrite: error === undefined ? allowed : false,
    state,
    declare: async (version) => {
      for (const dryRun of [true, false]) {
        show({ status: dryRun ? 'dry-running' : 'writing' });
        try {
          await send(version, dryRun);
        } catch (failure) {
          base.current = undefined;
          show({ status: 'failed', problem: apiStatus(failure), wasDryRun: dryRun });
          return false;
        }
      }
      show({ status: 'written' });
      return true;
    },
    reset: useCallback(() => {
      base.current = undefined;
      show({ status: 'idle' });
    }, [show]),
  };
}
