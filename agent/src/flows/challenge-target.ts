import type { Keyring } from '../host/flows/keyring';
import type { ChallengedFlow } from './packets/flow-filter';

/** A node as challenges and answers name it. */
export interface Party {
  /** Its key in the ring, below 2^32. */
  readonly key: number;
  /** In its canonical form (RFC 5952). */
  readonly address: string;
}

/** One flow to one peer, to be tested by a challenge. */
export interface ChallengeTarget {
  readonly peer: Party;
  readonly flow: ChallengedFlow;
  /** Bytes of a whole packet, with the head of IP; left out for small packets. They are never sent in fragments. */
  readonly packetBytes?: number;
}

/** Who asks, and what is known of the peer. */
export interface ChallengeAsker {
  /** Key of this node, and the address to come from; that which the kernel takes where it is left out. */
  readonly own: { readonly key: number; readonly address?: string };
  /** Undefined where this node has no secret. */
  readonly keys: Keyring | undefined;
  /** Number of the current epoch. */
  readonly epoch: number;
  /** The same in all challenges of one visit; below 2^32. */
  readonly visit: number;
  readonly retest: boolean;
  /** Whether somebody answers there by all that is known. Only then does silence mean anything. */
  readonly answerExpected: boolean;
}
