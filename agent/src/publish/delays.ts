const first = 1_000;
const longest = 60_000;

/** Milliseconds; an API that asks for an hour is not obeyed: a report would be stale by then. */
const asked = (retryAfterSeconds: number): number => Math.min(retryAfterSeconds * 1000, 5 * longest);

/**
 * Milliseconds to wait after so many failures in a row: doubling from 1 s to 1 min, and at random in the upper half of
 * that, so that the agents of a whole cluster do not come back to a recovering API in one instant. `random` is in [0, 1).
 */
export function retryDelay(failures: number, random: () => number, retryAfterSeconds = 0): number {
  const ceiling = Math.min(longest, first * 2 ** Math.min(failures - 1, 16));
  return Math.max(ceiling * (0.5 + random() / 2), asked(retryAfterSeconds));
}

/** Milliseconds to the next heartbeat: the interval ± 10 %, so that the writes of a cluster spread out. */
export const heartbeatDelay = (intervalSeconds: number, random: () => number): number =>
  intervalSeconds * 1000 * (0.9 + random() * 0.2);

/**
 * Milliseconds from an agent's first report to its first heartbeat: anything up to the interval, because the agents of a
 * cluster may all have begun in the same minute.
 */
export const firstHeartbeatDelay = (intervalSeconds: number, random: () => number): number =>
  intervalSeconds * 1000 * (1 - random() * 0.9);

/** Seconds after which the API ends a watch: half an hour ± 10 %, so that watches which began together do not end so. */
export const watchSeconds = (random: () => number): number => Math.round(1800 * (0.9 + random() * 0.2));

/**
 * Milliseconds to wait before a watch begins anew that did not last its time, or did not begin at all. An API server that
 * ends leaves every agent of the cluster without a watch in the same instant, and each new one costs two reads: hence
 * they come back within a minute, at random.
 */
export const watchAgainDelay = (random: () => number, retryAfterSeconds = 0): number =>
  Math.max(first / 2 + longest * random(), asked(retryAfterSeconds));
