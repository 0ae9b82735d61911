import { useCallback } from 'react';
import { readinessPolicyName } from '@calico-readiness/requirements';
import { writeProblem } from '../../apply/write-problem';
import type { WriteProblem } from '../../apply/write-problem';
import { apiCauses } from '../../console/api-status';
import type { ApiCause } from '../../console/api-status';
import { createJson, patchJson } from '../../console/write-json';
import { useSettledState } from '../../hooks/useSettledState';
import { listUrl, objectUrl, readinessPolicyKind } from '../../k8s/models';
import type { ReadinessPolicyObject } from '../../k8s/models';
import type { Untyped } from '../../k8s/untyped';
import { policyObject, policyPatch } from './draft/policy-write';

export type PolicyWritingState =
  | { readonly status: 'idle' | 'writing' | 'written' }
  | {
      readonly status: 'failed';
      readonly problem: WriteProblem;
      readonly causes: readonly ApiCause[];
      readonly dryRun: boolean;
    };

export interface PolicyWriting {
  readonly state: PolicyWritingState;
  /** Resolves to the policy as it was written, undefined where it was not; never rejects. */
  readonly save: (
    policy: ReadinessPolicyObject | undefined,
    spec: Untyped,
  ) => Promise<ReadinessPolicyObject | undefined>;
  readonly reset: () => void;
}

const send = (policy: ReadinessPolicyObject | undefined, spec: Untyped, dryRun: boolean): Promise<unknown> =>
  policy === undefined
    ? createJson(listUrl(readinessPolicyKind), policyObject(spec), { dryRun })
    : patchJson(objectUrl(readinessPolicyKind, readinessPolicyName), policyPatch(policy, spec), { dryRun });

/** Writes the policy: a dry run first, and nothing is written that the API does not accept in it. */
export function usePolicyWriting(): PolicyWriting {
  const [state, settle] = useSettledState<PolicyWritingState>({ status: 'idle' });
  const save = useCallback<PolicyWriting['save']>(
    async (policy, spec) => {
      settle({ status: 'writing' });
      let answer: unknown;
      for (const dryRun of [true, false]) {
        try {
          answer = await send(policy, spec, dryRun);
        } catch (error) {
          settle({ status: 'failed', problem: writeProblem(error), causes: apiCauses(error), dryRun });
          return undefined;
        }
      }
      settle({ status: 'written' });
      return answer as ReadinessPolicyObject;
    },
    [settle],
  );
  const reset = useCallback(() => {
    settle({ status: 'idle' });
  }, [settle]);
  return { state, save, reset };
}
