import type { ClusterReportStatus, RequirementCounts } from '@calico-readiness/requirements';
import { ageOfReport, catalogue, clusterReportLimits } from '@calico-readiness/requirements';
import { CauseGroups } from './cause-groups';
import type { ListedObject } from './collection';
import type { ReportSummary } from './report-summary';

/** What is kept of a Node. */
export interface KnownNode {
  readonly uid: string | undefined;
}

/** All nodes with their reports, as far as they are known. */
export interface Fleet {
  /** By name. */
  readonly nodes: ReadonlyMap<string, KnownNode>;
  /** By name of the node. */
  readonly reports: ReadonlyMap<string, ReportSummary>;
}

/** A node with what it counts as. */
type NodeState = keyof Omit<ClusterReportStatus['nodes'], 'nodes'>;

const stateOfVerdict = { Ready: 'ready', NotReady: 'notReady', Unknown: 'unknown' } as const;
const countOfConnectivity = { Verified: 'verified', NotVerified: 'notVerified', Broken: 'broken' } as const;
const countOfVerdict = {
  Pass: 'pass',
  Warn: 'warn',
  Fail: 'fail',
  Unknown: 'unknown',
  NotApplicable: 'notApplicable',
} as const;

/** Undefined for a node of Windows, where no agent runs and Calico has other requirements. */
export function readNode({ metadata }: ListedObject): KnownNode | undefined {
  const labels = metadata['labels'];
  const system: unknown =
    typeof labels === 'object' && labels !== null && 'kubernetes.io/os' in labels ? labels['kubernetes.io/os'] : '';
  if (system === 'windows') return undefined;
  const { uid } = metadata;
  return { uid: typeof uid === 'string' ? uid : undefined };
}

/** What of a ClusterReport comes of the nodes alone. */
export type FleetSummary = Pick<
  ClusterReportStatus,
  'nodes' | 'connectivity' | 'requirements' | 'causes' | 'causesTotal'
> & {
  /** When the oldest current report was made, milliseconds since 1970. */
  readonly oldestObservedAt: number | undefined;
};

/** Sums reports up against the Node list. `now` is in milliseconds since 1970. Pure; each report is looked at once. */
export function summarizeFleet({ nodes, reports }: Fleet, now: number): FleetSummary {
  const counts: Record<NodeState, number> = { ready: 0, notReady: 0, unknown: 0, stale: 0, noReport: 0 };
  const flows = { verified: 0, notVerified: 0, broken: 0 };
  const requirements = catalogue.map(() => ({ pass: 0, warn: 0, fail: 0, unknown: 0, notApplicable: 0 }));
  const groups = new CauseGroups();
  let oldestObservedAt: number | undefined;
  for (const [name, node] of nodes) {
    const report = reports.get(name);
    const state = stateOf(node, report, now);
    counts[state] += 1;
    if (report === undefined || state === 'noReport' || state === 'stale') continue;
    flows[countOfConnectivity[report.connectivity]] += 1;
    if (report.observedAt !== undefined) oldestObservedAt = Math.min(report.observedAt, oldestObservedAt ?? Infinity);
    report.verdicts.forEach((verdict, index) => {
      const count = requirements[index];
      // A requirement that a report does not mention is Unknown, as the console has it.
      if (count !== undefined) count[countOfVerdict[verdict ?? 'Unknown']] += 1;
    });
    for (const cause of report.causes) groups.add(cause, name);
  }
  const causes = groups.causes();
  return {
    nodes: { nodes: nodes.size, ...counts },
    connectivity: flows,
    requirements: catalogue.flatMap(({ id, scope }, index): readonly RequirementCounts[] => {
      const count = requirements[index];
      return scope === 'cluster' || count === undefined ? [] : [{ requirement: id, ...count }];
    }),
    causes: causes.slice(0, clusterReportLimits.causes),
    causesTotal: causes.length,
    oldestObservedAt,
  };
}

function stateOf({ uid }: KnownNode, report: ReportSummary | undefined, now: number): NodeState {
  if (report === undefined) return 'noReport';
  const isOfEarlierNode = report.nodeUid !== undefined && uid !== undefined && report.nodeUid !== uid;
  if (isOfEarlierNode) return 'noReport';
  const { freshness } = ageOfReport(report.observedAt, report.reportIntervalSeconds, now);
  return freshness === 'current' ? stateOfVerdict[report.verdict] : 'stale';
}
