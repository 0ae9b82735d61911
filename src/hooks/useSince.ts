import { useEffect, useRef, useState } from 'react';

/** When something began that still holds, in milliseconds; undefined while it does not. */
export function useSince(holds: boolean): number | undefined {
  const [since, setSince] = useState<number>();
  useEffect(() => {
    setSince(holds ? Date.now() : undefined);
  }, [holds]);
  return holds ? since : undefined;
}

/** Calls whenever something ends that held. */
export function useEnd(holds: boolean, ended: () => void): void {
  const held = useRef(false);
  useEffect(() => {
    if (held.current && !holds) ended();
    held.current = holds;
  }, [holds, ended]);
}
