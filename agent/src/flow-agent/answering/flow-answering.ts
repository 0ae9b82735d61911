import type { FlowAnswers, FlowKey } from '@calico-readiness/requirements';
import { inSmallPackets } from '@calico-readiness/requirements';
import type { Responder } from '../../flows/responder/responder';
import { errorText } from '../../foundation/agent-log';
import type { Keyring } from '../../host/flows/keyring';
import type { Network } from '../../host/flows/network';
import type { Situation } from '../situation';
import type { AnsweredFlows } from './answered-flows';
import { answeredFlows, sameFlows } from './answered-flows';
import type { FlowAnsweringParts } from './open-responder';
import { openResponder } from './open-responder';
import { VisitAnswers } from './visit-answers';

/** A responder that is open. */
interface Open {
  readonly responder: Responder;
  readonly situation: Situation;
  readonly keys: Keyring;
  readonly flows: AnsweredFlows;
}

/** Milliseconds between two looks. */
const lookInterval = 400;
/** Milliseconds between two looks after which answers may have come too late for a visit. */
const tooLate = 3_000;

/** Answers the challenges of other nodes for as long as flows are tested. Nothing is open otherwise. */
export class FlowAnswering {
  private open: Open | undefined;
  /** Of the steady clock: since when every challenge was answered in time. */
  private since = 0;
  /** Of the network's clock. */
  private lookedAt = 0;
  private timer: NodeJS.Timeout | undefined;
  /** Why no answer could be sent. */
  private lost: string | undefined;
  private readonly visits: VisitAnswers;

  constructor(private readonly parts: FlowAnsweringParts) {
    this.visits = new VisitAnswers(parts.clock);
  }

  /** Answers by this situation; nobody where there is none, no key, or no flow to answer over. */
  settle(situation: Situation | undefined): void {
    const keys = this.parts.keys();
    if (situation === this.open?.situation && keys === this.open?.keys) return;
    const flows = situation && keys && answeredFlows(situation, keys);
    if (situation === undefined || keys === undefined || flows === undefined || flows.size === 0) this.close();
    else this.reopen(situation, keys, flows);
  }

  /** That this agent answers over a flow now. */
  answersOf(flow: FlowKey): FlowAnswers | undefined {
    const { clock } = this.parts;
    const by = this.open?.flows.get(inSmallPackets(flow))?.by;
    const since = Math.ceil((clock.wall() - (clock.steady() - this.since)) / 1000);
    return by === undefined ? undefined : { since, by };
  }

  /** Answers what has come in. Called by a timer of its own; never throws. */
  look(): void {
    const { network, clock, log } = this.parts;
    const now = network.now();
    if (now - this.lookedAt > tooLate) this.since = clock.steady();
    this.lookedAt = now;
    try {
      this.open?.responder.look();
    } catch (error) {
      this.lost = errorText(error);
    }
    if (this.lost === undefined) return;
    log.warn({ reason: this.lost }, 'Cannot answer the tests of flows');
    this.close();
  }

  private reopen(situation: Situation, keys: Keyring, flows: AnsweredFlows): void {
    const { network, clock, log } = this.parts;
    this.lost = undefined;
    const responder = openResponder({ network: this.watched(network), clock }, situation, {
      ...{ keys, flows, visits: this.visits },
    });
    if (typeof responder === 'string') {
      log.debug({ reason: responder }, 'Cannot answer the tests of flows');
      this.close();
      return;
    }
    // What has come to the old sockets is not in the new ones.
    this.look();
    this.open?.responder.close();
    if (this.open === undefined || !sameFlows(this.open, { situation, flows })) this.since = clock.steady();
    this.open = { responder, situation, keys, flows };
    this.lookedAt = network.now();
    this.timer ??= setInterval(() => {
      this.look();
    }, this.parts.lookMs ?? lookInterval).unref();
  }

  private close(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.open?.responder.close();
    this.open = undefined;
  }

  /** The right to raw sockets may be lost while one is open; then no answer can be sent. */
  private watched(network: Network): Network {
    return {
      ...network,
      openRaw: (question) => {
        const socket = network.openRaw(question);
        if (typeof socket === 'string') this.lost = socket;
        return socket;
      },
    };
  }
}
