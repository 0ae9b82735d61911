import { mixedHash } from './hash';
import { groupings } from '../../model/traffic/flow';
import { epochsPerRound, fixedPeers, mostExtraPeers, rotatingPeers } from './plan-limits';
import type { Ring } from './ring';
import { epochsOfAllPairs, isSmall } from './ring';

/**
 * Places of the peers that a node visits besides, once in a round: one of each other zone, pool and subnet that neither
 * half reaches in that round. Where more groups are missing than may be added, they take turns with the rounds; so do the
 * nodes of a group, spread by the visitor's key, so that a small group shares the visits.
 */
export function extraPeers(ring: Ring, place: number, round: number): readonly number[] {
  const own = ring.peers[place];
  if (own === undefined || isSmall(ring)) return [];
  const missing: (readonly number[])[] = [];
  for (const grouping of groupings)
    for (const [name, places] of ring.groups[grouping])
      if (name !== own[grouping] && !reaches(ring, place, round, places)) missing.push(places);
  const first = missing.length > mostExtraPeers ? round * mostExtraPeers : 0;
  const chosen = new Set<number>();
  for (let index = 0; index < Math.min(missing.length, mostExtraPeers); index += 1) {
    const places = missing[(first + index) % missing.length] ?? [];
    const picked = places[mixedHash(own.key, round, index) % places.length];
    if (picked !== undefined) chosen.add(picked);
  }
  return [...chosen];
}

/** Whether one of these places, which are in order, is visited in the round by either half. */
function reaches(ring: Ring, place: number, round: number, places: readonly number[]): boolean {
  return spansOf(ring, round * epochsPerRound, epochsPerRound).some(([from, to]) => {
    const size = ring.peers.length;
    const begin = (place + from) % size;
    const end = begin + to - from;
    return hasBetween(places, begin, end) || (end >= size && hasBetween(places, 0, end - size));
  });
}

/** The distances that `count` epochs from one on cover, as spans from the first to the last. */
export function spansOf(ring: Ring, epoch: number, count: number): readonly (readonly [from: number, to: number])[] {
  const size = ring.peers.length;
  const rotating = size - 1 - fixedPeers;
  const epochs = epochsOfAllPairs(ring);
  if (epochs <= count) return size > 1 ? [[1, size - 1]] : [];
  const first = (epoch % epochs) * rotatingPeers;
  const last = first + count * rotatingPeers - 1;
  const begin = fixedPeers + 1;
  const fixed = [1, fixedPeers] as const;
  if (last < rotating) return [fixed, [begin + first, begin + last]];
  // Behind the last distance comes the first again; the last epoch may reach over it by less than ten.
  const again = begin + last - epochs * rotatingPeers;
  return [fixed, [begin + first, size - 1], ...(again < begin ? [] : [[begin, again] as const])];
}

/** Whether an ordered list has a number from `from` to `to`. */
function hasBetween(ordered: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ordered[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low < ordered.length && (ordered[low] ?? to + 1) <= to;
}
