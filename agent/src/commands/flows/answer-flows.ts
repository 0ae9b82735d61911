import { epochAt } from '@calico-readiness/requirements';
import type { ReceivedKind } from '../../flows/responder/responder-options';
import { receivedKinds } from '../../flows/responder/responder-options';
import type { Party } from '../../flows/challenge-target';
import { Responder } from '../../flows/responder/responder';
import { isChallenged } from '../../flows/challenged-flow';
import { createNetwork } from '../../host/flows/host-network';
import type { Network } from '../../host/flows/network';
import { printAnsweredFlows } from '../../print/flows/answered-flows';
import type { AnsweredFormat } from '../../print/flows/flow-formats';
import { MachineError, UsageError } from '../exit-status';
import { ArrivedChallenges } from './arrived-challenges';
import { partyOf, portOf } from './challenge-flows';
import type { CommandFlow } from './flow-options';
import { readKeyFile } from './key-file';

/** Whom to answer, and for how long; as commander makes it of the options. */
export interface AnswerOptions {
  readonly from: readonly string[];
  readonly flow: readonly CommandFlow[];
  readonly keyFile: string;
  /** Seconds. */
  readonly for: number;
  readonly output: AnsweredFormat;
}

/** How often is looked for challenges. */
const lookMs = 20;
/** How often is looked for new addresses: Node.js lists none of a link that came up until it is running, up to a second later. */
const addressesMs = 500;

/**
 * Answers challenges of other hosts for a while, and prints how many came. Throws UsageError for flows that nobody
 * answers, and MachineError where no raw socket can be had.
 */
export async function answerFlows(options: AnswerOptions): Promise<string> {
  const network = await createNetwork();
  const keys = readKeyFile(options.keyFile);
  const [own, peers, flows] = [[...globalParties(network)], options.from.map(partyOf), flowsOf(options.flow)];
  const arrived = new ArrivedChallenges(own, peers);
  const open = (): Responder => {
    const responder = Responder.open(network, {
      ...{ own, peers, flows, keys },
      epoch: () => epochAt(Date.now()),
      answers: (challenge) => arrived.count(challenge),
    });
    if (typeof responder === 'string') throw new MachineError(responder);
    return responder;
  };
  const counts = await answerUntil(network, { own, open }, network.now() + options.for * 1000);
  const received = Object.fromEntries(receivedKinds.map((kind) => [kind, counts[kind] ?? 0]));
  return printAnsweredFlows({ kind: 'FlowAnswers', answered: arrived.all(), received }, options.output);
}

/** Nobody reaches a loopback address, and link-local ones are another one behind every device. */
const isGlobal = (address: string): boolean => !/^(?:fe80:|127\.|::1$)/.test(address);
const globalParties = ({ ownAddresses }: Network): readonly Party[] => [...ownAddresses].filter(isGlobal).map(partyOf);

/** The addresses that this host has now, where one is among them that it did not have; no socket can be bound to one that left. */
async function newAddresses(own: readonly Party[]): Promise<readonly Party[] | undefined> {
  const known = new Set(own.map(({ address }) => address));
  const current = globalParties(await createNetwork());
  return current.some(({ address }) => !known.has(address)) ? current : undefined;
}

/** Until the time is over, or somebody ends it (signal(7)); what came until then is printed. */
async function answerUntil(
  network: Network,
  { own, open }: { readonly own: Party[]; readonly open: () => Responder },
  until: number,
): Promise<Partial<Record<ReceivedKind, number>>> {
  const counts: Partial<Record<ReceivedKind, number>> = {};
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  let responder = open();
  const look = (): void => {
    for (const kind of responder.look()) counts[kind] = (counts[kind] ?? 0) + 1;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  try {
    let addressesAt = network.now() + addressesMs;
    while (network.now() < until && !ending.signal.aborted) {
      look();
      await network.wait(lookMs);
      if (network.now() < addressesAt) continue;
      addressesAt = network.now() + addressesMs;
      const current = await newAddresses(own);
      if (current === undefined) continue;
      own.splice(0, own.length, ...current);
      const next = open();
      look();
      responder.close();
      responder = next;
    }
  } finally {
    responder.close();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  }
  return counts;
}

/** Those that are answered: WireGuard on the ports of both families. */
function flowsOf(flows: readonly CommandFlow[]) {
  return flows.flatMap(({ name, port }) => {
    if (!isChallenged(name))
      throw new UsageError(`--answer is for vxlan, ipip and wireguard; ${name} needs no answer.`);
    const ports = new Set(([4, 6] as const).map((family) => portOf(name, port, family) ?? 0));
    return [...ports].map((each) => ({ protocol: name, port: each }));
  });
}
