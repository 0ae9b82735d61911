import type { AnsweredPeer } from '@calico-readiness/requirements';

/** One way between two nodes. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}

/**
 * How far the test of a pair is: the agent is being asked, the API refused that, the agent has not answered yet, it did,
 * another request took the place of this one, or nothing came in time.
 */
export type PairState =
  | { readonly is: 'asking' | 'waiting' | 'replaced' | 'unanswered' }
  | { readonly is: 'refused'; readonly code: number | undefined; readonly message: string }
  | { readonly is: 'answered'; readonly answer: AnsweredPeer };

export interface PairTest extends Pair {
  readonly state: PairState;
}

/** Most pairs that are asked for at one press. */
export const mostPairs = 20;

export const isOpen = ({ state }: PairTest): boolean =>
  state.is === 'answered' &&
  state.answer.state === 'tested' &&
  state.answer.open !== undefined &&
  state.answer.blocked === undefined &&
  state.answer.untested === undefined;

export const isBlocked = ({ state }: PairTest): boolean =>
  state.is === 'answered' && state.answer.blocked !== undefined;

export const isWaiting = ({ state }: PairTest): boolean => state.is === 'asking' || state.is === 'waiting';
