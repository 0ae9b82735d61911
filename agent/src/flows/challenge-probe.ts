import type { Network, RawSocket } from '../host/flows/network';
import type { ChallengeAsker, ChallengeTarget } from './challenge-target';
import { ChallengeExchange } from './challenge-exchange';
import { readError } from './connect-outcome';
import type { ProbeResult } from './outcome';
import { untested } from './outcome';
import { messagesOver } from './packets/flow-filter';
import { messageSize } from './packets/flow-packet';
import { lostPackets } from './packets/packet-filter';
import type { ProbeLimits } from './probe-limits';
import { attempts, silenceOf } from './probe-limits';
import { familyOf } from './tested-flow';

/** When a challenge is sent, in milliseconds from the beginning of an attempt: one packet may be lost, or one refusal not told. */
const sendingTimes = [0, 1000, 3000];
/** How often is looked for an answer. */
const lookMs = 10;
const noSocket = (said: string): ProbeResult => untested(said, 'challenge', 'no-raw-socket');

/**
 * Tests a flow that nobody answers by itself: sends challenges over it, and another agent's responder answers over the
 * same flow, so that both directions have to be open. Outcomes:
 * - `open`: an authentic answer came
 * - `filtered`: none came, twice, where `answerExpected`; or a filter of this host dropped the challenge
 * - `prohibited`: an ICMP message said that it is forbidden, or that a packet of this size does not fit
 * - `unreachable`: there is no way to the peer
 * - `untested`: no raw socket, no secret, no answer expected, a refusal, or no packet of this size
 * A port or protocol that is unreachable is none of these: the peer's kernel says so of each where no tunnel is set up
 * yet, whoever answers. Always ends, after twice `timeoutMs`, and never rejects.
 */
export async function probeChallenge(
  network: Network,
  target: ChallengeTarget,
  asker: ChallengeAsker,
  limits: Pick<ProbeLimits, 'timeoutMs'>,
): Promise<ProbeResult> {
  const { keys, own } = asker;
  if (network.elsewhere !== undefined) return untested(network.elsewhere);
  if (network.ownAddresses.has(target.peer.address)) return untested('the address is one of this host');
  if (keys === undefined) return untested('there is no key for challenges', 'challenge');
  if (target.flow.protocol === 'ipip' && familyOf(target.peer.address) === 6)
    return untested('IP-in-IP is of IPv4 alone', 'challenge');
  const size = sizeOf(target);
  if (size === undefined) return untested('the flow has no packets of this size', 'challenge', 'size-unknown');
  const source = own.address === undefined ? await network.sourceOf(target.peer.address) : { address: own.address };
  if ('code' in source) return settled(source.code);
  const from = { key: own.key, address: source.address };
  return inSockets(network, target, source.address, ({ flow, icmp }) =>
    exchange(
      network,
      new ChallengeExchange({ flow, icmp }, target, { ...asker, keys, own: from }, size),
      asker,
      limits,
    ),
  );
}

/** Small messages have the size that they need. */
const sizeOf = ({ peer, flow, packetBytes }: ChallengeTarget): number | undefined =>
  packetBytes === undefined ? 0 : messageSize(flow.protocol, familyOf(peer.address), packetBytes);

async function inSockets(
  network: Network,
  { peer, flow }: ChallengeTarget,
  local: string,
  use: (sockets: { readonly flow: RawSocket; readonly icmp: RawSocket }) => Promise<ProbeResult>,
): Promise<ProbeResult> {
  const family = familyOf(peer.address);
  const icmp = network.openRaw({ family, protocol: 'icmp', filter: lostPackets(family, network.byteOrder) });
  if (typeof icmp === 'string') return noSocket(icmp);
  const protocol = flow.protocol === 'ipip' ? 'ipip' : 'udp';
  const filter = messagesOver([flow], family, network.byteOrder);
  const socket = network.openRaw({ family, protocol, filter, local, peer: peer.address });
  try {
    return typeof socket === 'string' ? noSocket(socket) : await use({ flow: socket, icmp });
  } finally {
    icmp.close();
    if (typeof socket !== 'string') socket.close();
  }
}

async function exchange(
  network: Network,
  exchanged: ChallengeExchange,
  { answerExpected }: ChallengeAsker,
  { timeoutMs }: Pick<ProbeLimits, 'timeoutMs'>,
): Promise<ProbeResult> {
  const began = network.now();
  const within = sendingTimes.filter((time) => time < timeoutMs);
  const times = Array.from({ length: attempts }, (_, attempt) => within.map((time) => attempt * timeoutMs + time));
  const waiting = times.flat();
  for (;;) {
    // Before the last look, so that a pause of this process loses no answer that came in time.
    const elapsed = network.now() - began;
    const result = exchanged.look();
    if (result !== undefined) return result;
    if (elapsed >= attempts * timeoutMs) break;
    if (elapsed >= (waiting[0] ?? Infinity)) {
      waiting.shift();
      const code = exchanged.send();
      if (code !== undefined && exchanged.sent === 0) return settled(code);
    }
    await network.wait(lookMs);
  }
  const said = [silenceOf({ timeoutMs }), ...exchanged.heard].join('; ');
  return answerExpected
    ? { outcome: 'filtered', method: 'challenge', said }
    : untested(`${said}; nobody is known to answer there`, 'challenge');
}

/** What an errno means before anything was sent. */
function settled(code: string): ProbeResult {
  // A filter on the way out of this host (net/ipv4/netfilter.c).
  if (code === 'EPERM')
    return { outcome: 'filtered', method: 'challenge', said: 'EPERM: a filter of this host drops it' };
  if (code === 'EMSGSIZE')
    return untested('EMSGSIZE: the device of this host carries no packet of this size', 'challenge', 'own-device');
  const reading = readError(code, { seen: 'unknown' }, 'challenge');
  return typeof reading === 'string' ? untested(`a challenge cannot be sent: ${code}`, 'challenge') : reading;
}
