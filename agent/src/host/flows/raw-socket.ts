import { closeSync, existsSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { addressOfBytes } from '../../parsers/packets/ip-address';
import type { RawQuestion, RawSocket } from './network';

/** The part of the agent that is no TypeScript (agent/native/raw-socket.c). */
interface Native {
  open(family: 4 | 6, protocol: number, filter: Buffer, local: string, peer: string): number;
  receive(descriptor: number, packet: Buffer, source: Buffer): number;
}

/** From the source, from a chunk of the bundle, from the bundle's first file, and from the bundle of the standalone host. */
const places = ['../../../native/build/', '../../native/build/', '../native/build/', '../../agent/native/build/'];
const largestPacket = 65_536;
const addressBytes = { 4: 4, 6: 16 } as const;

let loaded: { readonly native?: Native } | undefined;

function native(): Native | undefined {
  loaded ??= load();
  return loaded.native;
}

function load(): { readonly native?: Native } {
  const file = places
    .map((place) => fileURLToPath(new URL(`${place}raw-socket-${process.arch}.node`, import.meta.url)))
    .find(existsSync);
  if (file === undefined) return {};
  try {
    const found = createRequire(import.meta.url)(file) as Partial<Native>;
    // One that an earlier version was built with lacks half of it.
    return found.open === undefined || found.receive === undefined ? {} : { native: found as Native };
  } catch {
    // One that another C library was linked to is as good as none.
    return {};
  }
}

/** Opens a raw socket, or answers why not. */
export function openRaw({ family, protocol, filter, local = '', peer = '' }: RawQuestion): RawSocket | string {
  const opener = native();
  if (opener === undefined) return 'raw sockets need the native part of the agent';
  const numbers = { tcp: 6, udp: 17, ipip: 4, icmp: family === 4 ? 1 : 58 } as const;
  try {
    return socketOf(opener, opener.open(family, numbers[protocol], Buffer.from(filter), local, peer), family);
  } catch (error) {
    const code = codeOf(error);
    return code === 'EPERM' ? 'raw sockets need CAP_NET_RAW' : `no raw socket: ${code}`;
  }
}

function socketOf(opener: Native, descriptor: number, family: 4 | 6): RawSocket {
  const [packet, source] = [Buffer.alloc(largestPacket), Buffer.alloc(addressBytes[6])];
  // Where there is none, it may be for an error that an ICMP message made: the message itself comes to another socket.
  const receive = (): Uint8Array | undefined => {
    const length = opener.receive(descriptor, packet, source);
    return length < 0 ? undefined : Uint8Array.from(packet.subarray(0, length));
  };
  return {
    send(bytes) {
      try {
        writeSync(descriptor, bytes);
        return undefined;
      } catch (error) {
        return codeOf(error);
      }
    },
    receive,
    receiveFrom() {
      const bytes = receive();
      return bytes === undefined
        ? undefined
        : { bytes, source: addressOfBytes(source.subarray(0, addressBytes[family])) };
    },
    close() {
      closeSync(descriptor);
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
