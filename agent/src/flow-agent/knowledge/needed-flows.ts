import type { FlowKey, Peer, PeerNetwork, ProfileValues, Ring } from '@calico-readiness/requirements';
import { flowBit, flowKeys, peerFlows } from '@calico-readiness/requirements';

/** Which flows this node needs to which peers: 4 bytes for each peer, by its place in the ring. */
export interface NeededFlows {
  readonly ring: Ring;
  readonly needed: Uint16Array;
  /** Flows of which it is not known whether the pair needs them. */
  readonly open: Uint16Array;
}

/** After so many peers, everybody else has a turn. */
const peersOfTurn = 500;

/** Asks for each peer which flows the pair needs. Others have their turn in between, so that nothing waits for it. */
export async function neededFlows(
  ring: Ring,
  self: Peer,
  profile: ProfileValues,
  network: PeerNetwork,
): Promise<NeededFlows> {
  const [needed, open] = [new Uint16Array(ring.peers.length), new Uint16Array(ring.peers.length)];
  for (const [place, peer] of ring.peers.entries()) {
    if (place % peersOfTurn === peersOfTurn - 1) await new Promise((resolve) => setImmediate(resolve));
    for (const [flow, need] of peerFlows(profile, self, peer, network)) {
      const bits = need === 'needed' ? needed : open;
      bits[place] = (bits[place] ?? 0) | flowBit(flow);
    }
  }
  return { ring, needed, open };
}

/** The flows that are needed to one peer, by its key; none for one that is not in the list. */
export function flowsNeededTo({ ring, needed }: NeededFlows, key: number): readonly FlowKey[] {
  const bits = needed[ring.places.get(key) ?? -1] ?? 0;
  return flowKeys.filter((flow) => (bits & flowBit(flow)) !== 0);
}
