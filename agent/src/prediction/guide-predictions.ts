import type { NodeChange, ReportedPrediction, ReportedPredictions, Verdict } from '@calico-readiness/requirements';
import {
  changesForNode,
  distributionFamily,
  fromReportedFacts,
  machineConfig,
  predictedFindings,
  profileValues,
  toReportedFacts,
} from '@calico-readiness/requirements';
import type { Observation, ObserveOptions } from '../observation/observe-host';
import { withinLimits } from '../publish/within-limits';
import type { Change } from './change';
import { changeOfConfig } from './change-of-config';
import { predictHost } from './predict-host';

/** Milliseconds for all predictions of one observation; less than a probe may take, whose gap would look like one of the host. */
const timeLimit = 8_000;

/** What the guides would change on the host that was observed: from the facts as its report carries them, since the pages know no others. */
export function changesFor({ facts, findings, profile, hostName }: Observation): readonly NodeChange[] {
  const { operatingSystem } = facts;
  if (operatingSystem.status === 'unavailable' || !findings.some(({ verdict }) => isUnmet(verdict))) return [];
  const reported = fromReportedFacts(withinLimits(toReportedFacts(facts), ['facts']));
  const node = { name: hostName ?? 'host', facts: reported, profile: profileValues(profile) };
  return changesForNode(node, findings, distributionFamily(operatingSystem.value));
}

const isUnmet = (verdict: Verdict): boolean => verdict === 'Fail' || verdict === 'Warn';

/**
 * Lays each of these changes over the host, one at a time, and says what it makes of the findings of its guide: of those that
 * fail, warn or are Unknown. Writes nothing. Rejects where a change cannot be laid over, or when all of it takes too long.
 */
export async function predictGuides(
  { hostRoot, kernelRelease, signal }: Pick<ObserveOptions, 'hostRoot' | 'kernelRelease' | 'signal'>,
  { findings, profile }: Observation,
  changes: readonly NodeChange[],
  limit = timeLimit,
): Promise<ReportedPredictions> {
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  const timer = setTimeout(end, limit);
  signal?.addEventListener('abort', end);
  if (signal?.aborted === true) end();
  try {
    const predictions = new Map<string, ReportedPrediction>();
    for (const change of changes) {
      const { observation } = await predictHost(
        { hostRoot, ...(kernelRelease !== undefined && { kernelRelease }), profile, signal: ending.signal },
        stepsOf(change),
      );
      if (ending.signal.aborted) throw new Error(`took longer than ${String(limit)} ms, or was ended`);
      for (const [requirement, prediction] of predictedFindings(change.guide, findings, observation.findings))
        predictions.set(requirement, prediction);
    }
    return predictions;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}

/** The observation with what the guides' changes would make of it; as it is where none has a change, or where predicting fails. */
export async function withPredictions(
  options: Pick<ObserveOptions, 'hostRoot' | 'kernelRelease'>,
  observation: Observation,
): Promise<Observation> {
  try {
    const changes = changesFor(observation);
    if (changes.length === 0) return observation;
    return { ...observation, predictions: await predictGuides(options, observation, changes) };
  } catch {
    return observation;
  }
}

/** What the MachineConfig of a guide does to a host; one that no MachineConfig reaches has the same files and masks after the guide's script. */
export function stepsOf({ guide, change }: NodeChange): Change {
  const steps = changeOfConfig(machineConfig({ role: 'worker', guide, change }));
  if (steps.status === 'malformed') throw new Error(`the MachineConfig of the guide ${guide} ${steps.detail}`);
  return steps.value;
}
