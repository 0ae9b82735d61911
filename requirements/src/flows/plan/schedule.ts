import { extraPeers } from './extra-peers';
import { mixedHash } from './hash';
import { epochLength, epochsPerRound } from './plan-limits';
import type { Ring } from './ring';
import { epochAt, fixedDistances, isFixedTurn, placeAhead, rotatingDistances, roundOf } from './ring';

/** A visit that the plan has: to whom, and when; milliseconds since 1970. */
export interface PlannedVisit {
  /** Place in the ring. */
  readonly target: number;
  readonly at: number;
}

/** When in an epoch one node visits another: a time that both can calculate, and that no two visits share for long. */
const visitTime = (ring: Ring, source: number, target: number, epoch: number): number =>
  epoch * epochLength + (mixedHash(ring.peers[source]?.key ?? 0, ring.peers[target]?.key ?? 0, epoch) % epochLength);

/** What a node visits in an epoch, by time: its turn of the fixed half, the rotating half, and a round's extra peers in their epoch. */
export function plannedVisits(ring: Ring, source: number, epoch: number): readonly PlannedVisit[] {
  const fixed = fixedDistances(ring).filter((distance) => isFixedTurn(ring, distance, epoch));
  const targets = new Set(
    [...fixed, ...rotatingDistances(ring, epoch)].map((distance) => placeAhead(ring, source, distance)),
  );
  for (const target of extrasOfEpoch(ring, source, epoch)) targets.add(target);
  return [...targets]
    .map((target) => ({ target, at: visitTime(ring, source, target, epoch) }))
    .sort((one, other) => one.at - other.at);
}

/** All extra peers of a round fall into one of its epochs, another one for each node. */
function extrasOfEpoch(ring: Ring, source: number, epoch: number): readonly number[] {
  const round = roundOf(epoch);
  const turn = mixedHash(ring.peers[source]?.key ?? 0, round) % epochsPerRound;
  return epoch % epochsPerRound === turn ? extraPeers(ring, source, round) : [];
}

/** The visits after `since` until `now`, by time. At most two epochs are looked back: what is older is missed for good. */
export function visitsBetween(ring: Ring, source: number, since: number, now: number): readonly PlannedVisit[] {
  const last = epochAt(now);
  const first = Math.max(epochAt(since), last - 1);
  const epochs = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return epochs.flatMap((epoch) => plannedVisits(ring, source, epoch)).filter(({ at }) => at > since && at <= now);
}

/** Whether the plan has a visit from one node to another between two times, which are a few epochs apart. */
export function hasPlannedVisit(ring: Ring, source: number, target: number, from: number, to: number): boolean {
  for (let epoch = epochAt(from); epoch <= epochAt(to); epoch += 1) {
    const at = visitTime(ring, source, target, epoch);
    if (at >= from && at <= to && isPlanned(ring, source, target, epoch)) return true;
  }
  return false;
}

/** The same as to look for it in `plannedVisits`, without making the others. */
function isPlanned(ring: Ring, source: number, target: number, epoch: number): boolean {
  const distance = (target - source + ring.peers.length) % ring.peers.length;
  return (
    (distance <= fixedDistances(ring).length && isFixedTurn(ring, distance, epoch)) ||
    rotatingDistances(ring, epoch).includes(distance) ||
    extrasOfEpoch(ring, source, epoch).includes(target)
  );
}
