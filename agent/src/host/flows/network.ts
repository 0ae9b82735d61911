import type { Fact } from '@calico-readiness/requirements';
import type { PortUse } from '../../parsers/proc/proc-net-connections';

/** What came of one attempt to connect: a connection, silence until the time limit, or an error of the kernel (errno(3)). */
export type ConnectAnswer =
  { readonly said: 'connected' } | { readonly said: 'silence' } | { readonly said: 'error'; readonly code: string };

/** Where to connect, and for how long to wait, in milliseconds. */
export interface ConnectQuestion {
  readonly address: string;
  readonly port: number;
  readonly timeoutMs: number;
  /** The address of this host to come from; that which the kernel takes where it is left out. */
  readonly local?: string;
}

/** Which raw socket to open. */
export interface RawQuestion {
  readonly family: 4 | 6;
  readonly protocol: 'tcp' | 'udp' | 'ipip' | 'icmp';
  /** A program of classic BPF for what comes in. */
  readonly filter: Uint8Array;
  /** The address to come from, and the only one to talk to. */
  readonly local?: string;
  readonly peer?: string;
}

/** A raw socket that waits for nothing, and sends no packet in fragments. */
export interface RawSocket {
  /** Undefined when it is sent, else the errno: EMSGSIZE where it is too large for the device. */
  send(bytes: Uint8Array): string | undefined;
  /** The next packet that came in; undefined where there is none. */
  receive(): Uint8Array | undefined;
  /** The same with the address that it came from, in its canonical form (RFC 5952). */
  receiveFrom(): { readonly bytes: Uint8Array; readonly source: string } | undefined;
  close(): void;
}

/** The network of the host, as flows are tested in it. No method rejects. */
export interface Network {
  /** Why nothing that is seen from here counts for the host; undefined where it does. */
  readonly elsewhere: string | undefined;
  /** The addresses of this machine. */
  readonly ownAddresses: ReadonlySet<string>;
  /** Connects once, and closes at once. Always ends. */
  connect(question: ConnectQuestion): Promise<ConnectAnswer>;
  /** Who is connected over a port, or listens on it, right now. */
  portUse(port: number): Promise<Fact<PortUse>>;
  /** How many ICMP messages have said that a destination cannot be reached, in that family; undefined where it cannot be read. */
  unreachables(family: 4 | 6): Promise<number | undefined>;
  /** A raw socket, to be closed by who asks for it; or why there is none. */
  openRaw(question: RawQuestion): RawSocket | string;
  /** The address of this host from which packets to a peer come, or the errno. */
  sourceOf(peer: string): Promise<{ readonly address: string } | { readonly code: string }>;
  /** Of this machine's processor. */
  readonly byteOrder: 'little' | 'big';
  /** Milliseconds of a clock that is never set. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}
