import type { CauseOnNode, Connectivity, JudgedFinding, NodeVerdict, Verdict } from '@calico-readiness/requirements';
import {
  catalogue,
  causesOfFindings,
  connectivity,
  nodeVerdict,
  nodeVerdicts,
  verdicts,
} from '@calico-readiness/requirements';
import { isRecord } from '../../publish/carried-on';
import type { ListedObject } from './collection';

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
}

/** What the findings of a report come to. Reports of nodes that are alike have the same. */
type Judged = Pick<ReportSummary, 'verdict' | 'connectivity' | 'verdicts' | 'causes'>;

/** A report that does not say how often its agent writes is taken to come as often as agents do unless told otherwise, seconds. */
const defaultInterval = 900;
/** Different results that are kept to be shared; more than a fleet has, so that only a hostile one meets it. */
const mostShared = 2_000;

const idPattern = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const reasonPattern = /^[A-Z][A-Za-z0-9]{0,62}$/;
const worstFirst: readonly NodeVerdict[] = ['NotReady', 'Unknown', 'Ready'];
const findingsWorstFirst: readonly Verdict[] = ['Fail', 'Unknown', 'Warn', 'Pass', 'NotApplicable'];

/** Reads reports, of which nothing is trusted that their agents or anybody else wrote there. */
export class ReportReader {
  private readonly shared = new Map<string, Judged>();

  /** Undefined for a report without a status, which was never written. */
  readonly read = ({ metadata, status }: ListedObject): ReportSummary | undefined => {
    if (!isRecord(status) || Object.keys(status).length === 0) return undefined;
    const { nodeUID, observedAt, reportIntervalSeconds: interval } = status;
    const time = typeof observedAt === 'string' ? Date.parse(observedAt) : NaN;
    const isInterval = typeof interval === 'number' && interval >= 10 && interval <= 86_400;
    return {
      nodeUid: typeof nodeUID === 'string' ? nodeUID : ownerUid(metadata['ownerReferences']),
      observedAt: Number.isNaN(time) ? undefined : time,
      reportIntervalSeconds: isInterval ? interval : defaultInterval,
      ...this.judged(status),
    };
  };

  private judged(status: Readonly<Record<string, unknown>>): Judged {
    const findings = findingsOf(status);
    const claimed = nodeVerdicts.find((verdict) => verdict === status['verdict']) ?? 'Unknown';
    const key = `${claimed} ${findings.map(({ requirement, verdict, reason }) => `${requirement} ${verdict} ${reason}`).join()}`;
    const known = this.shared.get(key);
    if (known !== undefined) return known;
    if (this.shared.size >= mostShared) this.shared.clear();
    const byRequirement = new Map(findings.map(({ requirement, verdict }) => [requirement, verdict]));
    const own = nodeVerdict(findings);
    const judged: Judged = {
      // The agent's word and its own findings can disagree only by a defect; then the worse counts.
      verdict: worstFirst.find((verdict) => verdict === claimed || verdict === own) ?? 'Unknown',
      connectivity: connectivity(findings),
      verdicts: catalogue.map(({ id }) => byRequirement.get(id)),
      causes: causesOfFindings(findings),
    };
    this.shared.set(key, judged);
    return judged;
  }
}

/** One for each requirement; of several the worst. What does not look like a finding is none. */
function findingsOf({ findings, notApplicable }: Readonly<Record<string, unknown>>): readonly JudgedFinding[] {
  const found = new Map<string, JudgedFinding>();
  const put = (finding: JudgedFinding): void => {
    const before = found.get(finding.requirement);
    const rank = (verdict: Verdict): number => findingsWorstFirst.indexOf(verdict);
    if (before === undefined || rank(finding.verdict) < rank(before.verdict)) found.set(finding.requirement, finding);
  };
  for (const finding of Array.isArray(findings) ? findings : []) {
    if (!isRecord(finding)) continue;
    const { requirement, verdict, reason } = finding;
    if (!isId(requirement)) continue;
    put({
      requirement,
      verdict: verdicts.find((candidate) => candidate === verdict) ?? 'Unknown',
      reason: typeof reason === 'string' && reasonPattern.test(reason) ? reason : 'Unknown',
    });
  }
  for (const requirement of Array.isArray(notApplicable) ? notApplicable : [])
    if (isId(requirement)) put({ requirement, verdict: 'NotApplicable', reason: 'NotApplicable' });
  return [...found.values()];
}

const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value);

function ownerUid(owners: unknown): string | undefined {
  const owner = (Array.isArray(owners) ? owners : []).filter(isRecord).find(({ kind }) => kind === 'Node');
  const uid = owner?.['uid'];
  return typeof uid === 'string' ? uid : undefined;
}
