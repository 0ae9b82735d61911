import { hashOf } from '../plan/hash';
import type { Peer } from '../plan/peer';

/** A node of a cluster in three zones and a rack for each forty nodes; the first three are masters. */
export function samplePeer(index: number, more: Partial<Peer> = {}): Peer {
  const rack = Math.floor(index / 40);
  const name = `node-${String(index)}.example.com`;
  return {
    name,
    key: hashOf(`uid of ${name}`),
    addresses: { IPv4: `10.${String(rack >> 8)}.${String(rack & 255)}.${String((index % 40) + 1)}` },
    zone: `zone-${'abc'[index % 3] ?? ''}`,
    pool: index < 3 ? 'master' : 'worker',
    subnet: `10.${String(rack >> 8)}.${String(rack & 255)}.0/24`,
    mayRunTypha: index < 3,
    inMesh: true,
    answers: true,
    ...more,
  };
}

/** So many nodes. */
export const samplePeers = (count: number): readonly Peer[] =>
  Array.from({ length: count }, (_, index) => samplePeer(index));
