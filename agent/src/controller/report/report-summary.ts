import type { CauseOnNode, Connectivity, NodeVerdict, Verdict } from '@calico-readiness/requirements';
import { catalogue, causesOfFindings, connectivity, nodeVerdict, nodeVerdicts } from '@calico-readiness/requirements';
import { isRecord } from '../../publish/carried-on';
import type { ListedObject } from './collection';
import type { Explained } from './reported-judgement';
import type { KeptFlow } from '../flows/reported-tests';
import { FlowTestReader } from '../flows/reported-tests';
import { findingsOf, readyCondition } from './reported-judgement';

/** What is kept of one NodeReport: half a kilobyte of the eleven. */
export interface ReportSummary {
  /** uid of the Node that it is about. */
  readonly nodeUid: string | undefined;
  /** Milliseconds since 1970. */
  readonly observedAt: number | undefined;
  readonly reportIntervalSeconds: number;
  readonly verdict: NodeVerdict;
  readonly connectivity: Connectivity;
  /** The verdict on each requirement of the catalogue, in its order; undefined where the report does not mention it. */
  readonly verdicts: readonly (Verdict | undefined)[];
  readonly causes: readonly CauseOnNode[];
  /** What the agent itself says of that verdict; undefined where it says something else, or nothing. */
  readonly explained?: Explained;
  /** What its tests of flows came to; left out where it made none. */
  readonly flows?: readonly KeptFlow[];
  /** When the agent began, milliseconds since 1970; left out where it does not say so. */
  readonly agentSince?: number;
}

/** What the findings of a report come to. Reports of nodes that are alike have the same. */
type Judged = Pick<ReportSummary, 'verdict' | 'connectivity' | 'verdicts' | 'causes' | 'explained'>;

/** A report that does not say how often its agent writes is taken to come as often as agents do unless told otherwise, seconds. */
const defaultInterval = 900;
/** Different results that are kept to be shared; more than a fleet has, so that only a hostile one meets it. */
const mostShared = 2_000;

const worstFirst: readonly NodeVerdict[] = ['NotReady', 'Unknown', 'Ready'];

/** Reads reports, of which nothing is trusted that their agents or anybody else wrote there. */
export class ReportReader {
  private readonly shared = new Map<string, Judged>();
  private readonly flowTests = new FlowTestReader();

  /** Undefined for a report without a status, which was never written. */
  readonly read = ({ metadata, status }: ListedObject): ReportSummary | undefined => {
    if (!isRecord(status) || Object.keys(status).length === 0) return undefined;
    const { nodeUID, observedAt, reportIntervalSeconds: interval } = status;
    const time = timeOf(observedAt);
    const agentSince = timeOf(status['agentStartedAt']);
    const flows = this.flowTests.read(status['facts']);
    const isInterval = typeof interval === 'number' && interval >= 10 && interval <= 86_400;
    return {
      nodeUid: typeof nodeUID === 'string' ? nodeUID : ownerUid(metadata['ownerReferences']),
      observedAt: time,
      reportIntervalSeconds: isInterval ? interval : defaultInterval,
      ...this.judged(status),
      ...(flows && { flows }),
      ...(flows && agentSince !== undefined && { agentSince }),
    };
  };

  private judged(status: Readonly<Record<string, unknown>>): Judged {
    const findings = findingsOf(status);
    const claimed = nodeVerdicts.find((verdict) => verdict === status['verdict']) ?? 'Unknown';
    const ready = readyCondition(status['conditions']);
    const key = `${claimed} ${JSON.stringify(ready) ?? ''} ${findings.map(({ requirement, verdict, reason }) => `${requirement} ${verdict} ${reason}`).join()}`;
    const known = this.shared.get(key);
    if (known !== undefined) return known;
    if (this.shared.size >= mostShared) this.shared.clear();
    const byRequirement = new Map(findings.map(({ requirement, verdict }) => [requirement, verdict]));
    const own = nodeVerdict(findings);
    // The agent's word and its own findings can disagree only by a defect; then the worse counts.
    const verdict = worstFirst.find((candidate) => candidate === claimed || candidate === own) ?? 'Unknown';
    const judged: Judged = {
      verdict,
      connectivity: connectivity(findings),
      verdicts: catalogue.map(({ id }) => byRequirement.get(id)),
      causes: causesOfFindings(findings),
      ...(ready?.verdict === verdict && { explained: ready.explained }),
    };
    this.shared.set(key, judged);
    return judged;
  }
}

function timeOf(text: unknown): number | undefined {
  const time = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

function ownerUid(owners: unknown): string | undefined {
  const owner = (Array.isArray(owners) ? owners : []).filter(isRecord).find(({ kind }) => kind === 'Node');
  const uid = owner?.['uid'];
  return typeof uid === 'string' ? uid : undefined;
}
