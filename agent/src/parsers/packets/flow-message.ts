import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

/** Protocols of Calico that answer nobody by themselves, so that both ends take part in a test. */
export const challengedProtocols = ['vxlan', 'ipip', 'wireguard'] as const;
export type ChallengedProtocol = (typeof challengedProtocols)[number];

/** A refusal is an answer of somebody who does not want to be tested now. */
export const messageKinds = ['challenge', 'answer', 'refusal'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What one agent says to another over the flow that is tested. */
export interface FlowMessage {
  readonly kind: MessageKind;
  readonly protocol: ChallengedProtocol;
  readonly family: 4 | 6;
  /** Whether it tests again what was blocked, which the plan does not know of. */
  readonly retest: boolean;
  /** Number of the epoch by whose key it is sealed. */
  readonly epoch: number;
  /** Keys of both nodes in the ring, below 2^32. */
  readonly sender: number;
  readonly receiver: number;
  /** The same in all challenges of one visit; below 2^32. */
  readonly visit: number;
  /** Bytes of the whole message. */
  readonly size: number;
  /** 16 bytes of chance; an answer repeats those of its challenge. */
  readonly nonce: Uint8Array;
}

/** A message that nobody has vouched for yet: `tag` has to be that of `sealed`. */
export interface SealedMessage extends FlowMessage {
  readonly sealed: Uint8Array;
  readonly tag: Uint8Array;
}

/** `cRfp`: as the first byte of a message of WireGuard it is of no type, so that its device drops it (message_header of drivers/net/wireguard/messages.h). */
export const messageMagic = 0x6352_6670;
export const messageVersion = 1;
export const nonceBytes = 16;
export const tagBytes = 16;
/** Where everything stands; what is between nonce and tag fills a message up to its size. */
export const messageAt = {
  ...{ magic: 0, version: 4, kind: 5, protocol: 6, flags: 7, epoch: 8, sender: 12, receiver: 16, visit: 20, size: 24 },
  ...{ zero: 26, nonce: 28, filling: 44 },
} as const;
export const smallestMessage = messageAt.filling + tagBytes;
/** The largest frames that networks carry have about 9,200 bytes. */
export const largestMessage = 9216;

/** What a challenged flow carried. Anybody may have written it: it says what it is, and not that this is true. */
export function parseFlowMessage(bytes: Uint8Array): Parsed<SealedMessage> {
  if (bytes.length < smallestMessage || bytes.length > largestMessage) return malformed('has no size of a message');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(messageAt.magic) !== messageMagic || view.getUint8(messageAt.version) !== messageVersion)
    return malformed('is no message of this version');
  const kind = messageKinds[view.getUint8(messageAt.kind) - 1];
  const protocol = challengedProtocols[view.getUint8(messageAt.protocol) - 1];
  const flags = view.getUint8(messageAt.flags);
  const size = view.getUint16(messageAt.size);
  if (kind === undefined || protocol === undefined || flags > 3 || view.getUint16(messageAt.zero) !== 0)
    return malformed('has a field that no message has');
  if (size !== bytes.length) return malformed('is not of the size that it names');
  return parsed({
    kind,
    protocol,
    family: (flags & 1) === 0 ? 4 : 6,
    retest: (flags & 2) !== 0,
    epoch: view.getUint32(messageAt.epoch),
    sender: view.getUint32(messageAt.sender),
    receiver: view.getUint32(messageAt.receiver),
    visit: view.getUint32(messageAt.visit),
    size,
    nonce: bytes.slice(messageAt.nonce, messageAt.nonce + nonceBytes),
    sealed: bytes.subarray(0, size - tagBytes),
    tag: bytes.subarray(size - tagBytes),
  });
}
