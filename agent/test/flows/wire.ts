import { unavailable } from '@calico-readiness/requirements';
import type { Network, RawQuestion, RawSocket } from '../../src/host/flows/network';
import { addressBytes } from '../../src/parsers/packets/ip-address';

/** A packet on the wire, as a raw socket sent it. */
export interface WirePacket {
  readonly family: 4 | 6;
  readonly protocol: RawQuestion['protocol'];
  readonly source: string;
  readonly destination: string;
  readonly bytes: Uint8Array;
}

const protocolNumbers = { tcp: 6, udp: 17, ipip: 4, icmp: 1 } as const;

/** Hosts on one cable in memory, and a clock that runs only while somebody waits. Filters of sockets are not applied. */
export class Wire {
  now = 0;
  /** All that was sent. */
  readonly sent: WirePacket[] = [];
  /** What becomes of a packet: others may come out of it, or none. */
  pass: (packet: WirePacket) => readonly WirePacket[] = (packet) => [packet];
  /** The errno that sending ends with, by packet. */
  refuse: (packet: WirePacket) => string | undefined = () => undefined;
  /** What happens while somebody waits. */
  meanwhile: () => void = () => undefined;
  private readonly sockets = new Set<{ question: RawQuestion; owner: string; waiting: WirePacket[] }>();

  /** How many sockets are open now. */
  get open(): number {
    return this.sockets.size;
  }

  /** The network as the host with that address sees it. */
  networkAt(address: string): Network {
    return {
      elsewhere: undefined,
      ownAddresses: new Set([address]),
      connect: () => Promise.resolve({ said: 'silence' }),
      portUse: () => Promise.resolve(unavailable('denied', '')),
      unreachables: () => Promise.resolve(undefined),
      openRaw: (question) => this.openSocket(address, question),
      sourceOf: () => Promise.resolve({ address }),
      byteOrder: 'little',
      now: () => this.now,
      wait: (milliseconds) => {
        this.now += milliseconds;
        this.meanwhile();
        return Promise.resolve();
      },
    };
  }

  /** Puts a packet on the wire as if somebody had sent it. */
  deliver(packet: WirePacket): void {
    for (const socket of this.sockets) {
      const { question, owner } = socket;
      const isFor = question.protocol === packet.protocol && question.family === packet.family;
      if (isFor && owner === packet.destination && (question.peer ?? packet.source) === packet.source)
        socket.waiting.push(packet);
    }
  }

  private openSocket(owner: string, question: RawQuestion): RawSocket {
    const socket = { question, owner, waiting: [] as WirePacket[] };
    this.sockets.add(socket);
    const receiveFrom = (): { bytes: Uint8Array; source: string } | undefined => {
      const packet = socket.waiting.shift();
      return packet === undefined ? undefined : { bytes: asReceived(packet), source: packet.source };
    };
    return {
      send: (bytes) => {
        const { family, protocol, local = owner, peer = '' } = question;
        const packet = { family, protocol, source: local, destination: peer, bytes };
        const refused = this.refuse(packet);
        if (refused !== undefined) return refused;
        this.sent.push(packet);
        for (const passed of this.pass(packet)) this.deliver(passed);
        return undefined;
      },
      receiveFrom,
      receive: () => receiveFrom()?.bytes,
      close: () => void this.sockets.delete(socket),
    };
  }
}

/** Over IPv4 with the head of the packet before it, as raw(7) has it. */
export function asReceived({ family, protocol, source, destination, bytes }: WirePacket): Uint8Array {
  if (family === 6) return bytes;
  const head = new Uint8Array(20);
  head[0] = 0x45;
  new DataView(head.buffer).setUint16(2, 20 + bytes.length);
  head[9] = protocolNumbers[protocol];
  head.set(addressBytes(source), 12);
  head.set(addressBytes(destination), 16);
  return Uint8Array.from([...head, ...bytes]);
}
