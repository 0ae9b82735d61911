import type { FailingFlowPeer } from '@calico-readiness/requirements';
import { recentAtOf } from '@calico-readiness/requirements';
import type { FlowKnowledge } from './flow-knowledge';
import type { NeededFlows } from './needed-flows';

const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000);

/** What is known of the peers with which a flow fails, by the keys of suspects; without those that left. */
export function failingPeers(
  knowledge: FlowKnowledge,
  { ring }: NeededFlows,
  keys: readonly string[],
): readonly FailingFlowPeer[] {
  return keys.flatMap((key) => {
    const suspect = knowledge.state.suspects.get(key);
    const peer = suspect && ring.peers[ring.places.get(suspect.target) ?? -1];
    const seen = suspect && knowledge.seenOf(suspect);
    if (suspect === undefined || peer === undefined || seen === undefined) return [];
    const { firstAt, lastAt, failedAt = lastAt } = suspect;
    return [
      {
        peer: peer.name,
        key: peer.key,
        ...seen,
        firstAt: seconds(firstAt),
        failedAt: seconds(failedAt),
        recentAt: seconds(recentAtOf(suspect)),
        lastAt: seconds(lastAt),
        proven: knowledge.proofs.isProven(suspect),
      },
    ];
  });
}
