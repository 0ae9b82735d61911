import type { Network, RawSocket } from '../host/flows/network';
import { readError } from './connect-outcome';
import type { HalfOpenSockets } from './half-open-answer';
import { halfOpenAnswer } from './half-open-answer';
import { openIcmp } from './icmp-sight';
import type { ProbeResult } from './outcome';
import { untested } from './outcome';
import { anyMark } from './packets/mark';
import { toPort } from './packets/packet-filter';
import type { Syn } from './packets/tcp-syn';
import { synSegment } from './packets/tcp-syn';
import type { ProbeLimits } from './probe-limits';
import { attempts } from './probe-limits';
import type { FlowTarget } from './tested-flow';
import { familyOf } from './tested-flow';

/** When a SYN is sent again, in milliseconds from the first, as a kernel does (net/ipv4/tcp_timer.c): a firewall may not tell of each that it refuses. */
const sendingTimes = [0, 1000, 3000, 7000, 15_000];
/** How often is looked for an answer. */
const lookMs = 10;

/**
 * Tests a flow with a SYN from a raw socket. The kernel here knows of no such connection and takes the peer's answer back
 * with a reset, so that no program of the peer ever hears of it. `silent` where no answer came, twice.
 */
export async function probeHalfOpen(
  network: Network,
  target: FlowTarget,
  limits: ProbeLimits,
): Promise<ProbeResult | 'silent'> {
  const source = await network.sourceOf(target.peer);
  if ('code' in source) return settled(readError(source.code, { seen: 'unknown' }, 'half-open'));
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const result = await attemptHalfOpen(network, synTo(target, source.address), limits);
    if (result !== 'silent') return result;
  }
  return 'silent';
}

const synTo = ({ peer, flow }: FlowTarget, source: string): Syn => ({
  source,
  destination: peer,
  sourcePort: anyMark(),
  destinationPort: flow.port,
  sequence: Math.floor(Math.random() * 0x1_0000_0000),
});

async function attemptHalfOpen(network: Network, syn: Syn, limits: ProbeLimits): Promise<ProbeResult | 'silent'> {
  const family = familyOf(syn.destination);
  const icmp = openIcmp(network, family);
  if (typeof icmp === 'string') return untested(icmp, 'half-open', 'no-raw-socket');
  const filter = toPort(family, syn.sourcePort, network.byteOrder);
  const tcp = network.openRaw({ family, protocol: 'tcp', filter, local: syn.source, peer: syn.destination });
  try {
    return typeof tcp === 'string'
      ? untested(tcp, 'half-open', 'no-raw-socket')
      : await exchange(network, { tcp, icmp, family }, syn, limits);
  } finally {
    icmp.close();
    if (typeof tcp !== 'string') tcp.close();
  }
}

async function exchange(
  network: Network,
  sockets: HalfOpenSockets,
  syn: Syn,
  { timeoutMs }: ProbeLimits,
): Promise<ProbeResult | 'silent'> {
  const began = network.now();
  let sent = 0;
  for (;;) {
    // Before the last look, so that a pause of this process loses no answer that came in time.
    const elapsed = network.now() - began;
    const answer = halfOpenAnswer(sockets, syn);
    if (answer !== undefined) return answer;
    if (elapsed >= timeoutMs) return 'silent';
    if (elapsed >= (sendingTimes[sent] ?? Infinity)) {
      const failure = sendSyn(sockets.tcp, syn, sent === 0);
      if (failure !== undefined) return failure;
      sent += 1;
    }
    await network.wait(lookMs);
  }
}

/** Only the first has an error of its own; later ones may be told what an ICMP message said, which the other socket hears better. */
function sendSyn(socket: RawSocket, syn: Syn, first: boolean): ProbeResult | undefined {
  const code = socket.send(synSegment(syn));
  if (code === undefined || !first) return undefined;
  // A filter on the way out of this host (net/ipv4/netfilter.c).
  if (code === 'EPERM')
    return { outcome: 'filtered', method: 'half-open', said: 'EPERM: a filter of this host drops it' };
  return settled(readError(code, { seen: 'unknown' }, 'half-open'));
}

const settled = (reading: ReturnType<typeof readError>): ProbeResult =>
  typeof reading === 'string' ? untested(`the SYN cannot be sent: ${reading}`, 'half-open') : reading;
