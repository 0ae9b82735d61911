import { useEffect, useMemo, useState } from 'react';
import type { Fleet } from '../fleet/build-fleet';
import { ProfileEvaluation } from '../fleet/profiles/profile-evaluation';
import type { ProfileFit } from '../fleet/profiles/profile-fit';
import type { WhatIfValues } from '../fleet/what-if/what-if-profile';

/** How long the page may be kept from answering at a time, in milliseconds. */
const longestSlice = 30;

export interface ProfileFits {
  /** One for each profile, or undefined until every node was evaluated once. */
  readonly fits: readonly ProfileFit[] | undefined;
  /** Nodes evaluated so far. */
  readonly done: number;
}

/**
 * What becomes of a fleet of whole reports under these profiles, in slices so that thousands of nodes do not block the
 * page. The console's policy would allow a worker out of our own bundle (its script-src has 'self'), but every report
 * would have to be copied to it. Once complete, a result stays until its successor is complete.
 */
export function useProfileFits(fleet: Fleet | undefined, values: readonly WhatIfValues[]): ProfileFits {
  const evaluation = useMemo(() => new ProfileEvaluation(values), [values]);
  const [found, setFound] = useState<{ readonly of: ProfileEvaluation; readonly fits: readonly ProfileFit[] }>();
  const [done, setDone] = useState(0);
  useEffect(() => {
    if (fleet === undefined) return undefined;
    const rows = evaluation.fits(fleet);
    let evaluated = 0;
    let timer: number | undefined;
    const proceed = (): void => {
      const end = performance.now() + longestSlice;
      do {
        const next = rows.next();
        if (next.done === true) {
          setFound({ of: evaluation, fits: next.value });
          return;
        }
        evaluated += 1;
      } while (performance.now() < end);
      setDone(evaluated);
      timer = window.setTimeout(proceed);
    };
    proceed();
    return () => {
      window.clearTimeout(timer);
    };
  }, [fleet, evaluation]);
  return { fits: found?.of === evaluation ? found.fits : undefined, done };
}
