import type { Peer } from '@calico-readiness/requirements';
import { hashOf } from '@calico-readiness/requirements';

/** So many nodes, in racks of forty that are subnets; everyone answers, and the first three may run Typha. */
export const manyPeers = (count: number, more: (index: number) => Partial<Peer> = () => ({})): readonly Peer[] =>
  Array.from({ length: count }, (_, index) => {
    const rack = Math.floor(index / 40);
    const subnet = `10.${String(rack >> 8)}.${String(rack & 255)}`;
    const name = `node-${String(index)}`;
    return {
      name,
      key: hashOf(`uid of ${name}`),
      addresses: { IPv4: `${subnet}.${String((index % 40) + 1)}` },
      zone: `zone-${'abc'[index % 3] ?? ''}`,
      pool: index < 3 ? 'master' : 'worker',
      subnet: `${subnet}.0/24`,
      mayRunTypha: index < 3,
      inMesh: true,
      answers: true,
      ...more(index),
    };
  });
