import { useEffect, useState } from 'react';

/**
 * False in the task in which something is wanted for the first time, and true from the next one on: what comes with
 * thousands of rows is drawn in two parts, between which the page answers.
 */
export function useNextTask(isWanted: boolean): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (!isWanted || isDue) return undefined;
    const timer = window.setTimeout(() => {
      setDue(true);
    });
    return () => {
      window.clearTimeout(timer);
    };
  }, [isWanted, isDue]);
  return isWanted && isDue;
}
