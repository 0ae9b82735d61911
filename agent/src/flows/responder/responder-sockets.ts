import type { Network, RawSocket } from '../../host/flows/network';
import type { ChallengedFlow } from '../packets/flow-filter';
import { messagesOver } from '../packets/flow-filter';
import type { Received } from './judge-challenge';
import type { Parties } from './judge-challenge';

/** Where challenges come in. */
export interface ResponderSocket extends Pick<Received, 'family' | 'socket'> {
  readonly raw: RawSocket;
}

interface Kind extends Pick<Received, 'family' | 'socket'> {
  readonly flows: readonly ChallengedFlow[];
}

/** Pairs of addresses up to which each has a socket of its own: at 60 or so both ways cost a busy node the same. */
const mostConnected = 16;

/** Opens what these flows need, at most 48; or says why it cannot, and has none open then. */
export function openSockets(
  network: Network,
  {
    flows,
    own,
    peers,
    connected,
  }: {
    readonly flows: readonly ChallengedFlow[];
    readonly own: Parties;
    readonly peers: Parties;
    /** Whether nobody but the peers is to be heard. */
    readonly connected: boolean;
  },
): readonly ResponderSocket[] | string {
  const opened: ResponderSocket[] = [];
  for (const kind of kindsOf(flows)) {
    const [locals, expected] = [own.addressesIn(kind.family), peers.addressesIn(kind.family)];
    if (locals.length === 0 || expected.length === 0) continue;
    const sockets = openKind(network, kind, locals, connected ? expected : []);
    if (typeof sockets === 'string') {
      closeAll(opened);
      return sockets;
    }
    opened.push(...sockets);
  }
  return opened;
}

/** Closes all of them. */
export function closeAll(sockets: readonly ResponderSocket[]): void {
  for (const { raw } of sockets) raw.close();
}

/** One for UDP in each family, and one for protocol 4. */
function kindsOf(flows: readonly ChallengedFlow[]): readonly Kind[] {
  const udp = flows.filter(({ protocol }) => protocol !== 'ipip');
  const ipip = flows.filter(({ protocol }) => protocol === 'ipip');
  const all = [
    { family: 4, socket: 'udp', flows: udp },
    { family: 6, socket: 'udp', flows: udp },
    { family: 4, socket: 'ipip', flows: ipip },
  ] as const;
  return all.filter((kind) => kind.flows.length > 0);
}

/**
 * One for all where no peers are given. Else one for each address of this host and each peer that is expected: connect(2) binds to one address as well. One for all
 * where they are many, or where there is no way between some: a kernel passes over a socket that is connected to another
 * peer in a few nanoseconds, and makes a copy of every packet for one that is not.
 */
function openKind(
  network: Network,
  kind: Kind,
  locals: readonly string[],
  peers: readonly string[],
): readonly ResponderSocket[] | string {
  const filter = messagesOver(kind.flows, kind.family, network.byteOrder);
  const open = (ends: { readonly local?: string; readonly peer?: string }): RawSocket | string =>
    network.openRaw({ family: kind.family, protocol: kind.socket, filter, ...ends });
  const pairs =
    locals.length * peers.length > mostConnected
      ? []
      : locals.flatMap((local) => peers.map((peer) => ({ local, peer })));
  const connected: ResponderSocket[] = [];
  for (const pair of pairs) {
    const raw = open(pair);
    if (typeof raw === 'string') break;
    connected.push({ raw, ...kind });
  }
  if (connected.length > 0 && connected.length === pairs.length) return connected;
  closeAll(connected);
  const [only] = locals;
  const raw = open(locals.length === 1 && only !== undefined ? { local: only } : {});
  return typeof raw === 'string' ? raw : [{ raw, ...kind }];
}
