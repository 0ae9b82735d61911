import { useEffect, useState } from 'react';

let isSignedOut = false;
const listeners = new Set<(value: boolean) => void>();

/**
 * Takes note of an answer. 401 means that the host does not know this browser: it was started again, with other
 * secrets. Any other answer means that it does, for instance because its new address was opened in another tab.
 */
export const noteAnswer = (status: number): void => {
  const next = status === 401;
  if (next === isSignedOut) return;
  isSignedOut = next;
  for (const listener of listeners) listener(next);
};

/** Whether the host's last answer was that it does not know this browser. */
export const useSignedOut = (): boolean => {
  const [value, setValue] = useState(isSignedOut);
  useEffect(() => {
    // It may have changed between the rendering and this effect.
    setValue(isSignedOut);
    listeners.add(setValue);
    return () => void listeners.delete(setValue);
  }, []);
  return value;
};
