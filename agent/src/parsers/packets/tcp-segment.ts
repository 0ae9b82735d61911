import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { ipv4Payload } from './ipv4-packet';

/** The head of a TCP segment (RFC 9293). */
export interface TcpSegment {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly sequence: number;
  readonly acknowledgement: number;
  readonly flags: { readonly syn: boolean; readonly ack: boolean; readonly reset: boolean };
}

const tcpProtocol = 6;
const shortest = 20;

/** What a raw socket for TCP receives: over IPv4 with the head of the packet, over IPv6 without (raw(7), ipv6(7)). */
export function parseTcpSegment(packet: Uint8Array, family: 4 | 6): Parsed<TcpSegment> {
  const segment = family === 4 ? ipv4Payload(packet, tcpProtocol) : packet;
  if (segment === undefined) return malformed('is no IPv4 packet with TCP in it');
  if (segment.length < shortest) return malformed('is shorter than the head of a TCP segment');
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const bits = view.getUint8(13);
  return parsed({
    sourcePort: view.getUint16(0),
    destinationPort: view.getUint16(2),
    sequence: view.getUint32(4),
    acknowledgement: view.getUint32(8),
    flags: { syn: (bits & 0x02) !== 0, ack: (bits & 0x10) !== 0, reset: (bits & 0x04) !== 0 },
  });
}
