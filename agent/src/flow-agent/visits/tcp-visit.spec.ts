import type { FlowKey } from '@calico-readiness/requirements';
import { defaultProfileValues, observed, ringOf } from '@calico-readiness/requirements';
import { manyPeers } from '../../../test/flows/many-peers';
import type { ConnectAnswer, Network } from '../../host/flows/network';
import type { PortUse } from '../../parsers/proc/proc-net-connections';
import { withRememberedPortUse } from './remembered-port-use';
import { tcpVisit } from './tcp-visit';
import type { VisitQuestion } from './visit-probe';

const peers = manyPeers(5);
const quiet: PortUse = { established: [], listening: true };
const sessionWith = (address: string): PortUse => ({
  established: [{ local: { address: '10.0.0.1', port: 179 }, remote: { address, port: 40_000 } }],
  listening: true,
});

function network(answer: ConnectAnswer, use: PortUse, more: Partial<Network> = {}) {
  const connected: string[] = [];
  const made: Network = {
    elsewhere: undefined,
    ownAddresses: new Set(['10.0.0.1']),
    connect: ({ address, port }) => {
      connected.push(`${address}:${String(port)}`);
      return Promise.resolve(answer);
    },
    portUse: () => Promise.resolve(observed(use, '')),
    unreachables: () => Promise.resolve(0),
    openRaw: () => 'raw sockets need CAP_NET_RAW',
    sourceOf: () => Promise.resolve({ address: '10.0.0.1' }),
    byteOrder: 'little',
    now: () => 0,
    wait: () => Promise.resolve(),
    ...more,
  };
  return { made, connected };
}

const question = (flows: readonly FlowKey[], more: Partial<VisitQuestion> = {}): VisitQuestion => ({
  self: peers[0]!,
  peer: peers[1]!,
  flows,
  retest: false,
  ring: ringOf(peers),
  profile: defaultProfileValues,
  network: { tunnels: undefined, bgpPassword: 'unknown' },
  signal: new AbortController().signal,
  ...more,
});

describe('a visit over TCP', () => {
  it('tests BGP and Typha alone', () => {
    const { tests } = tcpVisit(network({ said: 'connected' }, quiet).made);
    expect((['bgp-IPv4', 'bgp-IPv6', 'typha-IPv4', 'vxlan-IPv4', 'ipip-IPv4'] as const).filter(tests)).toEqual([
      'bgp-IPv4',
      'bgp-IPv6',
      'typha-IPv4',
    ]);
  });

  it.each<[string, ConnectAnswer, object]>([
    ['a connection', { said: 'connected' }, { outcome: 'open' }],
    ['a closed port', { said: 'error', code: 'ECONNREFUSED' }, { outcome: 'open' }],
    ['silence, twice', { said: 'silence' }, { outcome: 'filtered', said: 'no answer in 2 times 3 s' }],
    ['no way', { said: 'error', code: 'EHOSTUNREACH' }, { outcome: 'unreachable' }],
    ['an error of this host', { said: 'error', code: 'EMFILE' }, { outcome: 'not-tested' }],
  ])('takes %s of Typha for what it is', async (_, answer, expected) => {
    const { made, connected } = network(answer, quiet);
    const seen = await tcpVisit(made).visit(question(['typha-IPv4']));
    expect(seen.get('typha-IPv4')).toMatchObject(expected);
    expect(new Set(connected)).toEqual(new Set(['10.0.0.2:5473']));
  });

  it('never connects to the port of BGP', async () => {
    const { made, connected } = network({ said: 'connected' }, quiet);
    const seen = await tcpVisit(made).visit(question(['bgp-IPv4']));
    expect(seen.get('bgp-IPv4')).toEqual({ outcome: 'not-tested', reason: 'no-raw-socket' });
    expect(connected).toEqual([]);
  });

  it('takes a session for an open flow, without a raw socket', async () => {
    const { made } = network({ said: 'silence' }, sessionWith('10.0.0.2'));
    const seen = await tcpVisit(made).visit(question(['bgp-IPv4']));
    expect(seen.get('bgp-IPv4')).toEqual({ outcome: 'open' });
  });

  it('does not test BGP with a password and without a session', async () => {
    const { made } = network({ said: 'silence' }, quiet);
    const seen = await tcpVisit(made).visit(
      question(['bgp-IPv4'], { network: { tunnels: undefined, bgpPassword: 'yes' } }),
    );
    expect(seen.get('bgp-IPv4')).toEqual({ outcome: 'not-tested', reason: 'password' });
  });

  it.each(['127.0.0.1', '224.0.0.1', '10.0.0.1', '::ffff:10.0.0.2'])('sends nothing to %s', async (address) => {
    const { made, connected } = network({ said: 'connected' }, quiet);
    const family = address.includes(':') ? 'IPv6' : 'IPv4';
    const peer = { ...peers[1]!, addresses: { [family]: address } };
    const seen = await tcpVisit(made).visit(question([`typha-${family}`], { peer }));
    expect(seen.get(`typha-${family}`)).toMatchObject({ outcome: 'not-tested' });
    expect(connected).toEqual([]);
  });

  it('ends at once by its signal, and sends nothing more', async () => {
    const ending = new AbortController();
    const { made, connected } = network({ said: 'silence' }, quiet, {
      connect: () => {
        connected.push('typha');
        return new Promise(() => undefined);
      },
    });
    const seen = tcpVisit(made).visit(question(['typha-IPv4'], { signal: ending.signal }));
    await new Promise(setImmediate);
    ending.abort();
    expect((await seen).get('typha-IPv4')).toMatchObject({ outcome: 'not-tested' });
    expect(connected.length).toBe(1);
  });
});

describe('the table of connections', () => {
  it('is read once for several visits, and seldom where it takes long', async () => {
    const state = { steady: 0, reads: 0, takes: 10 };
    const { made } = network({ said: 'silence' }, quiet, {
      portUse: () => {
        state.reads += 1;
        state.steady += state.takes;
        return Promise.resolve(observed(quiet, ''));
      },
    });
    const remembering = withRememberedPortUse(made, { wall: () => 0, steady: () => state.steady });
    const lookFor = async (seconds: number): Promise<number> => {
      const before = state.reads;
      for (const end = state.steady + seconds * 1000; state.steady < end; state.steady += 1000)
        await remembering.portUse(179);
      return state.reads - before;
    };
    expect(await lookFor(20)).toBeLessThanOrEqual(5);
    state.takes = 1_000;
    expect(await lookFor(200)).toBeLessThanOrEqual(3);
  });

  it.each<[string, number, object]>([
    ['without a password, so that silence counts', 1, { outcome: 'filtered', said: 'no answer in 2 times 3 s' }],
    ['with one, so that nothing is sent', 2, { outcome: 'not-tested', reason: 'password' }],
  ])('goes by the BGPPeer of the pair: %s', async (_, code, expected) => {
    let sent = 0;
    let time = 0;
    const socket = {
      send: () => void (sent += 1),
      receive: () => undefined,
      receiveFrom: () => undefined,
      close: () => undefined,
    };
    const { made } = network({ said: 'connected' }, quiet, {
      openRaw: () => socket,
      now: () => time,
      wait: (milliseconds) => {
        time += milliseconds;
        return Promise.resolve();
      },
    });
    const [self, peer] = [
      { ...peers[0]!, bgpRole: 0 },
      { ...peers[1]!, bgpRole: 1 },
    ];
    const bgp = { links: [Uint8Array.of(0), Uint8Array.of(code, 0)], external: [[], []] };
    const asked = question(['bgp-IPv4'], { self, peer, network: { tunnels: undefined, bgpPassword: 'unknown', bgp } });
    expect((await tcpVisit(made).visit(asked)).get('bgp-IPv4')).toEqual(expected);
    expect(sent > 0).toBe(code === 1);
  });
});
