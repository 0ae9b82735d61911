import { useCallback, useEffect, useState } from 'react';

export interface Relist {
  /** False for one render: whoever watches stops, and lists everything anew afterwards. */
  readonly watching: boolean;
  readonly relist: () => void;
}

const longestHiddenMilliseconds = 60_000;

/**
 * Lists anew on request, and by itself when the page was hidden for more than a minute: the console buffers at most
 * 1,000 changes, and browsers slow down the timer that empties the buffer of a hidden page, so changes get lost.
 */
export function useRelist(): Relist {
  const [watching, setWatching] = useState(true);
  const relist = useCallback(() => {
    setWatching(false);
  }, []);

  useEffect(() => {
    if (!watching) setWatching(true);
  }, [watching]);

  useEffect(() => {
    let hiddenAt: number | undefined;
    const onChange = () => {
      if (document.visibilityState === 'hidden') {
        hiddenAt = Date.now();
      } else {
        if (hiddenAt !== undefined && Date.now() - hiddenAt > longestHiddenMilliseconds) relist();
        hiddenAt = undefined;
      }
    };
    document.addEventListener('visibilitychange', onChange);
    return () => {
      document.removeEventListener('visibilitychange', onChange);
    };
  }, [relist]);

  return { watching, relist };
}
