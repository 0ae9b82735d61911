import type { ClusterProfile, TestedFacts } from '@calico-readiness/requirements';
import { errorText } from '../foundation/agent-log';
import type { Observation } from '../observation/observe-host';
import { predictingObserver } from '../prediction/predicting-observer';
import type { RunningAgentOptions } from './agent-settings';

/** How an agent looks at its host: as it was told, else by its files. `tested` are the facts of its own traffic. */
export function observerOf(
  { look, hostRoot, signal, log }: RunningAgentOptions,
  tested: () => TestedFacts,
): (profile: ClusterProfile) => Promise<Observation> {
  const probeEnded = (run: object): void => log.debug(run, 'Ended a probe');
  const predictionFailed = (error: unknown): void => {
    log.warn({ error: errorText(error) }, 'Cannot predict what the guides would change');
  };
  return look ?? predictingObserver({ hostRoot, signal, probeEnded, predictionFailed, tested });
}
