import type { Keyring } from '../../host/flows/keyring';
import type { FlowMessage } from '../../parsers/packets/flow-message';
import type { Party } from '../challenge-target';
import type { ChallengedFlow } from '../packets/flow-filter';

/** An authentic challenge, as the one who decides about it sees it. */
export type Challenge = Pick<FlowMessage, 'sender' | 'receiver' | 'visit' | 'retest' | 'protocol' | 'family' | 'size'>;

/** For whom a responder answers, and whom. */
export interface ResponderOptions {
  /** This node, once for each of its addresses. */
  readonly own: readonly Party[];
  /** The only ones that are answered, once for each of their addresses: who is expected in this window. */
  readonly peers: readonly Party[];
  readonly flows: readonly ChallengedFlow[];
  readonly keys: Keyring;
  /** Number of the current epoch. */
  readonly epoch: () => number;
  /**
   * Whether an authentic challenge of somebody who is not expected, to somebody else at this address, or of another epoch
   * is refused instead of passed over in silence, which would look like a firewall. Sockets then are connected to nobody.
   */
  readonly refusesOthers?: boolean;
  /**
   * Asked for each authentic challenge that is not a repeated one; challenges of one visit have its number in common. Who
   * is refused is told so, and takes the flow for untested. Peers that are not expected hear nothing.
   */
  readonly answers: (challenge: Challenge) => boolean;
}

/** What became of what came in. */
export const receivedKinds = ['answered', 'malformed', 'stranger', 'stale', 'forged', 'repeated', 'refused'] as const;

/**
 * - `answered`: an answer was sent
 * - `malformed`: no challenge over one of these flows
 * - `stranger`: not from the address of a peer that is expected, or not to this node; perhaps refused
 * - `stale`: of another epoch; perhaps refused
 * - `forged`: not sealed with the epoch's key
 * - `repeated`: answered before
 * - `refused`: `answers` says no, of which the peer is told, or more than can be answered, of which it is not
 */
export type ReceivedKind = (typeof receivedKinds)[number];
