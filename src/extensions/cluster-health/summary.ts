import { ageOfReport } from '@calico-readiness/requirements';
import type { K8sResourceCommon } from '../../console/watch-list';
import { asNumberBetween, asRecord, asTime } from '../../k8s/untyped';
import type { Untyped } from '../../k8s/untyped';

/** The most nodes that a summary is believed to speak of. */
const mostNodes = 1_000_000;

export interface SummaryCounts {
  readonly nodes: number;
  readonly ready: number;
  readonly notReady: number;
  /** Nodes that are ready with waivers; they are not among `ready`. */
  readonly waived: number;
  readonly unknown: number;
  readonly stale: number;
  readonly noReport: number;
}

/** What the ClusterReport says of the fleet. */
export type ClusterSummary =
  | { readonly state: 'loading' | 'absent' | 'unreadable' | 'stale' }
  | { readonly state: 'ready' | 'not-ready' | 'unknown'; readonly counts: SummaryCounts };

/** What the console's watch hands over. */
export interface WatchedReports {
  readonly data?: readonly K8sResourceCommon[];
  readonly loaded?: boolean;
  readonly loadError?: unknown;
}

/** `now` in milliseconds since 1970. A report that is old, or does not add up, never makes a cluster ready. */
export function clusterSummary({ data, loaded, loadError }: WatchedReports, now: number): ClusterSummary {
  const report = Array.isArray(data) ? (data as readonly K8sResourceCommon[])[0] : undefined;
  if (report === undefined) {
    if (loadError !== undefined && loadError !== null && loadError !== '') return { state: 'unreadable' };
    return { state: loaded === true ? 'absent' : 'loading' };
  }
  const status = asRecord(asRecord(report)['status']);
  const counts = readCounts(status['nodes']);
  const interval = asNumberBetween(10, 86_400, status['reportIntervalSeconds']);
  if (counts === undefined || interval === undefined) return { state: 'unreadable' };
  if (ageOfReport(asTime(status['observedAt']), interval, now).freshness !== 'current') return { state: 'stale' };
  return { state: stateOf(counts), counts };
}

const names = ['nodes', 'ready', 'notReady', 'waived', 'unknown', 'stale', 'noReport'] as const;

/** Nodes that are ready with waivers are only mentioned where there are some. */
function readCounts(value: unknown): SummaryCounts | undefined {
  const written: Untyped = { waived: 0, ...asRecord(value) };
  const counts = names.map((name) => [name, asNumberBetween(0, mostNodes, written[name])] as const);
  if (counts.some(([, count]) => count === undefined)) return undefined;
  return Object.fromEntries(counts) as Record<(typeof names)[number], number>;
}

function stateOf({ nodes, ready, notReady, waived }: SummaryCounts): 'ready' | 'not-ready' | 'unknown' {
  if (notReady > 0) return 'not-ready';
  return nodes > 0 && ready + waived === nodes ? 'ready' : 'unknown';
}
