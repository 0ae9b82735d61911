import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fleetOfReports } from '../fleet/build-fleet';
import type { Fleet } from '../fleet/build-fleet';
import { loadProblem } from '../k8s/load-problem';
import type { LoadProblem } from '../k8s/load-problem';
import type { NodeObject } from '../k8s/models';
import type { ReadReport } from '../k8s/read-node-report';
import { begunLists } from '../lists/begun-lists';
import type { ListState } from '../lists/list-state';
import { nodeList } from '../lists/node-list';
import { ReportList } from '../lists/report-list';
import type { KeptReport } from '../lists/report-list';
import { useFollowedList } from './useFollowedList';
import { noPools, useLatestPools } from './useLatestPools';
import { useNow } from './useNow';
import { useRelist } from './useRelist';
import { useEnd, useSince } from './useSince';
import { useWaivers } from './useWaivers';

export { beginLists } from '../lists/begun-lists';

/** How many objects of the list that is furthest behind have arrived. */
export interface LoadProgress {
  readonly loaded: number;
  readonly total: number;
}

/** What is waited for: lists that arrive, unless it is said that a what-if is being judged. */
export type LoadActivity = 'judging';

export type FleetState =
  /** `fleet` holds what has arrived: fit for rows, never for totals. */
  | {
      readonly status: 'loading';
      readonly activity?: LoadActivity;
      readonly progress: LoadProgress | null;
      readonly fleet: Fleet;
    }
  | { readonly status: 'failed'; readonly problem: LoadProblem; readonly retry: () => void }
  /** `problem`: the lists were complete, and cannot be refreshed currently; `since` when, in milliseconds. */
  | {
      readonly status: 'ready';
      readonly fleet: Fleet;
      readonly problem: LoadProblem | null;
      readonly since?: number | undefined;
      readonly retry: () => void;
    };

const staleCheckMilliseconds = 30_000;

/** All nodes with their reports, most of them read from compact lines. Call it once per page: it holds the only lists. */
export function useFleet(): FleetState {
  const { watching, relist: relistPools } = useRelist();
  const [generation, setGeneration] = useState(0);
  const retry = useCallback(() => {
    relistPools();
    setGeneration((former) => former + 1);
  }, [relistPools]);
  const [begun] = useState(begunLists);
  const [reportList] = useState(() => begun?.reportKind ?? new ReportList());
  const nodes = useFollowedList(nodeList, generation, begun && { among: begun, list: begun.nodes });
  const reports = useFollowedList(reportList, generation, begun && { among: begun, list: begun.reports });
  const pools = useLatestPools(watching);
  const now = useNow(staleCheckMilliseconds);
  const waivers = useWaivers(watching, now);

  const listed = nodes.complete !== undefined && reports.complete !== undefined && pools !== undefined;
  const complete = listed && waivers !== undefined;
  const keptReports = reports.complete ?? reports.items;
  const shownReports = useMemo(() => keptReports.map(({ report }) => report), [keptReports]);
  const reportsAreIn = reports.complete !== undefined;
  const listedNodes = nodes.complete ?? nodes.items;
  // Before all reports are in, a node without one may only be waiting for its page: it is not shown yet.
  const shownNodes = useMemo(
    () => (reportsAreIn ? listedNodes : withReport(listedNodes, shownReports)),
    [listedNodes, shownReports, reportsAreIn],
  );
  const previous = useRef<Fleet>();
  const fleet = useMemo(
    () => fleetOfReports(shownNodes, shownReports, pools ?? noPools, now, previous.current, waivers),
    [shownNodes, shownReports, pools, now, waivers],
  );
  useEffect(() => {
    previous.current = fleet;
  }, [fleet]);

  const problem = problemOf(nodes, nodeList.plural) ?? problemOf(reports, reportList.plural);
  const since = useSince(problem !== null);
  // The console itself would try its own lists again a quarter of a minute after each failure.
  useEnd(problem !== null, relistPools);
  if (problem !== null && (!complete || problem.kind !== 'error')) return { status: 'failed', problem, retry };
  if (!complete) return { status: 'loading', progress: progressOf([nodes, reports]), fleet };
  return { status: 'ready', fleet, problem, since, retry };
}

function withReport(nodes: readonly NodeObject[], reports: readonly ReadReport[]): readonly NodeObject[] {
  const reported = new Set(reports.map(({ name }) => name));
  return nodes.filter((node) => reported.has(node.metadata?.name ?? ''));
}

type AnyList = ListState<NodeObject> | ListState<KeptReport>;

const problemOf = ({ error }: AnyList, resource: string): LoadProblem | null =>
  error === undefined || error === null ? null : loadProblem(error, resource);

function progressOf(lists: readonly AnyList[]): LoadProgress | null {
  const known = lists.flatMap(({ items, expected }) =>
    expected === undefined ? [] : [{ loaded: Math.min(items.length, expected), total: expected }],
  );
  if (known.length < lists.length) return null;
  return known.reduce((furthest, next) => (share(next) < share(furthest) ? next : furthest));
}

const share = ({ loaded, total }: LoadProgress): number => (total === 0 ? 1 : loaded / total);
