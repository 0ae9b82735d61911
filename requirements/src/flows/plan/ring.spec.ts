import { samplePeers } from '../testing/sample-peers';
import { extraPeers, spansOf } from './extra-peers';
import { groupings } from '../../model/traffic/flow';
import { epochLength, epochsPerFixedRound, epochsPerRound } from './plan-limits';
import { epochsOfAllPairs, fixedDistances, isFixedTurn, placeAhead, ringOf, rotatingDistances } from './ring';
import { plannedVisits, visitsBetween } from './schedule';

const every = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('the ring', () => {
  it('is the same in whatever order the nodes are listed', () => {
    const peers = samplePeers(50);
    expect(ringOf([...peers].reverse()).peers).toEqual(ringOf(peers).peers);
  });

  it('takes one node of two with one key', () => {
    const [one, other] = samplePeers(2);
    expect(ringOf([one!, { ...other!, key: one!.key }]).peers).toEqual([one]);
  });

  it.each([0, 1, 2, 21])('lets everyone test everyone among %d nodes', (count) => {
    const ring = ringOf(samplePeers(count));
    for (const place of every(count))
      expect(
        plannedVisits(ring, place, 7)
          .map(({ target }) => target)
          .sort((a, b) => a - b),
      ).toEqual(every(count).filter((other) => other !== place));
  });

  it.each([22, 23, 31, 100, 257])('visits each of %d nodes exactly as often as any other, in every epoch', (count) => {
    const ring = ringOf(samplePeers(count));
    for (const epoch of every(12)) {
      const degree = new Map<number, number>();
      for (const place of every(count)) {
        const targets = [...fixedDistances(ring), ...rotatingDistances(ring, epoch)].map((distance) =>
          placeAhead(ring, place, distance),
        );
        expect(new Set(targets).size).toBe(20);
        expect(targets).not.toContain(place);
        for (const target of targets) degree.set(target, (degree.get(target) ?? 0) + 1);
      }
      expect([...degree.values()].every((times) => times === 20)).toBe(true);
    }
  });

  it.each([22, 100, 257])('brings all pairs of %d nodes together', (count) => {
    const ring = ringOf(samplePeers(count));
    const seen = new Set(fixedDistances(ring));
    for (const epoch of every(epochsOfAllPairs(ring)))
      rotatingDistances(ring, epoch + 90).forEach((one) => seen.add(one));
    expect(seen.size).toBe(count - 1);
  });

  it('brings all pairs of 5,000 nodes together in less than a day', () => {
    expect(epochsOfAllPairs(ringOf(samplePeers(5000))) * epochLength).toBeLessThan(86_400_000);
  });

  it('visits each fixed peer once in five epochs', () => {
    const ring = ringOf(samplePeers(100));
    for (const distance of fixedDistances(ring))
      expect(every(epochsPerFixedRound).filter((epoch) => isFixedTurn(ring, distance, epoch + 3)).length).toBe(1);
  });

  it('moves few fixed peers when a node comes', () => {
    const targets = (count: number) => {
      const ring = ringOf(samplePeers(count));
      return new Map(
        ring.peers.map(({ key }, place) => [
          key,
          fixedDistances(ring).map((distance) => ring.peers[placeAhead(ring, place, distance)]?.key),
        ]),
      );
    };
    const [before, after] = [targets(300), targets(301)];
    const changed = [...before].filter(([key, peers]) => peers.join() !== after.get(key)?.join());
    expect(changed.length).toBeLessThanOrEqual(10);
  });
});

describe('the visits of a round', () => {
  const ring = ringOf(samplePeers(1000));

  it.each([0, 1, 3, 7])('cover what the spans of round %d say', (round) => {
    const epochs = every(epochsPerRound).map((index) => round * epochsPerRound + index);
    const planned = new Set(epochs.flatMap((epoch) => rotatingDistances(ring, epoch)).concat(fixedDistances(ring)));
    const spans = new Set(
      spansOf(ring, round * epochsPerRound, epochsPerRound).flatMap(([from, to]) =>
        every(to - from + 1).map((index) => from + index),
      ),
    );
    // The last epoch begins anew by less than ten.
    const more = [...planned].filter((distance) => !spans.has(distance));
    expect([...spans].filter((distance) => !planned.has(distance))).toEqual([]);
    expect(more.length).toBeLessThan(10);
  });

  it('reach each other zone, pool and subnet, or take turns', () => {
    for (const place of [0, 1, 500, 999]) {
      const own = ring.peers[place]!;
      const rounds = every(4).map((round) => {
        const visits = every(epochsPerRound).flatMap((epoch) => plannedVisits(ring, place, round * 25 + epoch));
        return new Set(visits.map(({ target }) => target));
      });
      for (const grouping of groupings)
        for (const [name, places] of ring.groups[grouping])
          if (name !== own[grouping])
            expect(rounds.some((visited) => places.some((one) => visited.has(one)))).toBe(true);
    }
  });

  it('add at most two, and none where all groups are reached', () => {
    expect(every(1000).every((place) => extraPeers(ring, place, 5).length <= 2)).toBe(true);
    const single = ringOf(samplePeers(1000).map((peer) => ({ ...peer, pool: 'all', subnet: '' })));
    expect(every(1000).every((place) => extraPeers(single, place, 5).length === 0)).toBe(true);
  });

  it('are found once, however often somebody looks', () => {
    const at = (step: number): number => 1_000_000_000 + step * 7_000;
    const stepwise = every(100).flatMap((step) => visitsBetween(ring, 5, at(step), at(step + 1)));
    const stretches = [0, 20, 40, 60, 80].flatMap((step) => visitsBetween(ring, 5, at(step), at(step + 20)));
    expect(stepwise).toEqual(stretches);
    expect(stepwise.length).toBeGreaterThan(30);
  });

  it('look back two epochs and not a year', () => {
    expect(visitsBetween(ring, 5, 0, 1_800_000_000_000).length).toBeLessThan(50);
  });
});
