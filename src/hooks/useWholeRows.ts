import { useCallback, useEffect, useRef, useState } from 'react';
import type { NodeRow } from '../fleet/node-row';
import { WholeRows } from '../fleet/whole-rows';
import { loadWholeReports } from '../lists/whole-reports';

export type Prepared =
  | { readonly status: 'idle' | 'failed' }
  | { readonly status: 'reading'; readonly loaded: number; readonly total: number };

const idle: Prepared = { status: 'idle' };
const every = (): boolean => true;

/** Reads the whole reports of rows once, on request; tells how far it is, and can be stopped. */
export function useWholeRows() {
  const [prepared, setPrepared] = useState<Prepared>(idle);
  const ending = useRef<AbortController>();
  const stop = useCallback(() => {
    ending.current?.abort();
    setPrepared(idle);
  }, []);
  useEffect(
    () => () => {
      ending.current?.abort();
    },
    [],
  );
  const prepare = useCallback((rows: readonly NodeRow[], ready: (whole: readonly NodeRow[]) => void) => {
    ending.current?.abort();
    const controller = new AbortController();
    ending.current = controller;
    const { signal } = controller;
    const whole = new WholeRows(every);
    const missing = rows.filter(({ report }) => report?.isCompact === true);
    const tell = (loaded: number): void => {
      setPrepared({ status: 'reading', loaded, total: missing.length });
    };
    if (missing.length === 0) {
      ready(rows);
      return;
    }
    let loaded = 0;
    tell(0);
    loadWholeReports(
      new Set(missing.map(({ name }) => name)),
      (reports) => {
        whole.add(reports);
        loaded += reports.length;
        if (!signal.aborted) tell(loaded);
      },
      signal,
    ).then(
      () => {
        if (signal.aborted) return;
        setPrepared(idle);
        ready(rows.map((row) => whole.whole(row)));
      },
      () => {
        if (!signal.aborted) setPrepared({ status: 'failed' });
      },
    );
  }, []);
  return { prepared, prepare, stop };
}
