import type { Peer } from '@calico-readiness/requirements';
import {
  epochAt,
  epochLength,
  peerListShards,
  placeAhead,
  plannedVisits,
  ringOf,
} from '@calico-readiness/requirements';
import { fixedDistances, rotatingDistances } from '@calico-readiness/requirements';
import { randomFrom } from './random';
import { simulatedNode } from './simulated-node';

/** What the plan comes to for a cluster in which nothing changes. */
export interface PlanFigures {
  readonly nodes: number;
  /** Visits that one node gets by both halves, in any epoch. */
  readonly inDegree: { readonly least: number; readonly most: number };
  /** Hours until each ordered pair was visited; undefined where a day was not enough. */
  readonly hoursOfAllPairs: number | undefined;
  /** In the whole cluster. */
  readonly visitsPerSecond: number;
  /** Bytes of the list of peers, and its shards. */
  readonly listBytes: number;
  readonly shards: number;
  /** Requests a second of agents that read the list once an hour. */
  readonly listReadsPerSecond: number;
}

const hour = 3_600_000;

/** Walks through the plan of a day, visit by visit. */
export function planFigures(nodes: number): PlanFigures {
  const peers: readonly Peer[] = Array.from({ length: nodes }, (_, index) =>
    simulatedNode(index, 0, ringOf([]), 0, randomFrom(1)),
  ).map(({ peer }) => peer);
  const ring = ringOf(peers);
  const first = epochAt(Date.parse('2026-01-01'));
  const epochs = Math.floor((24 * hour) / epochLength);
  const seen = new Uint8Array(nodes * nodes);
  const inDegree = { least: Infinity, most: 0 };
  let [pairs, visits, lastEpoch] = [0, 0, undefined as number | undefined];
  for (let index = 0; index < epochs; index += 1) {
    const degree = new Uint16Array(nodes);
    const distances = [...fixedDistances(ring), ...rotatingDistances(ring, first + index)];
    for (let source = 0; source < nodes; source += 1) {
      for (const { target } of plannedVisits(ring, source, first + index)) {
        visits += 1;
        const pair = source * nodes + target;
        if (seen[pair] === 0) pairs += 1;
        seen[pair] = 1;
      }
      for (const distance of distances) {
        const target = placeAhead(ring, source, distance);
        degree[target] = (degree[target] ?? 0) + 1;
      }
    }
    for (const times of degree) {
      inDegree.least = Math.min(inDegree.least, times);
      inDegree.most = Math.max(inDegree.most, times);
    }
    if (pairs === nodes * (nodes - 1)) lastEpoch ??= index + 1;
  }
  const shards = peerListShards(peers);
  return {
    nodes,
    inDegree,
    hoursOfAllPairs: lastEpoch === undefined ? undefined : (lastEpoch * epochLength) / hour,
    visitsPerSecond: visits / ((epochs * epochLength) / 1000),
    listBytes: shards.reduce((sum, shard) => sum + shard.length, 0),
    shards: shards.length,
    listReadsPerSecond: (nodes * shards.length) / 3600,
  };
}
