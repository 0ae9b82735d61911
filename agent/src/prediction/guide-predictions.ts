import type {
  ClusterProfile,
  Finding,
  GuideId,
  NodeChange,
  ReportedPrediction,
  ReportedPredictions,
  Requirement,
  Verdict,
} from '@calico-readiness/requirements';
import {
  catalogueFor,
  changesForNode,
  distributionFamily,
  fromReportedFacts,
  guideOfFinding,
  machineConfig,
  predictedFindings,
  profileValues,
  toReportedFacts,
} from '@calico-readiness/requirements';
import type { Observation } from '../observation/observe-host';
import { withinLimits } from '../publish/within-limits';
import type { Change } from './change';
import { changeOfConfig } from './change-of-config';
import type { PredictedHost } from './predict-requirements';
import { predictRequirements } from './predict-requirements';

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
  { signal, ...host }: PredictedHost,
  { findings, profile }: Observation,
  changes: readonly NodeChange[],
  limit = timeLimit,
): Promise<ReportedPredictions> {
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  // A timer has to wait for work that does not pause.
  const latest = performance.now() + limit;
  const timer = setTimeout(end, limit);
  signal?.addEventListener('abort', end);
  if (signal?.aborted === true) end();
  try {
    const predictions = new Map<string, ReportedPrediction>();
    for (const change of changes) {
      const requirements = requirementsOf(change.guide, findings, profile);
      const then = await predictRequirements(
        { ...host, signal: ending.signal },
        stepsOf(change),
        requirements,
        profile,
      );
      if (ending.signal.aborted || performance.now() > latest)
        throw new Error(`took longer than ${String(limit)} ms, or was ended`);
      for (const [requirement, prediction] of predictedFindings(change.guide, findings, then))
        predictions.set(requirement, prediction);
    }
    return predictions;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}

/** Those whose finding leads to the guide; the others are not asked what its change makes of them. */
function requirementsOf(
  guide: GuideId,
  findings: readonly Finding[],
  { calicoVersion }: ClusterProfile,
): readonly Requirement[] {
  const asked = new Set(
    findings.filter((finding) => guideOfFinding(finding) === guide).map((each) => each.requirement),
  );
  return catalogueFor(calicoVersion.value).filter(({ id }) => asked.has(id));
}

/** The observation with what the guides' changes would make of it; as it is where none has a change, or where predicting fails. */
export async function withPredictions(host: PredictedHost, observation: Observation): Promise<Observation> {
  try {
    const changes = changesFor(observation);
    if (changes.length === 0) return observation;
    return { ...observation, predictions: await predictGuides(host, observation, changes) };
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
