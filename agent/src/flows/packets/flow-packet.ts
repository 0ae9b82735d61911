import {
  headOfIpv4,
  headsOfFrame,
  innerProtocol,
  localExperiment,
  vxlanNetwork,
} from '../../parsers/packets/flow-carrier';
import type { ChallengedProtocol } from '../../parsers/packets/flow-message';
import { largestMessage, smallestMessage } from '../../parsers/packets/flow-message';
import { addressBytes } from '../../parsers/packets/ip-address';
import { checksum } from './tcp-syn';

/** Between whom a message travels, and as what. Both addresses are of one family, in canonical form. */
export interface FlowPath {
  readonly protocol: ChallengedProtocol;
  readonly source: string;
  readonly destination: string;
  /** Of UDP, or 0. */
  readonly port: number;
  /** By which ICMP messages are known: the source port, or the inner packet's identification; below 2^16. */
  readonly mark: number;
  /** Keys of both nodes: out of them come the addresses of the Ethernet frame in VXLAN. */
  readonly sender: number;
  readonly receiver: number;
}

const [udp, headOfUdp] = [17, 8] as const;
const headsOf = { vxlan: headOfUdp + headsOfFrame, wireguard: headOfUdp, ipip: headOfIpv4 } as const;

/** The size of the message that makes a whole packet of so many bytes, or undefined where there is none. */
export function messageSize(protocol: ChallengedProtocol, family: 4 | 6, packetBytes: number): number | undefined {
  const size = packetBytes - (family === 4 ? 20 : 40) - headsOf[protocol];
  return size >= smallestMessage && size <= largestMessage ? size : undefined;
}

/** The packet around a message as a raw socket sends it: the kernel puts the head of IP before it. */
export function flowPacket(path: FlowPath, message: Uint8Array): Uint8Array {
  switch (path.protocol) {
    case 'vxlan':
      return datagram(path, Uint8Array.from([...frameHeads(path), ...message]));
    case 'wireguard':
      return datagram(path, message);
    case 'ipip':
      return innerPacket(path, message);
    default:
      return path.protocol satisfies never;
  }
}

function datagram({ source, destination, port, mark }: FlowPath, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headOfUdp + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, mark);
  view.setUint16(2, port);
  view.setUint16(4, bytes.length);
  bytes.set(payload, headOfUdp);
  const summed = [...addressBytes(source), ...addressBytes(destination), 0, udp, ...bytes.subarray(4, 6), ...bytes];
  // Zero means that there is no checksum (RFC 768).
  view.setUint16(6, checksum(evenly(summed)) || 0xffff);
  return bytes;
}

const evenly = (bytes: readonly number[]): readonly number[] => (bytes.length % 2 === 0 ? bytes : [...bytes, 0]);

/** Locally administered addresses, by node: what a device learns of a sender never moves to another one. */
const macOf = (first: number, key: number): readonly number[] => [
  ...[first, 0xca],
  ...[key >>> 24, (key >>> 16) & 0xff, (key >>> 8) & 0xff, key & 0xff],
];

/** RFC 7348, and an Ethernet frame to an address that no device has. */
const frameHeads = ({ sender, receiver }: FlowPath): readonly number[] => [
  ...[0x08, 0, 0, 0],
  ...[vxlanNetwork >>> 16, (vxlanNetwork >>> 8) & 0xff, vxlanNetwork & 0xff, 0],
  ...macOf(0x06, receiver),
  ...macOf(0x02, sender),
  ...[localExperiment >>> 8, localExperiment & 0xff],
];

/**
 * An inner IPv4 packet with a wrong checksum: a kernel drops it before it looks where to (ip_rcv_core in
 * net/ipv4/ip_input.c), whatever device takes the outer one off. Its checksum is that of everything instead: a firewall
 * that rejects says so only then (nf_send_unreach in net/ipv4/netfilter/nf_reject_ipv4.c).
 */
function innerPacket({ source, destination, mark }: FlowPath, message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headOfIpv4 + message.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 0x45);
  view.setUint16(2, bytes.length);
  view.setUint16(4, mark);
  view.setUint8(8, 1);
  view.setUint8(9, innerProtocol);
  bytes.set(addressBytes(source), 12);
  bytes.set(addressBytes(destination), 16);
  const right = checksum([...bytes.subarray(0, headOfIpv4)]);
  bytes.set(message, headOfIpv4);
  const ofAll = checksum(evenly([...bytes]));
  // Once in 65,535 times the message sums up to nothing.
  view.setUint16(10, ofAll === right ? ofAll ^ 0x5555 : ofAll);
  return bytes;
}
