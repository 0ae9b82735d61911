import type { Parsed } from '../parsed';
import { malformed, parsed, tooLarge } from '../parsed';
import { printedAddress } from './socket-address';

/** One end of a TCP connection. An IPv4 address of a socket for both families is written as the IPv4 address that it is. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** A connection in state ESTABLISHED. */
export interface Connection {
  readonly local: Endpoint;
  readonly remote: Endpoint;
}

/** What a table says of one port. */
export interface PortUse {
  /** Connections that are ESTABLISHED, with the port on either side. */
  readonly established: readonly Connection[];
  /** Whether somebody listens on it. */
  readonly listening: boolean;
}

const header = /^\s+sl\s+local_address /;
const row =
  /^ *\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) ([0-9A-F]{2}) [0-9A-F]+:[0-9A-F]+ /;

/** Kernels print at most some two hundred. */
const longestRow = 4096;
/** Calico's full mesh ends long before. */
const mostConnections = 8192;

const listen = '0A';
const established = '01';

/**
 * `/proc/net/tcp` and `tcp6` (proc_pid_net(5)), taken piece by piece to their end: who is connected over one port, on
 * either side, and whether somebody listens on it.
 */
export class ConnectionTableReader {
  private readonly established: Connection[] = [];
  private listening = false;
  private rest = '';
  private headed = false;
  private fault: 'none' | 'no header' | 'no row' | 'too many' = 'none';

  constructor(private readonly table: { readonly port: number; readonly byteOrder: 'little' | 'big' }) {}

  /** The next bytes of the file. */
  take(piece: Uint8Array): 'more' | 'enough' {
    const text = this.rest + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0 && this.fault === 'none'; end = text.indexOf('\n', from)) {
      this.readLine(text.slice(from, end));
      from = end + 1;
    }
    this.rest = text.slice(from);
    if (this.rest.length > longestRow && this.fault === 'none') this.fault = 'no row';
    return this.fault === 'none' ? 'more' : 'enough';
  }

  /** What the pieces made; to be asked once, at the end of the file. */
  end(): Parsed<PortUse> {
    if (this.fault === 'none' && (this.rest !== '' || !this.headed)) this.readLine(this.rest);
    switch (this.fault) {
      case 'none':
        return parsed({ established: this.established, listening: this.listening });
      case 'no header':
        return malformed('has no header of a socket table');
      case 'no row':
        return malformed('a line is no row of a socket table');
      case 'too many':
        return tooLarge(`more than ${String(mostConnections)} connections`);
      default:
        return this.fault satisfies never;
    }
  }

  private readLine(line: string): void {
    if (!this.headed) {
      this.headed = line.length <= longestRow && header.test(line);
      if (!this.headed) this.fault = 'no header';
    } else if (line !== '') this.readRow(line);
  }

  private readRow(line: string): void {
    const found = line.length <= longestRow ? row.exec(line) : null;
    if (found === null) {
      this.fault = 'no row';
      return;
    }
    const [, localAddress = '', localPort = '', remoteAddress = '', remotePort = '', state] = found;
    const ports = [Number.parseInt(localPort, 16), Number.parseInt(remotePort, 16)] as const;
    if (state === listen) this.listening ||= ports[0] === this.table.port;
    if (state !== established || !ports.includes(this.table.port)) return;
    if (this.established.length >= mostConnections) this.fault = 'too many';
    else
      this.established.push({
        local: { address: this.printed(localAddress), port: ports[0] },
        remote: { address: this.printed(remoteAddress), port: ports[1] },
      });
  }

  private printed(hexadecimal: string): string {
    const address = printedAddress(hexadecimal, this.table.byteOrder);
    const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address) ?? [];
    if (high === undefined || low === undefined) return address;
    const words = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
    return words.flatMap((word) => [word >> 8, word & 0xff]).join('.');
  }
}
