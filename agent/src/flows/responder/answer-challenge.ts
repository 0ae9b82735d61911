import type { Keyring } from '../../host/flows/keyring';
import type { Network } from '../../host/flows/network';
import { smallestMessage } from '../../parsers/packets/flow-message';
import { messageBytes } from '../packets/flow-message';
import { flowPacket } from '../packets/flow-packet';
import { anyMark } from '../packets/mark';
import { nothing } from '../packets/packet-filter';
import type { ReceivedChallenge } from './judge-challenge';

/**
 * Answers over the same flow in a packet of the same size, or in a small one where this host's device carries less than
 * came: the way back is another flow. A refusal is small. Says whether it was sent.
 */
export function answerChallenge(
  network: Network,
  keys: Keyring,
  challenge: ReceivedChallenge,
  kind: 'answer' | 'refusal',
  { local, peer }: { readonly local: string; readonly peer: string },
): boolean {
  const { family, flow, epoch, visit, retest, nonce, sender: receiver, receiver: sender } = challenge;
  const protocol = flow.protocol === 'ipip' ? 'ipip' : 'udp';
  const socket = network.openRaw({ family, protocol, filter: nothing(network.byteOrder), local, peer });
  if (typeof socket === 'string') return false;
  // From another port than a challenge comes to: it belongs to no connection that a firewall of the peer knows.
  const path = { ...flow, source: local, destination: peer, mark: anyMark(), sender, receiver };
  const send = (size: number): string | undefined => {
    const said = { kind, protocol: flow.protocol, family, retest, epoch, visit, nonce, size } as const;
    const message = messageBytes({ ...said, sender, receiver }, (sealed) => keys.tag(epoch, sealed));
    return socket.send(flowPacket(path, message));
  };
  const code = send(kind === 'answer' ? challenge.size : smallestMessage);
  const isSent = code === undefined || (code === 'EMSGSIZE' && send(smallestMessage) === undefined);
  socket.close();
  return isSent;
}
