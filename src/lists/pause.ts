const shortest = 1000;
const longest = 60_000;

/** Milliseconds to wait after so many failures in a row: twice as long each time, up to a minute, and never two pages at the same time. */
export const pauseAfter = (failures: number, random: () => number = Math.random): number =>
  Math.min(longest, shortest * 2 ** Math.min(failures - 1, 10)) * (0.5 + random());

/** Waits so long, or until the signal aborts. */
export function pause(failures: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      window.clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = window.setTimeout(end, pauseAfter(failures));
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
