import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { parseIcmpError } from './icmp-error';

/** An ICMP message that a packet of TCP did not reach its destination, with what it quotes of that packet. */
export interface IcmpUnreachable {
  readonly family: 4 | 6;
  readonly type: number;
  readonly code: number;
  readonly quoted: {
    readonly source: string;
    readonly destination: string;
    readonly sourcePort: number;
    readonly destinationPort: number;
    readonly sequence: number;
  };
}

const tcp = 6;
const unreachable = { 4: 3, 6: 1 } as const;

/** Reads as `parseIcmpError` does. Refused where it is no `destination unreachable`, or quotes something else than TCP. */
export function parseIcmpUnreachable(packet: Uint8Array, family: 4 | 6): Parsed<IcmpUnreachable> {
  const message = parseIcmpError(packet, family, tcp);
  if (message.status === 'malformed') return message;
  const { type, code, quoted } = message.value;
  if (type !== unreachable[family]) return malformed('is no message of an unreachable destination');
  const { source, destination, payload } = quoted;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const [sourcePort, destinationPort, sequence] = [view.getUint16(0), view.getUint16(2), view.getUint32(4)];
  return parsed({ family, type, code, quoted: { source, destination, sourcePort, destinationPort, sequence } });
}
