import type { RawSocket } from '../host/flows/network';
import { nextAbout } from './icmp-sight';
import { mostPackets } from './probe-limits';

describe('a look for ICMP messages', () => {
  const socketWith = (packets: number): RawSocket & { readonly left: () => number } => {
    let left = packets;
    return {
      left: () => left,
      send: () => undefined,
      receive: () => (left-- > 0 ? new Uint8Array(8) : undefined),
      receiveFrom: () => undefined,
      close: () => undefined,
    };
  };

  it('says that none came where it has read all there are', () => {
    expect(nextAbout(socketWith(3), 4, () => true)).toEqual({ seen: 'none' });
  });

  it('ends where more come than it reads, and does not say that none came', () => {
    const socket = socketWith(2 * mostPackets);
    expect(nextAbout(socket, 4, () => true)).toEqual({ seen: 'some' });
    expect(socket.left()).toBe(mostPackets);
  });
});
