import { useEffect, useMemo, useRef, useState } from 'react';
import { fleetOfRows } from '../fleet/build-fleet';
import type { Fleet } from '../fleet/build-fleet';
import type { NodeRow } from '../fleet/node-row';
import { WholeRows } from '../fleet/whole-rows';
import { loadProblem } from '../k8s/load-problem';
import type { LoadProblem } from '../k8s/load-problem';
import { nodeReportKind } from '../k8s/models';
import { loadWholeReports } from '../lists/whole-reports';
import type { FleetState } from './useFleet';

const nobody = fleetOfRows([], []);

/**
 * The fleet with the whole reports of the rows that are wanted, which are read in the background, page by page; `null`
 * wants none, stops what is being read, and forgets it. Once complete, a fleet stays until its successor is complete.
 */
export function useWholeFleet(listed: FleetState, wants: ((row: NodeRow) => boolean) | null): FleetState {
  const rows = useMemo(() => (wants === null ? null : new WholeRows(wants)), [wants]);
  const fleet = listed.status === 'ready' ? listed.fleet : undefined;
  const { missing, problem, retry } = useMissingRows(fleet, rows);
  const isComplete = missing.length === 0;
  const whole = useMemo(
    () => (fleet === undefined || rows === null || !isComplete ? undefined : rows.fleet(fleet)),
    [fleet, rows, isComplete],
  );
  const latest = useRef<{ readonly rows: WholeRows; readonly fleet: Fleet }>();
  useEffect(() => {
    if (rows === null) latest.current = undefined;
    else if (whole !== undefined) latest.current = { rows, fleet: whole };
  }, [rows, whole]);

  if (listed.status !== 'ready' || rows === null) return listed;
  const shown = whole ?? (latest.current?.rows === rows ? latest.current.fleet : undefined);
  if (shown !== undefined) return { ...listed, fleet: shown };
  if (problem !== null) return { status: 'failed', problem, retry };
  const total = rows.wanted(listed.fleet);
  return { status: 'loading', progress: { loaded: total - missing.length, total }, fleet: nobody };
}

const none: readonly NodeRow[] = [];

/** The rows that are not whole yet, and reads them. */
function useMissingRows(fleet: Fleet | undefined, rows: WholeRows | null) {
  /** Another one whenever reports have arrived. */
  const [arrivals, setArrivals] = useState(0);
  /** Another one whenever all of them have, and when a person tries again. */
  const [round, setRound] = useState(0);
  const [problem, setProblem] = useState<LoadProblem | null>(null);
  const missing = useMemo(
    () => (fleet === undefined || rows === null ? none : rows.missing(fleet)),
    // What has arrived is kept by the rows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [fleet, rows, arrivals, round],
  );
  const isMissing = missing.length > 0;
  useEffect(() => {
    setProblem(null);
    if (rows === null || !isMissing) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const arrived = (reports: Parameters<WholeRows['add']>[0]): void => {
      rows.add(reports);
      setArrivals((former) => former + 1);
    };
    loadWholeReports(new Set(missing.map(({ name }) => name)), arrived, signal).then(
      () => {
        if (signal.aborted) return;
        rows.settle(missing);
        setRound((former) => former + 1);
      },
      (error: unknown) => {
        if (!signal.aborted) setProblem(loadProblem(error, nodeReportKind.plural));
      },
    );
    return () => {
      ending.abort();
    };
    // What is missing shrinks while it is read; what begins to be missing meanwhile is read in the next round.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [rows, isMissing, round]);
  const retry = (): void => {
    setRound((former) => former + 1);
  };
  return { missing, problem, retry };
}
