import type {
  BlockedOutcome,
  FlowKey,
  Peer,
  PeerNetwork,
  ProfileValues,
  Ring,
  UntestedReason,
} from '@calico-readiness/requirements';

/** What was seen of one flow in a visit. */
export type FlowSeen =
  | { readonly outcome: 'open' }
  /** `said` is what was seen, short; may hold untrusted text. */
  | { readonly outcome: BlockedOutcome; readonly said: string }
  | { readonly outcome: 'not-tested'; readonly reason?: UntestedReason };

/** A visit to one peer. */
export interface VisitQuestion {
  readonly self: Peer;
  readonly peer: Peer;
  /** At least one, and only those that the probe tests. */
  readonly flows: readonly FlowKey[];
  /** Whether it comes besides the plan, because something was blocked. */
  readonly retest: boolean;
  /** The list of peers as this node knows it. */
  readonly ring: Ring;
  readonly profile: ProfileValues;
  readonly network: PeerNetwork;
  /** Ends the visit at once: what is not seen by then is not tested. */
  readonly signal: AbortSignal;
}

/** A way to test some flows. Each is asked twice before it counts as blocked. */
export interface VisitProbe {
  tests(flow: FlowKey): boolean;
  /** Milliseconds that a visit takes at most where this process runs in time; what took longer blames nobody. */
  readonly longestMs: number;
  /** Rejects only for a defect; every flow of the question is in the answer. */
  visit(question: VisitQuestion): Promise<ReadonlyMap<FlowKey, FlowSeen>>;
}
