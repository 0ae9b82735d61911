import type {
  BlockedOutcome,
  FlowKey,
  Outcome,
  Suspect,
  TestState,
  UntestedReason,
  Visit,
} from '@calico-readiness/requirements';
import {
  dueAgain,
  initialState,
  isFailing,
  nextVisits,
  suspectKey,
  withOutcomes,
} from '@calico-readiness/requirements';
import type { Clock } from '../clock';
import type { FlowSeen } from '../visits/visit-probe';
import { CoveredPeers } from './covered-peers';
import type { NeededFlows } from './needed-flows';
import { flowsNeededTo } from './needed-flows';
import { Proofs } from './proofs';

/** What was seen of a flow that was blocked. */
export interface BlockedSeen {
  readonly outcome: BlockedOutcome;
  readonly said: string;
}

/** Characters that are kept of what was seen. */
const longestSaid = 120;

/** What an agent remembers of the flows that it tested. All of it is bounded by the list of peers and the plan's limits. */
export class FlowKnowledge {
  state: TestState;
  /** Since when it tests; milliseconds since 1970. */
  since: number;
  readonly covered = new CoveredPeers();
  readonly proofs = new Proofs();
  /** Why a flow was not tested in the last visit that should have. */
  readonly reasons = new Map<FlowKey, UntestedReason>();
  private readonly seen = new Map<string, BlockedSeen>();

  constructor(private readonly clock: Clock) {
    this.since = clock.wall();
    this.state = initialState(this.since);
  }

  /** Who is to be visited now. */
  next({ ring }: NeededFlows, self: number): readonly Visit[] {
    const { state, visits } = nextVisits(this.state, { ring, self, enabled: true }, this.clock.wall());
    this.setState(state);
    return visits;
  }

  /** Takes what a visit came to that has just ended. */
  take({ target, counts }: Visit, seen: ReadonlyMap<FlowKey, FlowSeen>): void {
    const outcomes = new Map<FlowKey, Outcome>();
    for (const [flow, answer] of seen) {
      const { outcome } = answer;
      if (outcome === 'open' || outcome === 'not-tested') outcomes.set(flow, outcome);
      else {
        outcomes.set(flow, 'blocked');
        this.seen.set(suspectKey(target, flow), { outcome, said: answer.said.slice(0, longestSaid) });
      }
      if (outcome !== 'not-tested') this.reasons.delete(flow);
      else if (answer.reason !== undefined) this.reasons.set(flow, answer.reason);
    }
    this.covered.take(target, outcomes);
    this.setState(withOutcomes(this.state, [{ target, at: this.clock.wall(), counts, outcomes }]));
  }

  /** What was seen of a peer that fails. */
  seenOf({ target, flow }: Suspect): BlockedSeen | undefined {
    return this.seen.get(suspectKey(target, flow));
  }

  /** Another list, or another profile: who is not in it, and what is not needed any more, fails no longer. */
  settle(needed: NeededFlows): void {
    this.covered.move(needed.ring);
    this.keepSuspects(({ target, flow }) => flowsNeededTo(needed, target).includes(flow));
  }

  /**
   * Blames nobody for what was begun before a pause of this process. Where the clock was set, times before and after
   * cannot be compared, and nobody fails until three new strikes.
   */
  forgive(reason: 'pause' | 'clock set'): void {
    this.keepSuspects((suspect) => reason === 'pause' && isFailing(suspect));
    if (reason === 'clock set') this.setState({ ...this.state, since: this.clock.wall() });
  }

  /** Failing peers are due again at once. */
  retest(): void {
    this.setState({ ...this.state, suspects: dueAgain(this.state.suspects, this.clock.wall()) });
  }

  /** Forgets everything, as the policy's switch asks. */
  forget(): void {
    this.since = this.clock.wall();
    this.setState(initialState(this.since));
    this.covered.forget();
    this.reasons.clear();
  }

  private keepSuspects(keep: (suspect: Suspect) => boolean): void {
    const kept = [...this.state.suspects].filter(([, suspect]) => keep(suspect));
    if (kept.length !== this.state.suspects.size) this.setState({ ...this.state, suspects: new Map(kept) });
  }

  private setState(state: TestState): void {
    if (state.suspects !== this.state.suspects) {
      for (const key of this.seen.keys()) if (!state.suspects.has(key)) this.seen.delete(key);
      this.proofs.keep(state.suspects);
    }
    this.state = state;
  }
}
