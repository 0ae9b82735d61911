import type {
  AnsweredFlowTest,
  AnsweredPeer,
  FlowKey,
  PeerTestState,
  TokenBucket,
  Visit,
} from '@calico-readiness/requirements';
import { askedBurst, askedGap, askedInterval, filledBucket, fullBucket } from '@calico-readiness/requirements';
import type { Clock } from '../clock';
import type { Situation } from '../situation';
import type { FlowSeen } from '../visits/visit-probe';
import { askedPeer, testedPeer } from './peer-answer';
import { readRequest } from './read-request';

/** Nobody waits any more for a request that is older when this agent begins. Milliseconds. */
const forgottenAfter = 10 * 60_000;
/** An answer stands in the report for so long after the last visit; milliseconds. */
const keptFor = 60 * 60_000;
const bucketSize = { burst: askedBurst, interval: askedInterval };

/** A request that was taken, with the answers so far; another object for each request. */
interface Turn {
  readonly requestedAt: string;
  readonly answers: Map<string, AnsweredPeer>;
  /** Not before then; by the steady clock, as the next. */
  readonly startAt: number;
  changedAt: number;
}

/**
 * The peers that somebody asks this agent to visit at once (`spec.flowTest`). The newest request counts, and each once,
 * however often it is seen. Bounded by a gap between requests and a bucket of visits of its own.
 */
export class AskedPeers {
  private latest: string | undefined;
  private hasLooked = false;
  private turn: Turn | undefined;
  private bucket: TokenBucket;
  private visiting: { readonly turn: Turn; readonly name: string } | undefined;

  constructor(private readonly clock: Clock) {
    this.bucket = fullBucket(bucketSize, clock.steady());
  }

  /** Takes what the spec of this node's report asks for, as often as it is seen; tells whether it is new. */
  look(flowTest: unknown): boolean {
    const request = readRequest(flowTest);
    const isFirst = !this.hasLooked;
    this.hasLooked = true;
    if (request === undefined || request.requestedAt === this.latest) return false;
    this.latest = request.requestedAt;
    if (isFirst && !(this.clock.wall() - Date.parse(request.requestedAt) < forgottenAfter)) return false;
    const now = this.clock.steady();
    this.turn = {
      requestedAt: request.requestedAt,
      answers: new Map(request.peers.map((peer) => [peer, { peer, state: 'waiting' }])),
      startAt: Math.max(now, (this.turn?.startAt ?? -Infinity) + askedGap),
      changedAt: now,
    };
    return true;
  }

  /** Whom to visit now; undefined for nobody. A peer that cannot be visited is answered. */
  next(situation: Pick<Situation, 'ring' | 'self' | 'needs'>): Visit | undefined {
    const { turn, clock } = this;
    const now = clock.steady();
    this.bucket = filledBucket(this.bucket, bucketSize, now);
    if (turn === undefined || now < turn.startAt) return undefined;
    for (const name of waitingIn(turn)) {
      const asked = askedPeer(name, situation);
      if (typeof asked === 'string') this.answer(turn, { peer: name, state: asked });
      else {
        if (this.bucket.tokens < 1) return undefined;
        this.bucket = { ...this.bucket, tokens: this.bucket.tokens - 1 };
        this.visiting = { turn, name };
        return { target: asked.key, flows: asked.flows, counts: false, asked: true };
      }
    }
    return undefined;
  }

  /** What the visit that began last came to. Who asked anew meanwhile wants another one. */
  take(seen: ReadonlyMap<FlowKey, FlowSeen>): void {
    const { visiting, turn, clock } = this;
    if (visiting !== undefined && visiting.turn === turn)
      this.answer(visiting.turn, testedPeer(visiting.name, seen, clock.wall()));
    this.visiting = undefined;
  }

  /** Answers all who wait with one reason. */
  refuse(state: Extract<PeerTestState, 'no-list' | 'switched-off'>): void {
    const { turn } = this;
    if (turn !== undefined) for (const peer of waitingIn(turn)) this.answer(turn, { peer, state });
  }

  /** Another number whenever an answer came. */
  get changedAt(): number | undefined {
    return this.turn?.changedAt;
  }

  /** What is known of the last request; undefined where there is none, or it was done long ago. */
  get answered(): AnsweredFlowTest | undefined {
    const { turn } = this;
    if (turn === undefined) return undefined;
    const isOld = waitingIn(turn).length === 0 && this.clock.steady() > turn.changedAt + keptFor;
    return isOld ? undefined : { requestedAt: turn.requestedAt, peers: [...turn.answers.values()] };
  }

  private answer(turn: Turn, answer: AnsweredPeer): void {
    turn.answers.set(answer.peer, answer);
    turn.changedAt = this.clock.steady();
  }
}

const waitingIn = ({ answers }: Turn): readonly string[] =>
  [...answers.values()].filter(({ state }) => state === 'waiting').map(({ peer }) => peer);
