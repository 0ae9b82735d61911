import { useEffect, useState } from 'react';
import type { Fleet } from '../fleet/build-fleet';
import type { WhatIfJudge } from '../fleet/what-if-fleet';

/** How long the page may be kept from answering at a time, in milliseconds. */
const longestSlice = 30;

interface Judged {
  readonly judge: WhatIfJudge;
  readonly fleet: Fleet;
}

export interface JudgedFleet {
  /** As the judge sees the fleet, or undefined until every node is judged once. */
  readonly fleet: Fleet | undefined;
  /** Nodes judged so far. */
  readonly done: number;
}

/**
 * The fleet under a what-if, judged in slices so that thousands of nodes do not block the page. Once complete, it
 * stays until its successor is complete; a judge remembers, so that only new reports take time.
 */
export function useJudgedFleet(present: Fleet | undefined, judge: WhatIfJudge | null): JudgedFleet {
  const [judged, setJudged] = useState<Judged>();
  const [done, setDone] = useState(0);
  useEffect(() => {
    if (present === undefined || judge === null) {
      setJudged(undefined);
      return undefined;
    }
    let next = 0;
    let timer: number | undefined;
    const proceed = () => {
      const end = performance.now() + longestSlice;
      for (; next < present.rows.length && performance.now() < end; next += 1) {
        const row = present.rows[next];
        if (row !== undefined) judge.row(row);
      }
      setDone(next);
      if (next < present.rows.length) timer = window.setTimeout(proceed);
      else setJudged({ judge, fleet: judge.fleet(present) });
    };
    proceed();
    return () => {
      window.clearTimeout(timer);
    };
  }, [present, judge]);
  return { fleet: judge !== null && judged?.judge === judge ? judged.fleet : undefined, done };
}
