import { useCallback } from 'react';
import { noteReplaced } from '../../../apply/replaced-configurations';
import { writeProblem } from '../../../apply/write-problem';
import type { WriteProblem } from '../../../apply/write-problem';
import { createJson, deleteJson, updateJson } from '../../../console/write-json';
import { useSettledState } from '../../../hooks/useSettledState';
import type { MachineConfigResource } from '../../../k8s/machine-config';
import { listUrl, machineConfigKind, objectUrl } from '../../../k8s/models';
import type { MachineConfigPoolObject } from '../../../k8s/models';

/** What is to be done, with the object as it was when a person looked at it. */
export type Intent =
  | { readonly kind: 'create' | 'update'; readonly object: MachineConfigResource }
  | { readonly kind: 'delete'; readonly object: MachineConfigResource };

export type WritingState =
  | { readonly status: 'idle' }
  | { readonly status: 'dry-running' | 'accepted' | 'writing' | 'written'; readonly intent: Intent }
  | {
      readonly status: 'failed';
      readonly intent: Intent;
      readonly problem: WriteProblem;
      readonly dryRun: boolean;
    };

export interface Writing {
  readonly state: WritingState;
  readonly dryRun: (intent: Intent) => void;
  /** Resolves to whether it was written; never rejects. */
  readonly write: (intent: Intent) => Promise<boolean>;
  readonly reset: () => void;
}

function send(intent: Intent, pools: readonly MachineConfigPoolObject[], dryRun: boolean): Promise<unknown> {
  const { name = '', uid, resourceVersion } = intent.object.metadata ?? {};
  const url = objectUrl(machineConfigKind, name);
  switch (intent.kind) {
    case 'create':
      return createJson(listUrl(machineConfigKind), intent.object, { dryRun });
    case 'update':
      return updateJson(url, noteReplaced(intent.object, pools), { dryRun });
    case 'delete':
      return deleteJson(
        url,
        { ...(uid !== undefined && { uid }), ...(resourceVersion !== undefined && { resourceVersion }) },
        { dryRun },
      );
    default:
      return intent satisfies never;
  }
}

/** One request at a time; what came of the last one. */
export function useWriting(pools: readonly MachineConfigPoolObject[]): Writing {
  const [state, settle] = useSettledState<WritingState>({ status: 'idle' });
  const run = useCallback(
    async (intent: Intent, dryRun: boolean): Promise<boolean> => {
      settle({ status: dryRun ? 'dry-running' : 'writing', intent });
      try {
        await send(intent, pools, dryRun);
        settle({ status: dryRun ? 'accepted' : 'written', intent });
        return true;
      } catch (error) {
        settle({ status: 'failed', intent, problem: writeProblem(error), dryRun });
        return false;
      }
    },
    [pools, settle],
  );
  return {
    state,
    dryRun: useCallback((intent) => void run(intent, true), [run]),
    write: useCallback((intent) => run(intent, false), [run]),
    reset: useCallback(() => {
      settle({ status: 'idle' });
    }, [settle]),
  };
}
