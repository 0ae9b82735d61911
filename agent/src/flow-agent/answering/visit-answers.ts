import type { ResponderState, Ring } from '@calico-readiness/requirements';
import { answersVisit, initialResponder } from '@calico-readiness/requirements';
import type { Challenge } from '../../flows/responder/responder-options';
import type { Clock } from '../clock';

/** Milliseconds within which challenges with one number are one visit. */
const longestVisit = 60_000;
/** Visits that are remembered; more than the plan has a node answer in that time. */
const mostVisits = 500;

/** Decides which visits are answered, by the plan; all challenges of one visit alike. */
export class VisitAnswers {
  private state: ResponderState;
  private readonly visits = new Map<string, { readonly answers: boolean; readonly until: number }>();

  constructor(private readonly clock: Clock) {
    this.state = initialResponder(clock.wall());
  }

  /** Whether a challenge is answered. `ring` is the list of peers, and `self` the key of this node. */
  answers(
    { ring, self }: { readonly ring: Ring; readonly self: number },
    { sender, visit, retest }: Pick<Challenge, 'sender' | 'visit' | 'retest'>,
  ): boolean {
    const key = `${String(sender)} ${String(visit)}`;
    const known = this.visits.get(key);
    const now = this.clock.steady();
    if (known !== undefined && known.until >= now) return known.answers;
    const { state, answers } = answersVisit(this.state, { ring, self, visitor: sender, retest }, this.clock.wall());
    this.state = state;
    this.visits.delete(key);
    const [oldest] = this.visits.keys();
    if (oldest !== undefined && this.visits.size >= mostVisits) this.visits.delete(oldest);
    this.visits.set(key, { answers, until: now + longestVisit });
    return answers;
  }
}
