import type { AnsweredPeer, FlowKey } from '@calico-readiness/requirements';
import type { Situation } from '../situation';
import { flowsNeededTo } from '../knowledge/needed-flows';
import type { FlowSeen } from '../visits/visit-probe';

/** A peer that can be visited, by its key, or why not. */
export type AskedPeer =
  { readonly key: number; readonly flows: readonly FlowKey[] } | Exclude<AnsweredPeer['state'], 'waiting' | 'tested'>;

/** Who is meant by a name, and which flows to test. A peer that cannot answer is not visited: silence would say nothing. */
export function askedPeer(name: string, { ring, self, needs }: Pick<Situation, 'ring' | 'self' | 'needs'>): AskedPeer {
  const peer = ring.peers.find((one) => one.name === name);
  if (peer === undefined) return 'not-in-list';
  if (peer.key === self.key) return 'own-node';
  if (!peer.answers) return 'not-ready';
  const flows = flowsNeededTo(needs, peer.key);
  return flows.length === 0 ? 'no-flow' : { key: peer.key, flows };
}

/** What a visit says of a peer; `at` in milliseconds since 1970. */
export function testedPeer(peer: string, seen: ReadonlyMap<FlowKey, FlowSeen>, at: number): AnsweredPeer {
  const flowsThat = (is: (outcome: FlowSeen['outcome']) => boolean): readonly FlowKey[] =>
    [...seen].filter(([, { outcome }]) => is(outcome)).map(([flow]) => flow);
  const open = flowsThat((outcome) => outcome === 'open');
  const untested = flowsThat((outcome) => outcome === 'not-tested');
  const blocked = flowsThat((outcome) => outcome !== 'open' && outcome !== 'not-tested');
  return {
    peer,
    state: 'tested',
    testedAt: new Date(at).toISOString(),
    ...(open.length > 0 && { open }),
    ...(blocked.length > 0 && { blocked }),
    ...(untested.length > 0 && { untested }),
  };
}
