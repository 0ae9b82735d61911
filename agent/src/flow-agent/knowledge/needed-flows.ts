import type { FlowKey, Peer, PeerNetwork, ProfileValues, Ring } from '@calico-readiness/requirements';
import { flowBit, flowKeys, peerFlows } from '@calico-readiness/requirements';

/** Which flows this node needs to which peers: 4 bytes for each peer, by its place in the ring. */
export interface NeededFlows {
  readonly ring: Ring;
  readonly needed: Uint16Array;
  /** Flows of which it is not known whether the pair needs them. */
  readonly open: Uint16Array;
  /** To how many peers each flow is needed, by its place in `flowKeys`. */
  readonly counts: readonly number[];
  /** The flows that are open to any peer. */
  readonly openToAny: number;
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
  // Counted once: observations ask twice a minute, and there may be thousands of peers.
  const counts = flowKeys.map(() => 0);
  let openToAny = 0;
  for (const [place, peer] of ring.peers.entries()) {
    if (place % peersOfTurn === peersOfTurn - 1) await new Promise((resolve) => setImmediate(resolve));
    for (const [flow, need] of peerFlows(profile, self, peer, network)) {
      const bit = flowBit(flow);
      if (need === 'needed') {
        needed[place] = (needed[place] ?? 0) | bit;
        const index = flowKeys.indexOf(flow);
        counts[index] = (counts[index] ?? 0) + 1;
      } else {
        open[place] = (open[place] ?? 0) | bit;
        openToAny |= bit;
      }
    }
  }
  return { ring, needed, open, counts, openToAny };
}

/** To how many peers a flow is needed. */
export const countNeeded = ({ counts }: NeededFlows, flow: FlowKey): number => counts[flowKeys.indexOf(flow)] ?? 0;

/** Whether there is a peer of which it is not known whether the pair needs the flow. */
export const isOpen = ({ openToAny }: NeededFlows, flow: FlowKey): boolean => (openToAny & flowBit(flow)) !== 0;

/** The flows that are needed to one peer, by its key; none for one that is not in the list. */
export function flowsNeededTo({ ring, needed }: NeededFlows, key: number): readonly FlowKey[] {
  const bits = needed[ring.places.get(key) ?? -1] ?? 0;
  return flowKeys.filter((flow) => (bits & flowBit(flow)) !== 0);
}
