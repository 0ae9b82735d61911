import { useCallback, useEffect, useRef } from 'react';

/** Tells whether the component that asks is still on the page: what a request brings may come after it was left. */
export function useIsShown(): () => boolean {
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  return useCallback(() => shown.current, []);
}
