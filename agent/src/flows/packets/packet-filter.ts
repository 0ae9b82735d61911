import type { ByteOrder, Instruction } from './filter-program';
import {
  drop,
  jumpUnless,
  loadByte,
  loadByteBehindHead,
  loadHalf,
  loadHalfBehindHead,
  loadHeadLength,
  program,
  take,
} from './filter-program';

const takeOnly = (value: number): readonly Instruction[] => [jumpUnless(value, 1), take, drop];

/** Lets in what comes to one TCP port, so that a peer with much to say does not fill the socket. */
export const toPort = (family: 4 | 6, port: number, byteOrder: ByteOrder): Uint8Array =>
  program(
    family === 4 ? [loadHeadLength(0), loadHalfBehindHead(2), ...takeOnly(port)] : [loadHalf(2), ...takeOnly(port)],
    byteOrder,
  );

/** Lets in ICMP messages of unreachable destinations. */
export const unreachableOnly = (family: 4 | 6, byteOrder: ByteOrder): Uint8Array =>
  program(
    family === 4 ? [loadHeadLength(0), loadByteBehindHead(0), ...takeOnly(3)] : [loadByte(0), ...takeOnly(1)],
    byteOrder,
  );

/** Lets in ICMP messages of lost packets: over IPv6, those that were too large have a type of their own (RFC 4443). */
export const lostPackets = (family: 4 | 6, byteOrder: ByteOrder): Uint8Array =>
  family === 4
    ? unreachableOnly(family, byteOrder)
    : program([loadByte(0), jumpUnless(2, 1), take, ...takeOnly(1)], byteOrder);

/** Lets in nothing: for a socket that only sends. */
export const nothing = (byteOrder: ByteOrder): Uint8Array => program([drop], byteOrder);
