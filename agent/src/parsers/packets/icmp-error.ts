import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { addressOfBytes } from './ip-address';
import { ipv4Payload } from './ipv4-packet';

/** An ICMP message that a packet did not reach its destination, with what it quotes of that packet. */
export interface IcmpError {
  readonly family: 4 | 6;
  readonly type: number;
  readonly code: number;
  /** What the next network carries, in bytes; where a packet was too large and the router says so. */
  readonly mtu: number | undefined;
  readonly quoted: {
    readonly source: string;
    readonly destination: string;
    /** What the packet carried, of which at least eight bytes are quoted (RFC 792). */
    readonly payload: Uint8Array;
  };
}

const icmp = 1;
const headOfIcmp = 8;
const headOfIpv6 = 40;
const leastQuoted = 8;
const tooLarge = { type: { 4: 3, 6: 2 }, code: { 4: 4, 6: 0 } } as const;

/**
 * What a raw socket for ICMP receives: over IPv4 with the head of the packet (RFC 792), over IPv6 without (RFC 4443).
 * Refused where it is neither `destination unreachable` nor `packet too big`, or quotes another protocol.
 */
export function parseIcmpError(packet: Uint8Array, family: 4 | 6, protocol: number): Parsed<IcmpError> {
  const message = family === 4 ? ipv4Payload(packet, icmp) : packet;
  if (message === undefined || message.length < headOfIcmp) return malformed('is no ICMP message');
  const [type = 0, code = 0] = message;
  if (family === 4 ? type !== 3 : type !== 1 && type !== 2) return malformed('is no message of a lost packet');
  const inner = message.subarray(headOfIcmp);
  const payload = family === 4 ? ipv4Payload(inner, protocol) : ipv6Payload(inner, protocol);
  if (payload === undefined || payload.length < leastQuoted) return malformed('quotes another protocol, or too little');
  const [source, destination] = family === 4 ? [12, 16] : [8, 24];
  const bytes = family === 4 ? 4 : 16;
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const isTooLarge = type === tooLarge.type[family] && code === tooLarge.code[family];
  return parsed({
    family,
    type,
    code,
    mtu: isTooLarge ? (family === 4 ? view.getUint16(6) : view.getUint32(4)) : undefined,
    quoted: {
      source: addressOfBytes(inner.subarray(source, source + bytes)),
      destination: addressOfBytes(inner.subarray(destination, destination + bytes)),
      payload,
    },
  });
}

/** Nothing here sends extension headers. */
const ipv6Payload = (packet: Uint8Array, protocol: number): Uint8Array | undefined =>
  packet.length >= headOfIpv6 && (packet[0] ?? 0) >> 4 === 6 && packet[6] === protocol
    ? packet.subarray(headOfIpv6)
    : undefined;
