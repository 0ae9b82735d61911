import type { FlowAnswers, FlowKey, Peer, PeerNetwork, ProfileValues } from '@calico-readiness/requirements';
import { profileFlows, ringOf } from '@calico-readiness/requirements';
import type { AgentLog } from '../../foundation/agent-log';
import { createNetwork } from '../../host/flows/host-network';
import { keyringOf } from '../../host/flows/keyring';
import type { Clock } from '../clock';
import { situationOf } from '../situation';
import { FlowAnswering } from './flow-answering';

/** What a node needs to answer the tests of others. */
export interface AnsweringPeerOptions {
  readonly nodeName: string;
  /** All nodes, this one among them. */
  readonly peers: readonly Peer[];
  readonly network: PeerNetwork;
  /** Every flow of it is answered. */
  readonly profile: ProfileValues;
  /** The key of challenges, at least 32 bytes. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly log: AgentLog;
}

/** Over which flows a node answers, and since when. */
export type AnsweredTests = readonly { readonly flow: FlowKey; readonly answers: FlowAnswers }[];

/** A node that answers the tests of others as an agent does, and tests nobody: the other end of one that is to be shown. */
export class AnsweringPeer {
  private constructor(
    private readonly answering: FlowAnswering,
    private readonly flows: readonly FlowKey[],
  ) {}

  /** Answers from now on, by timers that keep no process alive; nobody where no raw socket can be had. */
  static async open({ nodeName, peers, profile, ...options }: AnsweringPeerOptions): Promise<AnsweringPeer> {
    const { key, clock, log } = options;
    const keyring = keyringOf(key);
    const answering = new FlowAnswering({ network: await createNetwork(), keys: () => keyring, clock, log });
    const list = { ring: ringOf(peers), network: options.network };
    answering.settle(await situationOf(nodeName, list, { profile, enabled: true }, undefined));
    return new AnsweringPeer(answering, profileFlows(profile));
  }

  /** What its own report would say of it now. */
  get answers(): AnsweredTests {
    return this.flows.flatMap((flow) => {
      const answers = this.answering.answersOf(flow);
      return answers === undefined || flow.endsWith('-large') ? [] : [{ flow, answers }];
    });
  }

  close(): void {
    this.answering.settle(undefined);
  }
}
