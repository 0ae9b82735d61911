import { useCallback } from 'react';
import { writeProblem } from '../../../../apply/write-problem';
import type { WriteProblem } from '../../../../apply/write-problem';
import { useSettledState } from '../../../../hooks/useSettledState';

export interface Request {
  readonly isRunning: boolean;
  /** Why the last one was not fulfilled, and whether it was a dry run. */
  readonly failure: { readonly problem: WriteProblem; readonly dryRun: boolean } | null;
  /** Resolves to whether it was fulfilled; never rejects. */
  readonly send: (request: (dryRun: boolean) => Promise<unknown>, dryRun: boolean) => Promise<boolean>;
}

/** One request at a time; what came of the last one. */
export function useRequest(): Request {
  const [state, settle] = useSettledState<Pick<Request, 'isRunning' | 'failure'>>({ isRunning: false, failure: null });
  const send = useCallback<Request['send']>(
    async (request, dryRun) => {
      settle({ isRunning: true, failure: null });
      try {
        await request(dryRun);
        settle({ isRunning: false, failure: null });
        return true;
      } catch (error) {
        settle({ isRunning: false, failure: { problem: writeProblem(error), dryRun } });
        return false;
      }
    },
    [settle],
  );
  return { ...state, send };
}
