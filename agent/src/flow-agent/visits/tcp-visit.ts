import type { FlowKey, PeerNetwork } from '@calico-readiness/requirements';
import { bgpPasswordOf, flowOf } from '@calico-readiness/requirements';
import { probeFlows } from '../../flows/probe-flows';
import { attempts } from '../../flows/probe-limits';
import type { FlowTarget } from '../../flows/tested-flow';
import type { Network } from '../../host/flows/network';
import { peerAddress } from '../../host/flows/peer-address';
import { seenOf } from './seen-of';
import type { FlowSeen, VisitProbe, VisitQuestion } from './visit-probe';
import { visitNetwork } from './visit-network';

/** Milliseconds for which one answer is waited for. A kernel sends a SYN again after one second. */
const usualTimeout = 3_000;
/** BGP over both families, and Typha. */
const atOnce = 3;

/** Tests BGP, by a session or half-open and never by connecting, and Typha, by connecting; at most three sockets at once. */
export function tcpVisit(network: Network, timeoutMs = usualTimeout): VisitProbe {
  return {
    tests: (flow) => nameOf(flow) !== undefined,
    // One silence after the other, and each once more, alone, where it was doubtful.
    longestMs: attempts * timeoutMs,
    visit: (question) => visit(network, question, timeoutMs),
  };
}

async function visit(
  network: Network,
  question: VisitQuestion,
  timeoutMs: number,
): Promise<ReadonlyMap<FlowKey, FlowSeen>> {
  const seen = new Map<FlowKey, FlowSeen>(question.flows.map((flow) => [flow, { outcome: 'not-tested' }]));
  const targets: (FlowTarget & { readonly key: FlowKey })[] = question.flows.flatMap((key) => {
    const target = targetOf(question, key);
    return target === undefined ? [] : [{ ...target, key }];
  });
  const limits = { timeoutMs, atOnce, bgpConnect: false, bgpPassword: passwordOf(question) } as const;
  const tested = await probeFlows(visitNetwork(network, question.signal), targets, limits);
  for (const [index, { key }] of targets.entries()) {
    const result = tested[index]?.result;
    if (result !== undefined) seen.set(key, seenOf(result));
  }
  return seen;
}

/** That of the BGP sessions of the pair; of two families with different ones, silence counts for neither. */
function passwordOf({ self, peer, flows, network }: VisitQuestion): PeerNetwork['bgpPassword'] {
  const families = flows.filter((flow) => nameOf(flow) === 'bgp').map((flow) => flowOf(flow).family);
  const passwords = new Set(families.map((family) => bgpPasswordOf(network, self, peer, family)));
  return passwords.size === 1 ? ([...passwords][0] ?? 'unknown') : 'unknown';
}

function nameOf(key: FlowKey): 'bgp' | 'typha' | undefined {
  const { protocol } = flowOf(key);
  return protocol === 'bgp' || protocol === 'typha' ? protocol : undefined;
}

function targetOf({ peer, profile }: VisitQuestion, key: FlowKey): FlowTarget | undefined {
  const [name, read] = [nameOf(key), peerAddress(peer.addresses[flowOf(key).family] ?? '')];
  if (name === undefined || typeof read === 'string') return undefined;
  return { peer: read.address, flow: { name, port: profile.ports[name] } };
}
