import { useCallback, useState } from 'react';
import { apiStatus } from '../../console/api-status';
import { patchJson } from '../../console/write-json';
import { nodeReportKind, objectUrl } from '../../k8s/models';
import { useIsShown } from '../useIsShown';

/** At most so many agents are asked at one press, and so many requests are under way at once. */
export const mostAsked = 100;
const atOnce = 5;

export interface RecheckState {
  readonly running: boolean;
  readonly asked: number;
  readonly failed: number;
  /** What the API said last; untrusted. */
  readonly message: string;
}

const idle: RecheckState = { running: false, asked: 0, failed: 0, message: '' };

/** Asks the agents of nodes to observe again, by their reports (`spec.recheckRequestedAt`). */
export function useRecheck(): { readonly state: RecheckState; readonly ask: (nodes: readonly string[]) => void } {
  const [state, show] = useState(idle);
  const isShown = useIsShown();
  const ask = useCallback(
    (nodes: readonly string[]) => {
      const setState = (next: (before: RecheckState) => RecheckState) => {
        if (isShown()) show(next);
      };
      const rest = nodes.slice(0, mostAsked);
      const recheckRequestedAt = new Date().toISOString();
      setState(() => ({ ...idle, running: true }));
      const worker = async (): Promise<void> => {
        for (let node = rest.shift(); node !== undefined; node = rest.shift()) {
          try {
            // A report has nothing else in its specification.
            const operation = { op: 'add', path: '/spec', value: { recheckRequestedAt } };
            await patchJson(objectUrl(nodeReportKind, node), [operation]);
            setState((before) => ({ ...before, asked: before.asked + 1 }));
          } catch (error) {
            const { message } = apiStatus(error);
            setState((before) => ({ ...before, failed: before.failed + 1, message }));
          }
        }
      };
      void Promise.all(Array.from({ length: atOnce }, worker)).then(() => {
        setState((before) => ({ ...before, running: false }));
      });
    },
    [isShown],
  );
  return { state, ask };
}
