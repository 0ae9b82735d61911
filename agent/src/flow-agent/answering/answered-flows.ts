import type { FlowKey, Peer } from '@calico-readiness/requirements';
import { flowOf, profileFlows } from '@calico-readiness/requirements';
import type { Party } from '../../flows/challenge-target';
import type { ChallengedFlow } from '../../flows/packets/flow-filter';
import type { Keyring } from '../../host/flows/keyring';
import { peerAddress } from '../../host/flows/peer-address';
import { answeredText, challengedFlowOf } from '../challenged-flow-of';
import type { Situation } from '../situation';

/** Over which flows a node answers, and by what it says so (`FlowAnswers`). */
export type AnsweredFlows = ReadonlyMap<FlowKey, { readonly flow: ChallengedFlow; readonly by: number }>;

/** The flows of the profile over which others may challenge this node. */
export function answeredFlows({ self, settings: { profile } }: Situation, keys: Keyring): AnsweredFlows {
  // An answer is as large as its challenge: packets of all sizes are one flow.
  const flows = profileFlows(profile).flatMap((key) => {
    if (flowOf(key).large) return [];
    const flow = challengedFlowOf(profile, key);
    if (flow === undefined || addressOf(self, key) === undefined) return [];
    return [[key, { flow, by: keys.fingerprint(answeredText(key, flow)) }] as const];
  });
  return new Map(flows);
}

/** The address of a node over which a flow goes, in its canonical form (RFC 5952); undefined for one that no node can have. */
export function addressOf({ addresses }: Peer, key: FlowKey): string | undefined {
  const read = peerAddress(addresses[flowOf(key).family] ?? '');
  return typeof read === 'string' ? undefined : read.address;
}

/** This node and all others of the list, once for each address. */
export function partiesOf({ ring, self }: Situation): {
  readonly own: readonly Party[];
  readonly peers: readonly Party[];
} {
  return { own: partyOf(self), peers: ring.peers.filter(({ key }) => key !== self.key).flatMap(partyOf) };
}

function partyOf({ key, addresses }: Peer): readonly Party[] {
  return Object.values(addresses).flatMap((text) => {
    const read = peerAddress(text);
    return typeof read === 'string' ? [] : [{ key, address: read.address }];
  });
}

interface Answered {
  readonly situation: Situation;
  readonly flows: AnsweredFlows;
}

/** Whether the same challenges are answered, but for who comes and goes. */
export function sameFlows(one: Answered, other: Answered): boolean {
  const text = ({ situation: { self }, flows }: Answered): string =>
    JSON.stringify([self.key, self.addresses, [...flows].map(([key, { by }]) => [key, by])]);
  return text(one) === text(other);
}
