import { useEffect, useRef, useState } from 'react';
import type { Fleet } from '../fleet/build-fleet';
import type { WhatIfJudge } from '../fleet/what-if/what-if-fleet';

/** How long the page may be kept from answering at a time, in milliseconds. */
const longestSlice = 30;
/** Milliseconds from one word about the progress to the next: each renders the page, and what is done sooner needs none. */
const progressEvery = 200;

interface Judged {
  readonly judge: WhatIfJudge;
  readonly fleet: Fleet;
}

export interface JudgedFleet {
  /** As the judge sees the fleet, or undefined until every node is judged once. */
  readonly fleet: Fleet | undefined;
  /** Nodes judged so far; undefined while it has not taken long enough for a word about it. */
  readonly done: number | undefined;
}

/**
 * The fleet under a what-if, judged in slices so that thousands of nodes do not block the page (ADR 40). Once complete,
 * it stays until its successor is complete; a judge remembers, so that only new reports take time.
 */
export function useJudgedFleet(present: Fleet | undefined, judge: WhatIfJudge | null): JudgedFleet {
  const [judged, setJudged] = useState<Judged>();
  const [progress, setProgress] = useState<{ readonly judge: WhatIfJudge; readonly done: number }>();
  const shown = useRef<WhatIfJudge>();
  useEffect(() => {
    if (present === undefined || judge === null) {
      shown.current = undefined;
      setJudged(undefined);
      return undefined;
    }
    judge.waive(present.waivers);
    let next = 0;
    let timer: number | undefined;
    let told = performance.now();
    const proceed = () => {
      const began = performance.now();
      for (; next < present.rows.length && performance.now() - began < longestSlice; next += 1) {
        const row = present.rows[next];
        if (row !== undefined) judge.row(row);
      }
      if (next === present.rows.length) {
        shown.current = judge;
        setJudged({ judge, fleet: judge.fleet(present) });
        return;
      }
      if (shown.current !== judge && began - told >= progressEvery) {
        told = began;
        setProgress({ judge, done: next });
      }
      timer = window.setTimeout(proceed);
    };
    proceed();
    return () => {
      window.clearTimeout(timer);
    };
  }, [present, judge]);
  return {
    fleet: judge !== null && judged?.judge === judge ? judged.fleet : undefined,
    done: judge !== null && progress?.judge === judge ? progress.done : undefined,
  };
}
