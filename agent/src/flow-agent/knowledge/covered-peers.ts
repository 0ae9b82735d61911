import type { FlowKey, Outcome, Ring } from '@calico-readiness/requirements';
import { flowBit, ringOf } from '@calico-readiness/requirements';

/** With which peers which flows were open when they were last tested: 2 bytes for each peer, by its place in the ring. */
export class CoveredPeers {
  private ring: Ring = ringOf([]);
  private bits = new Uint16Array(0);

  /** Goes over to another list; who left is forgotten. */
  move(ring: Ring): void {
    if (ring === this.ring) return;
    const bits = new Uint16Array(ring.peers.length);
    for (const [place, { key }] of ring.peers.entries()) bits[place] = this.bits[this.ring.places.get(key) ?? -1] ?? 0;
    this.ring = ring;
    this.bits = bits;
  }

  /** What a visit came to; one that did not test a flow changes nothing of it. */
  take(key: number, outcomes: ReadonlyMap<FlowKey, Outcome>): void {
    const place = this.ring.places.get(key);
    if (place === undefined) return;
    for (const [flow, outcome] of outcomes) {
      if (outcome === 'not-tested') continue;
      const others = (this.bits[place] ?? 0) & ~flowBit(flow);
      this.bits[place] = outcome === 'open' ? others | flowBit(flow) : others;
    }
  }

  /** How many of the peers to which a flow is needed are covered. `needed` is by place in the same ring. */
  count(flow: FlowKey, needed: Uint16Array): number {
    const bit = flowBit(flow);
    let sum = 0;
    for (let place = 0; place < this.bits.length; place += 1)
      if (((this.bits[place] ?? 0) & (needed[place] ?? 0) & bit) !== 0) sum += 1;
    return sum;
  }

  /** Nothing is known any more. */
  forget(): void {
    this.bits.fill(0);
  }
}
