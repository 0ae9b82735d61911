import type { FlowKey } from '@calico-readiness/requirements';
import { epochAt, flowOf, inSmallPackets, needsAnswer } from '@calico-readiness/requirements';
import type { ChallengeAsker } from '../../flows/challenge-target';
import { probeChallenge } from '../../flows/challenge-probe';
import { attempts } from '../../flows/probe-limits';
import type { Keyring } from '../../host/flows/keyring';
import type { Network } from '../../host/flows/network';
import type { ReadDevices } from '../../host/flows/network-devices';
import { addressOf } from '../answering/answered-flows';
import { challengedFlowOf } from '../challenged-flow-of';
import type { Clock } from '../clock';
import type { SizeOf } from './remembered-sizes';
import { RememberedSizes } from './remembered-sizes';
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
  readonly devices: ReadDevices;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

/**
 * Tests VXLAN, IP-in-IP and WireGuard by challenges that the peer's agent answers: in small packets and, in the same visit, in
 * the largest that Calico would send from this host. Full-size packets are told of only where small ones passed just now.
 */
export function challengeVisit(parts: ChallengeParts): VisitProbe {
  const { timeoutMs = usualTimeout, devices, clock } = parts;
  const sizes = new RememberedSizes(devices, clock);
  return {
    tests: needsAnswer,
    longestMs: attempts * timeoutMs,
    visit: async (question) => visit(parts, question, { timeoutMs, sizeOf: await sizes.of(question) }),
  };
}

interface Limits {
  readonly timeoutMs: number;
  readonly sizeOf: SizeOf;
}

async function visit(
  { network, keys, clock }: ChallengeParts,
  question: VisitQuestion,
  limits: Limits,
): Promise<ReadonlyMap<FlowKey, FlowSeen>> {
  const { self, flows, retest, signal } = question;
  const ring = keys();
  if (ring === undefined)
    return new Map(flows.map((flow) => [flow, { outcome: 'not-tested', reason: 'no-answer-expected' }]));
  const asker = {
    ...{ keys: ring, epoch: epochAt(clock.wall()), visit: Buffer.from(ring.random(4)).readUInt32BE(0) },
    ...{ own: { key: self.key }, retest, answerExpected: silenceCounts(question) },
  };
  const ended = visitNetwork(network, signal);
  // A full-size flow that is tested again alone takes the small one with it.
  const asked = [...new Set([...flows.map(inSmallPackets), ...flows])];
  const seen = new Map(
    await Promise.all(asked.map(async (key) => [key, await seenOfFlow(ended, question, asker, key, limits)] as const)),
  );
  return new Map(
    flows.map((key) => {
      const passes = seen.get(inSmallPackets(key))?.outcome === 'open';
      const answer = seen.get(key) ?? { outcome: 'not-tested' };
      return [
        key,
        passes || !flowOf(key).large || answer.outcome === 'not-tested' ? answer : { outcome: 'not-tested' },
      ];
    }),
  );
}

async function seenOfFlow(
  network: Network,
  { self, peer, profile }: VisitQuestion,
  asker: ChallengeAsker,
  key: FlowKey,
  { timeoutMs, sizeOf }: Limits,
): Promise<FlowSeen> {
  const [flow, own, address] = [challengedFlowOf(profile, key), addressOf(self, key), addressOf(peer, key)];
  if (flow === undefined || own === undefined || address === undefined) return { outcome: 'not-tested' };
  const packetBytes = flowOf(key).large ? sizeOf(key) : undefined;
  if (flowOf(key).large && packetBytes === undefined) return { outcome: 'not-tested', reason: 'size-unknown' };
  const target = { peer: { key: peer.key, address }, flow, ...(packetBytes !== undefined && { packetBytes }) };
  const result = await probeChallenge(
    network,
    target,
    { ...asker, own: { ...asker.own, address: own } },
    { timeoutMs },
  );
  const answer = seenOf(result);
  const isTold = answer.outcome !== 'not-tested' || asker.answerExpected;
  return isTold ? answer : { reason: 'no-answer-expected', ...answer };
}

/**
 * Whether silence may be anything but Calico's own doing; whether it makes a failure is decided by the peer's report.
 * Felix drops tunnels from nodes on which it has not run yet (ipset all-hosts-net, felix/rules/static.go), and in the eBPF
 * data plane its programs see packets before raw sockets do, which is not tried yet.
 */
const silenceCounts = ({ self, peer, profile }: VisitQuestion): boolean =>
  self.answers && peer.answers && profile.dataplane !== 'BPF' && (self.subnet !== '' || peer.subnet === '');
