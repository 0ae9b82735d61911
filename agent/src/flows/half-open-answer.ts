import type { RawSocket } from '../host/flows/network';
import type { TcpSegment } from '../parsers/packets/tcp-segment';
import { parseTcpSegment } from '../parsers/packets/tcp-segment';
import { outcomeOfIcmp, textOfIcmp } from './icmp-outcome';
import { nextAbout } from './icmp-sight';
import type { ProbeResult } from './outcome';
import { mostPackets } from './probe-limits';
import type { Syn } from './packets/tcp-syn';

/** Where answers to a SYN come in. */
export interface HalfOpenSockets {
  readonly tcp: RawSocket;
  readonly icmp: RawSocket;
  readonly family: 4 | 6;
}

/** What has come in about a SYN; undefined where nothing has yet. Reads what is there, within a bound; the rest is for the next look. */
export function halfOpenAnswer({ tcp, icmp, family }: HalfOpenSockets, syn: Syn): ProbeResult | undefined {
  for (let count = 0; count < mostPackets; count += 1) {
    const packet = tcp.receive();
    if (packet === undefined) break;
    const segment = parseTcpSegment(packet, family);
    const result = segment.status === 'parsed' ? answerOf(segment.value, syn) : undefined;
    if (result !== undefined) return result;
  }
  const word = nextAbout(
    icmp,
    family,
    (quoted) =>
      quoted.source === syn.source &&
      quoted.destination === syn.destination &&
      quoted.sourcePort === syn.sourcePort &&
      quoted.destinationPort === syn.destinationPort &&
      quoted.sequence === syn.sequence,
  );
  return word.seen === 'message'
    ? { outcome: outcomeOfIcmp(word), method: 'half-open', said: textOfIcmp(word) }
    : undefined;
}

/** A segment that acknowledges the SYN and nothing else is its answer (RFC 9293, 3.10.7.3). */
export function answerOf(segment: TcpSegment, syn: Syn): ProbeResult | undefined {
  const { flags } = segment;
  const isAnswer =
    segment.sourcePort === syn.destinationPort &&
    segment.destinationPort === syn.sourcePort &&
    flags.ack &&
    segment.acknowledgement === (syn.sequence + 1) % 0x1_0000_0000;
  if (!isAnswer) return undefined;
  if (flags.reset) return { outcome: 'refused', method: 'half-open', said: 'a reset' };
  return flags.syn ? { outcome: 'open', method: 'half-open', said: 'SYN and ACK, taken back with a reset' } : undefined;
}
