import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

/** A socket in one of the kernel's tables. */
export interface Socket {
  readonly address: string;
  readonly port: number;
  readonly state: 'listening' | 'other';
  /** Inode of the socket, by which /proc/PID/fd names it; 0 for a socket of the kernel. */
  readonly inode: number;
}

const row =
  /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) \S+ \S+ \S+ +\d+ +\d+ (\d+)\b/;
const listen = '0A';
const unconnected = '07';

/**
 * `/proc/net/tcp`, `tcp6`, `udp` and `udp6` (proc_pid_net(5)). Addresses are printed in the byte order of the
 * host's processor. A TCP socket is listening in state LISTEN, a UDP socket when it is bound without a peer.
 */
export function parseProcNetSockets(
  text: string,
  protocol: 'tcp' | 'udp',
  byteOrder: 'little' | 'big',
): Parsed<readonly Socket[]> {
  const [header, ...lines] = text.split('\n');
  if (header === undefined || !/^\s+sl\s+local_address/.test(header))
    return malformed('has no header of a socket table');
  const sockets: Socket[] = [];
  for (const line of lines) {
    if (line === '') continue;
    const [, address, port, state, inode] = row.exec(line) ?? [];
    if (address === undefined || port === undefined || inode === undefined)
      return malformed('a line is no row of a socket table');
    sockets.push({
      address: printedAddress(address, byteOrder),
      port: Number.parseInt(port, 16),
      state: state === (protocol === 'tcp' ? listen : unconnected) ? 'listening' : 'other',
      inode: Number.parseInt(inode, 10),
    });
  }
  return parsed(sockets);
}

function printedAddress(hexadecimal: string, byteOrder: 'little' | 'big'): string {
  const words = hexadecimal.match(/.{8}/g) ?? [];
  const bytes = words.flatMap((word) => {
    const inMemory = (word.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
    return byteOrder === 'little' ? inMemory.reverse() : inMemory;
  });
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from(
    { length: 8 },
    (_unused, index) => ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0),
  );
  // The URL parser writes IPv6 addresses in their canonical form (RFC 5952).
  return new URL(`http://[${groups.map((group) => group.toString(16)).join(':')}]`).hostname.slice(1, -1);
}
