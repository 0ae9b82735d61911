import type { Network, RawSocket } from '../host/flows/network';
import type { IcmpUnreachable } from '../parsers/packets/icmp-unreachable';
import { parseIcmpUnreachable } from '../parsers/packets/icmp-unreachable';
import type { IcmpWord } from './icmp-word';
import { wordOfCounts } from './icmp-word';
import { unreachableOnly } from './packets/packet-filter';
import { mostPackets } from './probe-limits';

/** Which of the messages that come in is about a packet of ours. */
export type IsOurs = (quoted: IcmpUnreachable['quoted']) => boolean;

/** What ICMP says about one attempt. To be made before the attempt, asked after it, and closed. */
export interface IcmpSight {
  word(isOurs: IsOurs): Promise<IcmpWord>;
  close(): void;
}

/** A message is read where raw sockets are allowed; elsewhere counts tell whether one came at all. */
export async function openSight(network: Network, family: 4 | 6): Promise<IcmpSight> {
  const socket = openIcmp(network, family);
  if (typeof socket !== 'string') return sightOf(socket, family);
  const before = await network.unreachables(family);
  return {
    word: async () => wordOfCounts(before, await network.unreachables(family)),
    close: () => undefined,
  };
}

/** A raw socket for messages of unreachable destinations, or why there is none. */
export const openIcmp = (network: Network, family: 4 | 6): RawSocket | string =>
  network.openRaw({ family, protocol: 'icmp', filter: unreachableOnly(family, network.byteOrder) });

/** The first message that has come to a raw socket about a packet of ours; `some` where more came than one look reads. */
export function nextAbout(socket: RawSocket, family: 4 | 6, isOurs: IsOurs): IcmpWord {
  for (let count = 0; count < mostPackets; count += 1) {
    const packet = socket.receive();
    if (packet === undefined) return { seen: 'none' };
    const message = parseIcmpUnreachable(packet, family);
    if (message.status === 'malformed' || !isOurs(message.value.quoted)) continue;
    const { type, code } = message.value;
    return { seen: 'message', family, type, code };
  }
  return { seen: 'some' };
}

const sightOf = (socket: RawSocket, family: 4 | 6): IcmpSight => ({
  word: (isOurs) => Promise.resolve(nextAbout(socket, family, isOurs)),
  close: () => {
    socket.close();
  },
});
