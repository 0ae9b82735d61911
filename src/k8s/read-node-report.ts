import { connectivity, nodeVerdict, nodeVerdicts, verdicts } from '@calico-readiness/requirements';
import type { ClusterProfile, Connectivity, NodeVerdict, ReportedFacts, Verdict } from '@calico-readiness/requirements';
import { readClusterProfile } from './read-cluster-profile';
import { readReportedFacts } from './read-reported-facts';
import { asList, asNumberBetween, asOneOf, asRecord, asText, asTime, withoutGaps } from './untyped';

/** A finding as read: the requirement and the reason may be unknown to this catalogue and are then shown as they stand. */
export interface ReadFinding {
  readonly requirement: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** Untrusted host text; empty when nothing was seen. */
  readonly observed: string;
  /** Milliseconds since 1970. */
  readonly since?: number;
}

/** A NodeReport of which every field has the shape it claims to have. */
export interface ReadReport {
  readonly name: string;
  /** The uid of the Node that the report is about. */
  readonly nodeUid?: string;
  /** Milliseconds since 1970; absent when the report does not say. */
  readonly observedAt?: number;
  readonly reportIntervalSeconds: number;
  readonly agentVersion?: string;
  readonly catalogueVersion?: string;
  readonly calicoVersion?: string;
  readonly verdict: NodeVerdict;
  readonly connectivity: Connectivity;
  /** In the report's order, one for each requirement. */
  readonly findings: ReadonlyMap<string, ReadFinding>;
  readonly profile?: ClusterProfile;
  readonly facts: ReportedFacts;
}

/** A report that does not say how often its agent observes is taken to come every 15 minutes, as agents do unless told otherwise. */
const defaultInterval = 900;

const memory = new WeakMap<object, ReadReport | null>();

/**
 * Turns one object of the API into a report that can be trusted in its types, though not in its texts. Null for an
 * object without a name or without a status, which is a report that was never written. Remembered per object.
 */
export function readNodeReport(object: unknown): ReadReport | null {
  if (typeof object !== 'object' || object === null) return null;
  const known = memory.get(object);
  if (known !== undefined) return known;
  const report = read(asRecord(object));
  memory.set(object, report);
  return report;
}

function read(object: Readonly<Record<string, unknown>>): ReadReport | null {
  const metadata = asRecord(object['metadata']);
  const name = asText(metadata['name']);
  const status = asRecord(object['status']);
  if (name === undefined || Object.keys(status).length === 0) return null;
  const findings = readFindings(status['findings'], status['notApplicable']);
  return withoutGaps({
    name,
    nodeUid: asText(status['nodeUID']) ?? ownerUid(metadata),
    observedAt: asTime(status['observedAt']),
    reportIntervalSeconds: asNumberBetween(10, 86_400, status['reportIntervalSeconds']) ?? defaultInterval,
    agentVersion: asText(status['agentVersion']),
    catalogueVersion: asText(status['catalogueVersion']),
    calicoVersion: asText(status['calicoVersion']),
    verdict: worseOf(asOneOf(nodeVerdicts, status['verdict']) ?? 'Unknown', nodeVerdict([...findings.values()])),
    connectivity: connectivity([...findings.values()]),
    findings,
    profile: readClusterProfile(status['profile']),
    facts: readReportedFacts(status['facts']),
  });
}

const ownerUid = (metadata: Readonly<Record<string, unknown>>): string | undefined =>
  asText(
    asList(metadata['ownerReferences'])
      .map(asRecord)
      .find((owner) => owner['kind'] === 'Node')?.['uid'],
  );

const worstFirst: readonly NodeVerdict[] = ['NotReady', 'Unknown', 'Ready'];

/** The agent's word and its own findings can disagree only by a defect; then nothing may look better than the worse. */
export const worseOf = (one: NodeVerdict, other: NodeVerdict): NodeVerdict =>
  worstFirst.find((verdict) => verdict === one || verdict === other) ?? 'Unknown';

/** A requirement of which the report says both that it does not apply and a verdict has the verdict: it is the worse. */
function readFindings(value: unknown, notApplicable: unknown): ReadonlyMap<string, ReadFinding> {
  const findings = new Map<string, ReadFinding>();
  const notApplying = asList(notApplicable).map((requirement) => ({
    requirement,
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  }));
  for (const item of [...asList(value), ...notApplying]) {
    const finding = readFinding(asRecord(item));
    if (finding === undefined) continue;
    const earlier = findings.get(finding.requirement);
    if (earlier === undefined || isWorse(finding.verdict, earlier.verdict)) findings.set(finding.requirement, finding);
  }
  return findings;
}

function readFinding(finding: Readonly<Record<string, unknown>>): ReadFinding | undefined {
  const requirement = asText(finding['requirement']);
  if (requirement === undefined) return undefined;
  return withoutGaps({
    requirement,
    verdict: asOneOf(verdicts, finding['verdict']) ?? 'Unknown',
    reason: asText(finding['reason']) ?? 'Unknown',
    observed: asText(finding['observed']) ?? '',
    since: asTime(finding['since']),
  });
}

/** From worst to best; Unknown comes before Warn because it may hide a failure. */
export const verdictsWorstFirst: readonly Verdict[] = ['Fail', 'Unknown', 'Warn', 'Pass', 'NotApplicable'];

const isWorse = (one: Verdict, other: Verdict): boolean =>
  verdictsWorstFirst.indexOf(one) < verdictsWorstFirst.indexOf(other);
