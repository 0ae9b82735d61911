import { filledBucket, fullBucket } from '@calico-readiness/requirements';
import type { Network } from '../../host/flows/network';
import { answerChallenge } from './answer-challenge';
import { ChallengeBook } from './challenge-book';
import type { Received, ReceivedChallenge } from './judge-challenge';
import { Parties, readChallenge } from './judge-challenge';
import type { ReceivedKind, ResponderOptions } from './responder-options';
import type { ResponderSocket } from './responder-sockets';
import { closeAll, openSockets } from './responder-sockets';

/** How many packets one look reads from each socket; the rest is for the next. */
const mostAtOnce = 256;
/** Answers of all visitors together: a visit has at most two dozen challenges, and there is one in a second at most. */
const bucketSize = { burst: 512, interval: 50 };
/** Refusals of what is not expected have their own, so that they take nothing from answers. Milliseconds. */
const othersSize = { burst: 64, interval: 500 };

/**
 * Answers challenges while it is open: a window, for peers that are expected. It has raw sockets, which take no port from
 * anybody and see a packet after the firewall of this host. `look` is to be called often, at least once in half a second.
 */
export class Responder {
  private readonly book = new ChallengeBook();
  private bucket: ReturnType<typeof fullBucket>;
  private others: ReturnType<typeof fullBucket>;

  private constructor(
    private readonly network: Network,
    private readonly options: ResponderOptions,
    private readonly own: Parties,
    private readonly peers: Parties,
    private readonly sockets: readonly ResponderSocket[],
  ) {
    this.bucket = fullBucket(bucketSize, network.now());
    this.others = fullBucket(othersSize, network.now());
  }

  /** Opens the sockets that these flows and peers need, at most 48; or says why it cannot, and has none open then. */
  static open(network: Network, options: ResponderOptions): Responder | string {
    if (network.elsewhere !== undefined) return network.elsewhere;
    const [own, peers] = [new Parties(options.own), new Parties(options.peers)];
    const sockets = openSockets(network, {
      flows: options.flows,
      own,
      peers,
      connected: options.refusesOthers !== true,
    });
    return typeof sockets === 'string' ? sockets : new Responder(network, options, own, peers, sockets);
  }

  /** Reads what has come in, within a bound, and answers it. Says what became of each. */
  look(): readonly ReceivedKind[] {
    const kinds: ReceivedKind[] = [];
    for (const { raw, family, socket } of this.sockets)
      for (let count = 0; count < mostAtOnce; count += 1) {
        const received = raw.receiveFrom();
        if (received === undefined) break;
        kinds.push(this.take({ ...received, family, socket }));
      }
    return kinds;
  }

  /** Closes all sockets: nothing is left that hears anything. */
  close(): void {
    closeAll(this.sockets);
  }

  private take(received: Received): ReceivedKind {
    const { keys, flows, answers, refusesOthers } = this.options;
    const read = readChallenge(received, flows);
    if (read.status === 'malformed') return 'malformed';
    const challenge = read.value;
    const local = this.own.addressOf(challenge.receiver, received.family);
    const peer = this.peers.addressOf(challenge.sender, received.family);
    const isExpected = local !== undefined && peer !== undefined && peer === received.source;
    if (!isExpected && refusesOthers !== true) return 'stranger';
    const epoch = this.options.epoch();
    const isCurrent = ChallengeBook.isCurrent(challenge.epoch, epoch);
    if (!isCurrent && refusesOthers !== true) return 'stale';
    if (!keys.matches(challenge.epoch, challenge.sealed, challenge.tag)) return 'forged';
    if (!isExpected || !isCurrent) {
      this.refuseOther(received, challenge);
      return isExpected ? 'stale' : 'stranger';
    }
    if (this.book.has(challenge.nonce)) return 'repeated';
    this.bucket = filledBucket(this.bucket, bucketSize, this.network.now());
    if (this.bucket.tokens < 1 || !this.book.add(challenge.nonce, challenge.epoch, epoch)) return 'refused';
    this.bucket = { ...this.bucket, tokens: this.bucket.tokens - 1 };
    const kind = answers(challenge) ? 'answer' : 'refusal';
    const isSent = answerChallenge(this.network, keys, challenge, kind, { local, peer });
    return kind === 'answer' && isSent ? 'answered' : 'refused';
  }

  /** To where it came from: whoever has the key has learnt of this node in another list, or has another clock. */
  private refuseOther({ family, source }: Received, challenge: ReceivedChallenge): void {
    const [local] = this.own.addressesIn(family);
    this.others = filledBucket(this.others, othersSize, this.network.now());
    if (local === undefined || this.others.tokens < 1) return;
    this.others = { ...this.others, tokens: this.others.tokens - 1 };
    answerChallenge(this.network, this.options.keys, challenge, 'refusal', { local, peer: source });
  }
}
