import type {
  CauseOnNode,
  ClusterReportStatus,
  ReportedCause,
  RequirementCounts,
} from '@calico-readiness/requirements';
import {
  ageOfReport,
  bearingOfFindings,
  catalogue,
  clusterReportLimits,
  compareCauses,
} from '@calico-readiness/requirements';
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

/** A cause on all nodes that have it. */
interface Group {
  readonly first: CauseOnNode;
  readonly requirements: Set<string>;
  readonly reasons: Set<string>;
  readonly nodes: string[];
}

/** Sums reports up against the Node list. `now` is in milliseconds since 1970. Pure; each report is looked at once. */
export function summarizeFleet({ nodes, reports }: Fleet, now: number): FleetSummary {
  const counts: Record<NodeState, number> = { ready: 0, notReady: 0, unknown: 0, stale: 0, noReport: 0 };
  const flows = { verified: 0, notVerified: 0, broken: 0 };
  const requirements = catalogue.map(() => ({ pass: 0, warn: 0, fail: 0, unknown: 0, notApplicable: 0 }));
  const groups = new Map<string, Group>();
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
    for (const cause of report.causes) addTo(groups, cause, name);
  }
  const causes = [...groups.values()].map(toCause).sort(compareCauses);
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

function addTo(groups: Map<string, Group>, cause: CauseOnNode, node: string): void {
  let group = groups.get(cause.key);
  if (group === undefined) {
    group = { first: cause, requirements: new Set(), reasons: new Set(), nodes: [] };
    groups.set(cause.key, group);
  }
  group.nodes.push(node);
  for (const { requirement, reason } of cause.findings) {
    group.requirements.add(requirement);
    group.reasons.add(reason);
  }
}

function toCause({ first, requirements, reasons, nodes }: Group): ReportedCause {
  const [finding] = first.findings;
  return {
    ...(first.root !== undefined && { root: first.root.id }),
    requirement: finding?.requirement ?? '',
    reason: finding?.reason ?? '',
    requirements: [...requirements].slice(0, clusterReportLimits.requirements),
    reasons: [...reasons].slice(0, clusterReportLimits.reasons),
    verdict: first.verdict,
    bearing: bearingOfFindings(first.findings),
    nodes: nodes.length,
    nodeNames: firstByName(nodes, clusterReportLimits.nodeNames),
  };
}

/** Of thousands a few, without sorting them all. */
function firstByName(names: readonly string[], count: number): readonly string[] {
  const first: string[] = [];
  for (const name of names) {
    if (first.length === count && name >= (first[count - 1] ?? '')) continue;
    first.push(name);
    first.sort();
    first.length = Math.min(first.length, count);
  }
  return first;
}
