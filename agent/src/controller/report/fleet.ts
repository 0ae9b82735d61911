import type {
  ClusterReportStatus,
  Labels,
  NodeWaivers,
  RequirementCounts,
  WaiverUse,
} from '@calico-readiness/requirements';
import { ageOfReport, catalogue, clusterReportLimits, WaiverCount } from '@calico-readiness/requirements';
import { CauseGroups } from './cause-groups';
import { noCount, withoutNone } from './counts';
import type { KnownNode } from './known-node';
import type { PolicyWaivers } from './policy-waivers';
import type { ReportSummary } from './report-summary';
import { isWaived, verdictOfNode, waivedFindings } from './waived-findings';

/** All nodes with their reports, as far as they are known. */
export interface Fleet {
  /** By name. */
  readonly nodes: ReadonlyMap<string, KnownNode>;
  /** By name of the node. */
  readonly reports: ReadonlyMap<string, ReportSummary>;
  /** Those of the policy, where there is one. */
  readonly waivers?: PolicyWaivers;
}

/** A node with what it counts as. */
type NodeState = keyof Omit<ClusterReportStatus['nodes'], 'nodes'>;

const stateOfVerdict = {
  Ready: 'ready',
  NotReady: 'notReady',
  Unknown: 'unknown',
  ReadyWithWaivers: 'waived',
} as const;
const countOfConnectivity = { Verified: 'verified', NotVerified: 'notVerified', Broken: 'broken' } as const;
const countOfVerdict = {
  Pass: 'pass',
  Warn: 'warn',
  Fail: 'fail',
  Unknown: 'unknown',
  NotApplicable: 'notApplicable',
} as const;

/** What of a ClusterReport comes of the nodes alone. */
export type FleetSummary = Pick<
  ClusterReportStatus,
  'nodes' | 'connectivity' | 'requirements' | 'causes' | 'causesTotal'
> & {
  /** When the oldest current report was made, milliseconds since 1970. */
  readonly oldestObservedAt: number | undefined;
  /** Of the causes, those that are waived on every node that has them. */
  readonly causesWaived: number;
  /** The waivers of the policy, in its order. */
  readonly waivers: readonly WaiverUse[];
};

/** Sums reports up against the Node list. `now` is in milliseconds since 1970. Pure; each report is looked at once. */
export function summarizeFleet({ nodes, reports, waivers }: Fleet, now: number): FleetSummary {
  const counts: Record<NodeState, number> = { ready: 0, notReady: 0, waived: 0, unknown: 0, stale: 0, noReport: 0 };
  const flows = { verified: 0, notVerified: 0, broken: 0 };
  const requirements = catalogue.map(({ id, scope }) => ({ id, scope, count: noCount() }));
  const groups = new CauseGroups();
  const use = new WaiverCount();
  const active = waivers?.activeAt(now);
  let oldestObservedAt: number | undefined;
  for (const [name, node] of nodes) {
    const report = currentReport(node, reports.get(name), now);
    if (typeof report === 'string') {
      counts[report] += 1;
      continue;
    }
    const waived = waivedFindings(report, active?.ofNode(node.labels ?? noLabels) ?? noWaivers);
    for (const waiver of waived.values()) use.add(waiver);
    counts[stateOfVerdict[verdictOfNode(report, waived)]] += 1;
    flows[countOfConnectivity[report.connectivity]] += 1;
    if (report.observedAt !== undefined) oldestObservedAt = Math.min(report.observedAt, oldestObservedAt ?? Infinity);
    requirements.forEach(({ id, count }, index) => {
      // A requirement that a report does not mention is Unknown, as the console has it.
      count[waived.has(id) ? 'waived' : countOfVerdict[report.verdicts[index] ?? 'Unknown']] += 1;
    });
    for (const cause of report.causes) groups.add(cause, name, isWaived(cause, waived));
  }
  const causes = groups.causes();
  return {
    nodes: { nodes: nodes.size, ...withoutNone(counts) },
    connectivity: flows,
    requirements: requirements.flatMap(({ id, scope, count }): readonly RequirementCounts[] =>
      scope === 'cluster' ? [] : [{ requirement: id, ...withoutNone(count) }],
    ),
    causes: causes.slice(0, clusterReportLimits.causes),
    causesTotal: causes.length,
    causesWaived: causes.filter(({ nodes: unwaived }) => unwaived === 0).length,
    oldestObservedAt,
    waivers: waivers === undefined ? [] : use.uses(waivers.read, now),
  };
}

const noLabels: Labels = {};
const noWaivers: NodeWaivers = new Map();

/** The report of a node as far as it speaks for it now; else why it does not. `now` is in milliseconds since 1970. */
export function currentReport(
  { uid }: KnownNode,
  report: ReportSummary | undefined,
  now: number,
): ReportSummary | 'noReport' | 'stale' {
  if (report === undefined) return 'noReport';
  const isOfEarlierNode = report.nodeUid !== undefined && uid !== undefined && report.nodeUid !== uid;
  if (isOfEarlierNode) return 'noReport';
  const { freshness } = ageOfReport(report.observedAt, report.reportIntervalSeconds, now);
  return freshness === 'current' ? report : 'stale';
}
