import { bearings, clusterReportLimits, roots, verdicts } from '@calico-readiness/requirements';
import type {
  ClusterProfile,
  ConnectivityCounts,
  NodeCounts,
  ReportedCause,
  Root,
} from '@calico-readiness/requirements';
import { readClusterProfile } from './read-cluster-profile';
import { readFindings } from './read-findings';
import type { ReadFinding } from './read-findings';
import { readReportedFlows } from './read-reported-flows';
import type { ReadFlows } from './read-reported-flows';
import { asList, asNumberBetween, asOneOf, asRecord, asText, asTexts, asTime, withoutGaps } from './untyped';
import type { Untyped } from './untyped';

/** A cause as a ClusterReport tells it; the root is one that this catalogue knows. */
export interface ReadCause extends Omit<ReportedCause, 'root' | 'nodeNames' | 'waived'> {
  readonly root?: Root;
  /** How many nodes it is on where all of it is waived; they are not among the others. */
  readonly waivedNodes: number;
}

/** What a ClusterReport says of all nodes: numbers that add up, or nothing. */
export interface ReadSummary {
  readonly nodes: NodeCounts;
  readonly connectivity: ConnectivityCounts;
  readonly causes: readonly ReadCause[];
  /** As many as there are; more than are listed where there are too many. */
  readonly causesTotal: number;
}

/** A ClusterReport of which every field has the shape that it claims to have. */
export interface ReadClusterReport {
  /** Milliseconds since 1970; absent when the report does not say. */
  readonly observedAt?: number;
  readonly reportIntervalSeconds: number;
  readonly profile?: ClusterProfile;
  readonly summary?: ReadSummary;
  /** About the cluster as a whole. */
  readonly findings: readonly ReadFinding[];
  /** About the flows between nodes; absent until some were tested. */
  readonly flows?: ReadFlows;
}

/** A report that does not say how often it is written is taken to come as often as the controller writes it. */
const defaultInterval = 900;
const mostNodes = 1_000_000;

/** Null for what has no status, which is a report that was never written. */
export function readClusterReport(object: unknown): ReadClusterReport | null {
  const status = asRecord(asRecord(object)['status']);
  if (Object.keys(status).length === 0) return null;
  return withoutGaps({
    observedAt: asTime(status['observedAt']),
    reportIntervalSeconds: asNumberBetween(10, 86_400, status['reportIntervalSeconds']) ?? defaultInterval,
    profile: readClusterProfile(status['profile']),
    summary: readSummary(status),
    findings: [...readFindings(status['findings'], undefined).values()],
    flows: readReportedFlows(status['flows']),
  });
}

/** All or nothing: totals of which one is a guess are none. */
function readSummary(status: Untyped): ReadSummary | undefined {
  const nodes = readNodeCounts(asRecord(status['nodes']));
  const connectivity = readCounts(status['connectivity'], ['verified', 'notVerified', 'broken']);
  const listed = asList(status['causes']);
  const causes = listed.slice(0, clusterReportLimits.causes).map((cause) => readCause(asRecord(cause)));
  const causesTotal = asNumberBetween(causes.length, mostNodes, status['causesTotal']);
  if (nodes === undefined || connectivity === undefined || causesTotal === undefined) return undefined;
  const { ready, notReady, waived = 0, unknown, stale, noReport } = nodes;
  if (ready + notReady + waived + unknown + stale + noReport !== nodes.nodes) return undefined;
  if (connectivity.verified + connectivity.notVerified + connectivity.broken > nodes.nodes) return undefined;
  const readable = causes.filter((cause) => cause !== undefined);
  return readable.length === causes.length ? { nodes, connectivity, causes: readable, causesTotal } : undefined;
}

/** Nodes that are ready with waivers are only mentioned where there are some. */
function readNodeCounts(value: Untyped): NodeCounts | undefined {
  const { waived = 0 } = value;
  return readCounts({ ...value, waived }, ['nodes', 'ready', 'notReady', 'waived', 'unknown', 'stale', 'noReport']);
}

function readCounts<Name extends string>(value: unknown, names: readonly Name[]): Record<Name, number> | undefined {
  const counts = names.map((name) => [name, asNumberBetween(0, mostNodes, asRecord(value)[name])] as const);
  const isWhole = counts.every(([, count]) => Number.isInteger(count));
  return isWhole ? (Object.fromEntries(counts) as Record<Name, number>) : undefined;
}

function readCause(cause: Untyped): ReadCause | undefined {
  const requirement = asText(cause['requirement']);
  const reason = asText(cause['reason']);
  const verdict = asOneOf(verdicts, cause['verdict']);
  const bearing = asOneOf(bearings, cause['bearing']);
  const nodes = asNumberBetween(0, mostNodes, cause['nodes']);
  const waivedNodes = asNumberBetween(0, mostNodes, cause['waived'] ?? 0);
  if (requirement === undefined || reason === undefined || verdict === undefined) return undefined;
  if (bearing === undefined || nodes === undefined || waivedNodes === undefined) return undefined;
  if (nodes + waivedNodes === 0) return undefined;
  return withoutGaps({
    // A root that only a newer catalogue knows is told by its first finding.
    root: roots.find(({ id }) => id === cause['root']),
    requirement,
    reason,
    requirements: (asTexts(cause['requirements']) ?? [requirement]).slice(0, clusterReportLimits.requirements),
    reasons: (asTexts(cause['reasons']) ?? [reason]).slice(0, clusterReportLimits.reasons),
    verdict,
    bearing,
    nodes,
    waivedNodes,
  });
}
