import { useCallback } from 'react';
import { readinessPolicyName } from '@calico-readiness/requirements';
import { writeProblem } from '../../apply/write-problem';
import type { WriteProblem } from '../../apply/write-problem';
import { createJson, patchJson } from '../../console/write-json';
import { patchOf, policyWith } from '../../fleet/waivers/waiver-change';
import type { WaiverChange } from '../../fleet/waivers/waiver-change';
import { useIsShown } from '../../hooks/useIsShown';
import { useSettledState } from '../../hooks/useSettledState';
import { listUrl, objectUrl, readinessPolicyKind } from '../../k8s/models';

export type WaiverWritingState =
  | { readonly status: 'idle' | 'writing' | 'written' }
  | { readonly status: 'failed'; readonly problem: WriteProblem; readonly dryRun: boolean };

export interface WaiverWriting {
  readonly state: WaiverWritingState;
  /** Resolves to whether it was written; never rejects. */
  readonly write: (change: WaiverChange) => Promise<boolean>;
  /** Whether who asked is still shown: a waiver that is written, or ended, takes the place of its form or its button. */
  readonly isShown: () => boolean;
}

function send(change: WaiverChange, dryRun: boolean): Promise<unknown> {
  if (change.kind === 'add' && change.policy === undefined)
    return createJson(listUrl(readinessPolicyKind), policyWith(change.waiver), { dryRun });
  return patchJson(objectUrl(readinessPolicyKind, readinessPolicyName), patchOf(change), { dryRun });
}

/** Changes the waivers of the policy: a dry run first, and nothing is written that the API does not accept in it. */
export function useWaiverWriting(): WaiverWriting {
  const [state, settle] = useSettledState<WaiverWritingState>({ status: 'idle' });
  const isShown = useIsShown();
  const write = useCallback(
    async (change: WaiverChange): Promise<boolean> => {
      settle({ status: 'writing' });
      for (const dryRun of [true, false]) {
        try {
          await send(change, dryRun);
        } catch (error) {
          settle({ status: 'failed', problem: writeProblem(error), dryRun });
          return false;
        }
      }
      settle({ status: 'written' });
      return true;
    },
    [settle],
  );
  return { state, write, isShown };
}
