import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import type { ChallengedProtocol } from './flow-message';
import { messageMagic } from './flow-message';
import { ipv4Payload } from './ipv4-packet';

/** The packet around a message, without the head of IP. */
export interface FlowCarrier {
  readonly protocol: ChallengedProtocol;
  /** Where it goes to; 0 for IP-in-IP, which has no ports. */
  readonly port: number;
  readonly message: Uint8Array;
}

/**
 * A network identifier of our own. Felix's is 4096 by default, and administrators count from small numbers; a device
 * that takes every one (`external`) gets a frame to an address that nobody has.
 */
export const vxlanNetwork = 0xca_f1_05;
/** IEEE Std 802, Local Experimental EtherType 1: no kernel has a handler for it. */
export const localExperiment = 0x88b5;
/** For experiments (RFC 3692). */
export const innerProtocol = 253;

const [ipip, udp] = [4, 17] as const;
const headOfUdp = 8;
/** The VXLAN head (RFC 7348), and that of the Ethernet frame behind it. */
const headOfVxlan = 8;
export const headsOfFrame = headOfVxlan + 14;
export const headOfIpv4 = 20;

/** What a raw socket for UDP or for protocol 4 receives: over IPv4 with the head of the packet, over IPv6 without (raw(7)). */
export function parseFlowCarrier(packet: Uint8Array, family: 4 | 6, socket: 'udp' | 'ipip'): Parsed<FlowCarrier> {
  if (socket === 'ipip') return ofIpip(packet);
  const datagram = family === 4 ? ipv4Payload(packet, udp) : packet;
  if (datagram === undefined || datagram.length < headOfUdp) return malformed('is no UDP datagram');
  const view = new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength);
  const [port, length] = [view.getUint16(2), view.getUint16(4)];
  if (length < headOfUdp + 4 || length > datagram.length) return malformed('is shorter than it says');
  const payload = datagram.subarray(headOfUdp, length);
  if (view.getUint32(headOfUdp) === messageMagic) return parsed({ protocol: 'wireguard', port, message: payload });
  return isOurFrame(payload)
    ? parsed({ protocol: 'vxlan', port, message: payload.subarray(headsOfFrame) })
    : malformed('carries something else');
}

function isOurFrame(payload: Uint8Array): boolean {
  if (payload.length < headsOfFrame) return false;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const hasNetwork = (view.getUint8(0) & 0x08) !== 0;
  return hasNetwork && view.getUint32(4) >>> 8 === vxlanNetwork && view.getUint16(headsOfFrame - 2) === localExperiment;
}

function ofIpip(packet: Uint8Array): Parsed<FlowCarrier> {
  const inner = ipv4Payload(packet, ipip);
  if (inner === undefined || inner.length < headOfIpv4) return malformed('is no IP-in-IP');
  const length = ((inner[2] ?? 0) << 8) | (inner[3] ?? 0);
  if (inner[0] !== 0x45 || inner[9] !== innerProtocol || length < headOfIpv4 || length > inner.length)
    return malformed('carries something else');
  return parsed({ protocol: 'ipip', port: 0, message: inner.subarray(headOfIpv4, length) });
}
