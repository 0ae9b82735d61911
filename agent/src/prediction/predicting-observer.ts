import type {
  ClusterProfile,
  HostFacts,
  NodeChange,
  ReportedPredictions,
  TestedFacts,
} from '@calico-readiness/requirements';
import { HostMemory } from '../host/memory/host-memory';
import { testedFactNames } from '@calico-readiness/requirements';
import type { Observation, ObserveOptions } from '../observation/observe-host';
import { observeHost } from '../observation/observe-host';
import { changesFor, predictGuides } from './guide-predictions';

/** What is observed again and again, and who hears why nothing was predicted. */
export interface PredictingObserverOptions extends Omit<
  ObserveOptions,
  'profile' | 'memory' | 'prediction' | 'tested'
> {
  /** What the agent found out by its own traffic, asked before each observation. */
  readonly tested?: () => TestedFacts;
  /** Gets the error; the observation goes on without predictions. */
  readonly predictionFailed?: (error: unknown) => void;
}

/** Milliseconds after which the same is predicted anew: the next boot reads a few files that no observation of now asks for. */
const longestTakenOver = 900_000;

/**
 * Observes the same host again and again, and predicts what the guides' changes would do. What has not changed since the last
 * time is not looked at anew: predictions are taken over while facts, profile and everything remembered of the files are the
 * same. A host on which no guide has something to change pays nothing.
 */
export function predictingObserver({
  predictionFailed,
  tested,
  ...options
}: PredictingObserverOptions): (profile: ClusterProfile) => Promise<Observation> {
  const memory = new HostMemory();
  const predicting = new RememberedPredictions(options, predictionFailed);
  return async (profile) => {
    const observation = await observeHost({
      ...options,
      profile,
      memory,
      ...(tested !== undefined && { tested: tested() }),
    });
    const changes = changesFor(observation);
    if (changes.length === 0 || options.signal?.aborted === true) return observation;
    const predictions = await predicting.of(observation, changes, memory.version);
    return predictions === undefined ? observation : { ...observation, predictions };
  };
}

/** The predictions of the last observation that had any, or undefined where they failed: that is not tried again at once either. */
class RememberedPredictions {
  private last:
    { readonly key: string; readonly until: number; readonly predictions: ReportedPredictions | undefined } | undefined;

  constructor(
    private readonly options: Omit<ObserveOptions, 'profile' | 'memory' | 'prediction' | 'tested'>,
    private readonly failed: ((error: unknown) => void) | undefined,
  ) {}

  async of(
    observation: Observation,
    changes: readonly NodeChange[],
    memoryVersion: number,
  ): Promise<ReportedPredictions | undefined> {
    const key = JSON.stringify([memoryVersion, observation.profile, ofHost(observation.facts)]);
    if (this.last?.key === key && performance.now() < this.last.until) return this.last.predictions;
    const predictions = await this.predict(observation, changes);
    this.last = { key, until: performance.now() + longestTakenOver, predictions };
    return predictions;
  }

  private async predict(
    observation: Observation,
    changes: readonly NodeChange[],
  ): Promise<ReportedPredictions | undefined> {
    try {
      return await predictGuides(this.options, observation, changes);
    } catch (error) {
      if (this.options.signal?.aborted !== true) this.failed?.(error);
      return undefined;
    }
  }
}

/** Without what traffic shows, of which no prediction knows anything and which changes with every test. */
const ofHost = (facts: HostFacts): Partial<HostFacts> =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !testedFactNames.some((tested) => tested === name)));
