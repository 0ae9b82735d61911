import type { FlowKey } from '@calico-readiness/requirements';
import { epochAt } from '@calico-readiness/requirements';
import { probeChallenge } from '../../flows/challenge-probe';
import { attempts } from '../../flows/probe-limits';
import type { Keyring } from '../../host/flows/keyring';
import type { Network } from '../../host/flows/network';
import { addressOf } from '../answering/answered-flows';
import { challengedFlowOf } from '../challenged-flow-of';
import type { Clock } from '../clock';
import { seenOf } from './seen-of';
import { visitNetwork } from './visit-network';
import type { FlowSeen, VisitProbe, VisitQuestion } from './visit-probe';

/** Milliseconds for which one answer is waited for: responders look more than twice in a second. */
const usualTimeout = 3_000;

/** What challenges take. */
export interface ChallengeParts {
  readonly network: Network;
  readonly keys: () => Keyring | undefined;
  readonly clock: Clock;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

/** Tests VXLAN, IP-in-IP and WireGuard in small packets by challenges that the peer's agent answers. */
export function challengeVisit(parts: ChallengeParts): VisitProbe {
  const { timeoutMs = usualTimeout } = parts;
  return {
    tests: isChallenged,
    longestMs: attempts * timeoutMs,
    visit: (question) => visit(parts, question, timeoutMs),
  };
}

const isChallenged = (flow: FlowKey): boolean => /^(?:vxlan|ipip|wireguard)-IPv[46]$/.test(flow);

async function visit(
  { network, keys, clock }: ChallengeParts,
  question: VisitQuestion,
  timeoutMs: number,
): Promise<ReadonlyMap<FlowKey, FlowSeen>> {
  const { self, peer, flows, retest, profile, signal } = question;
  const ring = keys();
  if (ring === undefined)
    return new Map(flows.map((flow) => [flow, { outcome: 'not-tested', reason: 'no-answer-expected' }]));
  const answerExpected = silenceCounts(question);
  const number = Buffer.from(ring.random(4)).readUInt32BE(0);
  const ended = visitNetwork(network, signal);
  const seen = flows.map(async (key): Promise<readonly [FlowKey, FlowSeen]> => {
    const [flow, own, address] = [challengedFlowOf(profile, key), addressOf(self, key), addressOf(peer, key)];
    if (flow === undefined || own === undefined || address === undefined) return [key, { outcome: 'not-tested' }];
    const asker = {
      ...{ own: { key: self.key, address: own }, keys: ring, epoch: epochAt(clock.wall()) },
      ...{ visit: number, retest, answerExpected },
    };
    const result = await probeChallenge(ended, { peer: { key: peer.key, address }, flow }, asker, { timeoutMs });
    const answer = seenOf(result);
    const isTold = answer.outcome !== 'not-tested' || answerExpected;
    return [key, isTold ? answer : { reason: 'no-answer-expected', ...answer }];
  });
  return new Map(await Promise.all(seen));
}

/**
 * Whether silence may be anything but Calico's own doing; whether it makes a failure is decided by the peer's report.
 * Felix drops tunnels from nodes on which it has not run yet (ipset all-hosts-net, felix/rules/static.go), and in the eBPF
 * data plane its programs see packets before raw sockets do, which is not tried yet.
 */
const silenceCounts = ({ self, peer, profile }: VisitQuestion): boolean =>
  self.answers && peer.answers && profile.dataplane !== 'BPF' && (self.subnet !== '' || peer.subnet === '');
