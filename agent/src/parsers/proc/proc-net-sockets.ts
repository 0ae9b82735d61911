import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { printedAddress } from './socket-address';

/** A listening socket in one of the kernel's tables. */
export interface Socket {
  readonly address: string;
  readonly port: number;
  /** Inode of the socket, by which /proc/PID/fd names it. Those of a device of the kernel have one, too; 0 is none. */
  readonly inode: number;
}

/** Which sockets of a table are asked for, and whose table it is. */
export interface SocketTable {
  readonly protocol: 'tcp' | 'udp';
  /** Of the host's processor, in which the kernel prints addresses. */
  readonly byteOrder: 'little' | 'big';
  readonly ports: Pick<ReadonlySet<number>, 'has'>;
  /** Whether this is the very file of a kernel, in its order. */
  readonly live: boolean;
}

const header = /^\s+sl\s+local_address/;

// Each begins where the one before ended, and none leaves its line.
const beforeState = / *\d+: (?:[0-9A-F]{8}|[0-9A-F]{32}):[0-9A-F]{4} [0-9A-F]+:[0-9A-F]{4} /y;
const fromState = /[0-9A-F]{2} \S+ \S+ \S+ +\d+ +\d+ \d+\b/y;
const socket = / *\d+: ([0-9A-F]+):([0-9A-F]{4}) \S+ \S+ \S+ \S+ \S+ +\d+ +\d+ (\d+)\b/y;

/** Kernels print at most some two hundred. */
const longestRow = 4096;

const listen = '0A';
const handshake = '03';
const unconnected = '07';

/**
 * `/proc/net/tcp`, `tcp6`, `udp` and `udp6` (proc_pid_net(5)), taken piece by piece: the listening sockets on some ports. A TCP
 * socket is listening in state LISTEN, a UDP socket when it is bound without a peer.
 *
 * A kernel prints all listening TCP sockets before all others (tcp_seq_next in net/ipv4/tcp_ipv4.c), but for the handshakes
 * that kernels before 4.4 have behind the socket that they are for (listening_get_next there): the first row of
 * any third state ends what is asked for. UDP has no such order, and a copy of a table may have another.
 */
export class SocketTableReader {
  private readonly sockets: Socket[] = [];
  private rest = '';
  private headed = false;
  private state: 'reading' | 'enough' | 'no header' | 'no row' = 'reading';

  constructor(private readonly table: SocketTable) {}

  /** The next bytes of the file. */
  take(piece: Uint8Array): 'more' | 'enough' {
    const text = this.rest + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0 && this.state === 'reading'; end = text.indexOf('\n', from)) {
      this.readLine(text, from, end);
      from = end + 1;
    }
    this.rest = text.slice(from);
    if (this.rest.length > longestRow && this.state === 'reading') this.readLine(this.rest, 0, this.rest.length);
    return this.state === 'reading' ? 'more' : 'enough';
  }

  /** What the pieces made; to be asked once, at the end of the file. */
  end(): Parsed<readonly Socket[]> {
    if (this.state === 'reading' && (this.rest !== '' || !this.headed)) this.readLine(this.rest, 0, this.rest.length);
    if (this.state === 'no header') return malformed('has no header of a socket table');
    return this.state === 'no row' ? malformed('a line is no row of a socket table') : parsed(this.sockets);
  }

  private readLine(text: string, from: number, end: number): void {
    if (!this.headed) {
      this.headed = end - from <= longestRow && header.test(text.slice(from, end));
      if (!this.headed) this.state = 'no header';
    } else if (end - from > longestRow) this.state = 'no row';
    else if (end > from) this.readRow(text, from);
  }

  private readRow(text: string, from: number): void {
    const { protocol, live } = this.table;
    beforeState.lastIndex = from;
    const isRow = beforeState.test(text);
    const state = text.slice(beforeState.lastIndex, beforeState.lastIndex + 2);
    fromState.lastIndex = beforeState.lastIndex;
    if (!isRow || !fromState.test(text)) this.state = 'no row';
    else if (state === (protocol === 'tcp' ? listen : unconnected)) this.keep(text, from);
    else if (live && protocol === 'tcp' && state !== handshake) this.state = 'enough';
  }

  private keep(text: string, from: number): void {
    socket.lastIndex = from;
    const [, address = '', hexadecimalPort = '', inode = ''] = socket.exec(text) ?? [];
    const port = Number.parseInt(hexadecimalPort, 16);
    if (!this.table.ports.has(port)) return;
    this.sockets.push({
      address: printedAddress(address, this.table.byteOrder),
      port,
      inode: Number.parseInt(inode, 10),
    });
  }
}
