import { ringOf, visitsBetween } from '@calico-readiness/requirements';
import { closedPeer, type PeerWorld } from './peer-world';

const minute = 60_000;

/** Milliseconds of tests that are made at once: a peer fails after nine minutes, and is counted after fourteen. */
export const leastLag = 15 * minute;
/** An end of a flow has to be up so long, in milliseconds, before silence is anybody's fault (`wasThere`). */
const upBefore = 75_000;

/** A step of the plan, in milliseconds; it has a visit to each peer in any twelve of them. */
const step = 15_000;

/**
 * How far back tests begin, in milliseconds: so that the plan has no visit to the closed peer in their first minute, of
 * which nobody could prove that both ends were there. `now` is in milliseconds since 1970.
 */
export const firstLag = ({ self, peers }: PeerWorld, now: number): number => {
  const ring = ringOf([self, ...peers]);
  const [source, closed] = [self, peers.find(({ name }) => name === closedPeer)].map((peer) =>
    ring.places.get(peer?.key ?? -1),
  );
  const isQuiet = (lag: number): boolean =>
    visitsBetween(ring, source ?? 0, now - lag - step, now - lag + upBefore).every(({ target }) => target !== closed);
  const lags = Array.from({ length: 60 }, (_none, index) => leastLag + index * step);
  return lags.find(isQuiet) ?? leastLag;
};
