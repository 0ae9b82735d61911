import { addressBytes } from '../../parsers/packets/ip-address';

/** A first segment of a connection, and between whom. Both addresses are of one family, in canonical form. */
export interface Syn {
  readonly source: string;
  readonly destination: string;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly sequence: number;
}

const tcp = 6;
/** Twenty of the head, four of the one option. */
const segmentBytes = 24;
const window = 64_240;
/** What every IPv4 and IPv6 path carries; the connection never comes to be. */
const largestSegment = 1220;

/** The SYN as a raw socket for TCP sends it, with its checksum (RFC 9293): the kernel puts the head of the packet before it. */
export function synSegment({ source, destination, sourcePort, destinationPort, sequence }: Syn): Uint8Array {
  const segment = new Uint8Array(segmentBytes);
  const view = new DataView(segment.buffer);
  view.setUint16(0, sourcePort);
  view.setUint16(2, destinationPort);
  view.setUint32(4, sequence);
  view.setUint8(12, (segmentBytes / 4) << 4);
  view.setUint8(13, 0x02);
  view.setUint16(14, window);
  // Maximum segment size: kind 2, four bytes.
  view.setUint16(20, 0x0204);
  view.setUint16(22, largestSegment);
  view.setUint16(16, checksum([...pseudoHeader(source, destination), ...segment]));
  return segment;
}

/** RFC 9293 for IPv4, RFC 8200 for IPv6; both sum up the same words but for the place of their zeros. */
const pseudoHeader = (source: string, destination: string): readonly number[] => [
  ...addressBytes(source),
  ...addressBytes(destination),
  ...[0, tcp, 0, segmentBytes],
];

/** The Internet checksum (RFC 1071) of an even number of bytes. */
export function checksum(bytes: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < bytes.length; index += 2) sum += ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
