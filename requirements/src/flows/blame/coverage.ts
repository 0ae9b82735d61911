import { spansOf } from '../plan/extra-peers';
import { epochsPerFixedRound } from '../plan/plan-limits';
import type { Ring } from '../plan/ring';
import { epochAt } from '../plan/ring';

/** Which pairs the plan tested in a time that is long enough ago for three strikes, and for the reports of them. */
export interface Coverage {
  readonly covers: (source: number, target: number) => boolean;
  /** How many nodes this one tested. */
  readonly countOf: (source: number) => number;
  /** Places of the nodes that this one tested. */
  readonly targetsOf: (source: number) => readonly number[];
  /** Places of the nodes that tested this one. */
  readonly sourcesOf: (target: number) => readonly number[];
  /** What part of the peers that a node tested were of a group; 0 to 1. */
  readonly shareIn: (source: number, members: GroupMembers) => number;
}

/** A group's members: how many of them stand before each place of the ring. */
export type GroupMembers = Int32Array;

/** Counts a group's members along the ring, for `Coverage.shareIn`. */
export function groupMembers(ring: Ring, places: readonly number[]): GroupMembers {
  const before = new Int32Array(ring.peers.length + 1);
  for (const place of places) before[place + 1] = 1;
  for (let place = 0; place < ring.peers.length; place += 1)
    before[place + 1] = (before[place + 1] ?? 0) + (before[place] ?? 0);
  return before;
}

/** Epochs that a third strike and the report of it may take. */
const epochsToReport = 4;

/** The pairs of two stretches of five epochs, by the plan; the few extra peers are not among them. */
export function coverageAt(ring: Ring, now: number): Coverage {
  const size = ring.peers.length;
  const count = 2 * epochsPerFixedRound;
  const spans = joinedSpans(spansOf(ring, epochAt(now) - epochsToReport - count, count), size - 1);
  const distances = spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
  const all = distances.length;
  return {
    covers: (source, target) => {
      const distance = (target - source + size) % size;
      return spans.some(([from, to]) => distance >= from && distance <= to);
    },
    countOf: () => all,
    targetsOf: (source) => distances.map((distance) => (source + distance) % size),
    sourcesOf: (target) => distances.map((distance) => (target - distance + size) % size),
    shareIn: (source, members) => {
      let tested = 0;
      for (const [from, to] of spans) {
        const [first, last] = [source + from, source + to];
        tested += membersUpTo(members, last, size) - membersUpTo(members, first - 1, size);
      }
      return all === 0 ? 0 : tested / all;
    },
  };
}

/** Members up to a place, counted on past the end of the ring. */
const membersUpTo = (members: GroupMembers, place: number, size: number): number =>
  Math.floor(place / size) * (members[size] ?? 0) + (members[(place % size) + 1] ?? 0);

type Span = readonly [from: number, to: number];

function joinedSpans(spans: readonly Span[], longest: number): readonly Span[] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...spans].sort(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], Math.min(to, longest));
    else if (from <= longest) joined.push([from, Math.min(to, longest)]);
  }
  return joined;
}
