import { nodeVerdicts } from '@calico-readiness/requirements';
import type {
  AnsweredFlowTest,
  ClusterProfile,
  Connectivity,
  NodeVerdict,
  OperatingSystem,
  ReportedFacts,
} from '@calico-readiness/requirements';
import { judgementOf } from './judgement';
import { readClusterProfile } from './read-cluster-profile';
import { readFlowAnswer } from './read-flow-answer';
import { readFindings } from './read-findings';
import type { ReadFinding } from './read-findings';
import { predictionReader } from './read-prediction';
import { readSharedFacts } from './read-shared-facts';
import { sharedByText } from './shared-by-text';
import { asList, asNumberBetween, asOneOf, asRecord, asText, asTime, withoutGaps } from './untyped';

/** A NodeReport of which every field has the shape it claims to have. */
export interface ReadReport {
  readonly name: string;
  /** Read from a line of a list: without what was seen, with a few facts only. */
  readonly isCompact?: true;
  /** The line that lists show of it. */
  readonly line?: string;
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
  /** What the agent answered to the last request for peers. */
  readonly flowTest?: AnsweredFlowTest;
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

/** Those of one cluster share their profile, and those that began to be alike at the same time their findings. */
const sharedProfile = sharedByText(readClusterProfile);
const sharedFindings = sharedByText(
  ({ findings, notApplicable, catalogueVersion, operatingSystem }: FindingsFields): ReadonlyMap<string, ReadFinding> =>
    readFindings(findings, notApplicable, predictionReader(catalogueVersion, operatingSystem)),
);

/** What the findings of a report are read from. */
interface FindingsFields {
  readonly findings: unknown;
  readonly notApplicable: unknown;
  readonly catalogueVersion: unknown;
  readonly operatingSystem: OperatingSystem | undefined;
}

function read(object: Readonly<Record<string, unknown>>): ReadReport | null {
  const metadata = asRecord(object['metadata']);
  const name = asText(metadata['name']);
  const status = asRecord(object['status']);
  if (name === undefined || Object.keys(status).length === 0) return null;
  const facts = readSharedFacts(status['facts']);
  const findings = sharedFindings({
    findings: status['findings'],
    notApplicable: status['notApplicable'],
    catalogueVersion: status['catalogueVersion'],
    operatingSystem: facts.operatingSystem,
  });
  const judgement = judgementOf(findings);
  return withoutGaps({
    name,
    line: asText(status['compact']),
    nodeUid: asText(status['nodeUID']) ?? ownerUid(metadata),
    observedAt: asTime(status['observedAt']),
    reportIntervalSeconds: asNumberBetween(10, 86_400, status['reportIntervalSeconds']) ?? defaultInterval,
    agentVersion: asText(status['agentVersion']),
    catalogueVersion: asText(status['catalogueVersion']),
    calicoVersion: asText(status['calicoVersion']),
    verdict: worseOf(asOneOf(nodeVerdicts, status['verdict']) ?? 'Unknown', judgement.verdict),
    connectivity: judgement.connectivity,
    findings,
    profile: sharedProfile(status['profile']),
    facts,
    flowTest: readFlowAnswer(status['flowTest']),
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
