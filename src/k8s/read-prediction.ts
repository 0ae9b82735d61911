import { catalogueVersion, distributionFamily, verdicts } from '@calico-readiness/requirements';
import type { OperatingSystem, Verdict } from '@calico-readiness/requirements';
import { asOneOf, asRecord, asText } from './untyped';

/** What a guide's change would make of a finding, as the node's agent predicted it; guide and reason may be unknown to this catalogue. */
export interface ReadPrediction {
  readonly guide: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** Whether the change is a MachineConfig; else it is what the guide does on hosts. */
  readonly byMachineConfig: boolean;
}

/** Reads the predictions of one report; none of a report of another catalogue, whose guides may write something else. */
export function predictionReader(
  reportedVersion: unknown,
  system: OperatingSystem | undefined,
): (value: unknown) => ReadPrediction | undefined {
  if (reportedVersion !== catalogueVersion || system === undefined) return () => undefined;
  const byMachineConfig = distributionFamily(system) === 'rhcos';
  return (value) => {
    const prediction = asRecord(value);
    const [guide, reason] = [asText(prediction['guide']), asText(prediction['reason'])];
    const verdict = asOneOf(verdicts, prediction['verdict']);
    return guide === undefined || reason === undefined || verdict === undefined
      ? undefined
      : { guide, verdict, reason, byMachineConfig };
  };
}
