import type { FlowMessage } from '../../parsers/packets/flow-message';
import {
  challengedProtocols,
  messageAt,
  messageKinds,
  messageMagic,
  messageVersion,
  smallestMessage,
  tagBytes,
} from '../../parsers/packets/flow-message';

/** A message as it is sent, with the tag of everything before it. `parseFlowMessage` reads it. */
export function messageBytes(message: FlowMessage, tagOf: (sealed: Uint8Array) => Uint8Array): Uint8Array {
  const size = Math.max(smallestMessage, message.size);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(messageAt.magic, messageMagic);
  view.setUint8(messageAt.version, messageVersion);
  view.setUint8(messageAt.kind, messageKinds.indexOf(message.kind) + 1);
  view.setUint8(messageAt.protocol, challengedProtocols.indexOf(message.protocol) + 1);
  view.setUint8(messageAt.flags, (message.family === 6 ? 1 : 0) | (message.retest ? 2 : 0));
  view.setUint32(messageAt.epoch, message.epoch);
  view.setUint32(messageAt.sender, message.sender);
  view.setUint32(messageAt.receiver, message.receiver);
  view.setUint32(messageAt.visit, message.visit);
  view.setUint16(messageAt.size, size);
  bytes.set(message.nonce, messageAt.nonce);
  bytes.set(tagOf(bytes.subarray(0, size - tagBytes)), size - tagBytes);
  return bytes;
}
