import { groupings } from '../../model/traffic/flow';
import type { Grouping } from '../../model/traffic/flow';
import type { Peer } from './peer';
import {
  epochLength,
  epochsPerFixedRound,
  epochsPerRound,
  everyonePeers,
  fixedPeers,
  mostNodes,
  rotatingPeers,
} from './plan-limits';

export type { Peer } from './peer';

/**
 * All nodes in the order of their keys, as a ring. A node visits those at given distances ahead of it, the same distances
 * for all: so each is visited exactly as often as it visits. A node that comes or goes moves only what stands around it.
 */
export interface Ring {
  readonly peers: readonly Peer[];
  /** Place of each node in the ring, by its key. */
  readonly places: ReadonlyMap<number, number>;
  /** For each grouping, the places of the nodes of each group, in order. */
  readonly groups: Readonly<Record<Grouping, ReadonlyMap<string, readonly number[]>>>;
}

/** Orders the nodes. Of two with one key the first by name stays; more than `mostNodes` are cut by key, for all alike. */
export function ringOf(list: readonly Peer[]): Ring {
  const sorted = [...list].sort((one, other) => one.key - other.key || (one.name < other.name ? -1 : 1));
  const peers = sorted.filter(({ key }, index) => key !== sorted[index - 1]?.key).slice(0, mostNodes);
  const groups = { zone: new Map(), pool: new Map(), subnet: new Map() } as Record<Grouping, Map<string, number[]>>;
  peers.forEach((peer, place) => {
    for (const grouping of groupings) {
      const name = peer[grouping];
      if (name === '') continue;
      const places = groups[grouping].get(name);
      if (places === undefined) groups[grouping].set(name, [place]);
      else places.push(place);
    }
  });
  return { peers, places: new Map(peers.map(({ key }, place) => [key, place])), groups };
}

/** Number of the epoch at a time; milliseconds since 1970. */
export const epochAt = (time: number): number => Math.floor(time / epochLength);

/** The round to which an epoch belongs. */
export const roundOf = (epoch: number): number => Math.floor(epoch / epochsPerRound);

/** The stretch of five epochs to which an epoch belongs: in each, every fixed peer is visited once. */
export const stretchOf = (epoch: number): number => Math.floor(epoch / epochsPerFixedRound);

/** Whether a ring is so small that everyone tests everyone, in each epoch. */
export const isSmall = ({ peers }: Ring): boolean => peers.length - 1 <= everyonePeers;

/** How many epochs make up all pairs. */
export const epochsOfAllPairs = (ring: Ring): number =>
  isSmall(ring) ? 1 : Math.ceil((ring.peers.length - 1 - fixedPeers) / rotatingPeers);

/** Distances of the rotating half in an epoch: ten that follow on those of the epoch before, around all that are not fixed. */
export function rotatingDistances(ring: Ring, epoch: number): readonly number[] {
  const rotating = ring.peers.length - 1 - fixedPeers;
  if (isSmall(ring)) return [];
  const first = (epoch % epochsOfAllPairs(ring)) * rotatingPeers;
  return Array.from({ length: rotatingPeers }, (_, index) => fixedPeers + 1 + ((first + index) % rotating));
}

/** Distances of the fixed half: the ten next in the ring, or everyone in a small one. */
export const fixedDistances = (ring: Ring): readonly number[] =>
  Array.from({ length: isSmall(ring) ? Math.max(0, ring.peers.length - 1) : fixedPeers }, (_, index) => index + 1);

/** Whether the fixed peer at a distance is visited in this epoch: a fifth of them in each, everyone of a small ring. */
export const isFixedTurn = (ring: Ring, distance: number, epoch: number): boolean =>
  isSmall(ring) || (distance + epoch) % epochsPerFixedRound === 0;

/** The place at a distance ahead. */
export const placeAhead = ({ peers }: Ring, place: number, distance: number): number =>
  (place + distance) % peers.length;
