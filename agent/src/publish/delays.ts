const first = 1_000;
const longest = 60_000;

/**
 * Milliseconds to wait after so many failures in a row: doubling from 1 s to 1 min, and at random in the upper half of
 * that, so that the agents of a whole cluster do not come back to a recovering API in one instant. `random` is in [0, 1).
 */
export function retryDelay(failures: number, random: () => number, retryAfterSeconds = 0): number {
  const ceiling = Math.min(longest, first * 2 ** Math.min(failures - 1, 16));
  const delay = ceiling * (0.5 + random() / 2);
  // An API that asks for an hour is not obeyed: a report would be stale by then.
  return Math.max(delay, Math.min(retryAfterSeconds * 1000, 5 * longest));
}

/** Milliseconds to the next heartbeat: the interval ± 10 %, so that the writes of a cluster spread out. */
export const heartbeatDelay = (intervalSeconds: number, random: () => number): number =>
  intervalSeconds * 1000 * (0.9 + random() * 0.2);
