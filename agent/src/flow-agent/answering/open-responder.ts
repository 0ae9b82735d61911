import { epochAt } from '@calico-readiness/requirements';
import { Responder } from '../../flows/responder/responder';
import type { AgentLog } from '../../foundation/agent-log';
import type { Keyring } from '../../host/flows/keyring';
import type { Network } from '../../host/flows/network';
import type { Clock } from '../clock';
import type { Situation } from '../situation';
import type { AnsweredFlows } from './answered-flows';
import { partiesOf } from './answered-flows';
import type { VisitAnswers } from './visit-answers';

/** What answering takes. */
export interface FlowAnsweringParts {
  readonly network: Network;
  readonly keys: () => Keyring | undefined;
  readonly clock: Clock;
  readonly log: AgentLog;
  /** Milliseconds between two looks; 400. */
  readonly lookMs?: number;
}

/** By what a responder decides. */
interface Answered {
  readonly keys: Keyring;
  readonly flows: AnsweredFlows;
  readonly visits: VisitAnswers;
}

/** A responder for all peers of the list, who are answered by the plan; or why there is none. */
export function openResponder(
  { network, clock }: Pick<FlowAnsweringParts, 'network' | 'clock'>,
  situation: Situation,
  { keys, flows, visits }: Answered,
): Responder | string {
  const { ring, self } = situation;
  return Responder.open(network, {
    ...partiesOf(situation),
    flows: [...flows.values()].map(({ flow }) => flow),
    keys,
    epoch: () => epochAt(clock.wall()),
    refusesOthers: true,
    answers: (challenge) => visits.answers({ ring, self: self.key }, challenge),
  });
}
