import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { ConnectAnswer, Network } from '../host/flows/network';
import type { PortUse } from '../parsers/proc/proc-net-connections';
import { probeFlows } from './probe-flows';
import type { FlowTarget } from './tested-flow';

const limits = { timeoutMs: 1000, atOnce: 4, bgpConnect: false, bgpPassword: 'unknown' } as const;
const refused: ConnectAnswer = { said: 'error', code: 'ECONNREFUSED' };
const typha: FlowTarget = { peer: '10.0.0.2', flow: { name: 'typha', port: 5473 } };
const bgp: FlowTarget = { peer: '10.0.0.2', flow: { name: 'bgp', port: 179 } };
const quiet: PortUse = { established: [], listening: false };
const sessionWith = (address: string): PortUse => ({
  established: [{ local: { address: '10.0.0.1', port: 40_000 }, remote: { address, port: 179 } }],
  listening: true,
});

/** A network that counts connections, with the given answers to the first of them. */
function network(
  answers: readonly ConnectAnswer[],
  { use = observed(quiet, ''), ...more }: Partial<Network> & { readonly use?: Fact<PortUse> } = {},
) {
  const state = { connections: 0, inFlight: 0, most: 0 };
  const made: Network = {
    elsewhere: undefined,
    ownAddresses: new Set(['10.0.0.1']),
    connect: async () => {
      state.inFlight += 1;
      state.most = Math.max(state.most, state.inFlight);
      const answer = answers[state.connections] ?? { said: 'silence' };
      state.connections += 1;
      await Promise.resolve();
      state.inFlight -= 1;
      return answer;
    },
    portUse: () => Promise.resolve(use),
    unreachables: () => Promise.resolve(7),
    openRaw: () => 'raw sockets need CAP_NET_RAW',
    sourceOf: () => Promise.resolve({ address: '10.0.0.1' }),
    byteOrder: 'little',
    now: () => 0,
    wait: () => Promise.resolve(),
    ...more,
  };
  return { made, state };
}

const outcomeOf = async (made: Network, target: FlowTarget, bgpConnect = false): Promise<string | undefined> =>
  (await probeFlows(made, [target], { ...limits, bgpConnect }))[0]?.result.outcome;

describe('flows that are tested', () => {
  it('are filtered after two silences, and not after one', async () => {
    const silent = network([]);
    expect(await outcomeOf(silent.made, typha)).toBe('filtered');
    expect(silent.state.connections).toBe(2);
    expect(await outcomeOf(network([{ said: 'silence' }, { said: 'connected' }]).made, typha)).toBe('open');
  });

  it('are no more at once than allowed, and answered in their order', async () => {
    const { made, state } = network(Array.from({ length: 20 }, () => refused));
    const targets = Array.from({ length: 20 }, (_, index) => ({ ...typha, peer: `10.0.1.${String(index)}` }));
    const tested = await probeFlows(made, targets, { ...limits, atOnce: 3 });

    expect(state.most).toBe(3);
    expect(tested.map(({ peer }) => peer)).toEqual(targets.map(({ peer }) => peer));
  });

  it('are asked for again, alone, where ICMP messages make a refusal doubtful', async () => {
    const rising = { count: 0 };
    const until = (calls: number) => () => Promise.resolve((rising.count += rising.count < calls ? 1 : 0));
    expect(await outcomeOf(network([refused, refused], { unreachables: until(3) }).made, typha)).toBe('refused');
    const always = network([refused, refused, refused, refused], { unreachables: until(Infinity) });
    expect(await outcomeOf(always.made, typha)).toBe('untested');
    expect(always.state.connections).toBe(4);
  });

  it('are untested in another network than the host’s, and to the host itself', async () => {
    const elsewhere = network([], { elsewhere: 'elsewhere' });
    expect(await outcomeOf(elsewhere.made, typha)).toBe('untested');
    expect(await outcomeOf(elsewhere.made, { ...typha, peer: '10.0.0.1' })).toBe('untested');
    expect(elsewhere.state.connections).toBe(0);
  });
});

describe('the flow of BGP', () => {
  it('is open by a session, and no connection is made, whatever is allowed', async () => {
    const { made, state } = network([], { use: observed(sessionWith('10.0.0.2'), '') });
    expect(await outcomeOf(made, bgp)).toBe('open');
    expect(await outcomeOf(made, bgp, true)).toBe('open');
    expect(state.connections).toBe(0);
  });

  it.each([
    ['without a session', observed(quiet, ''), false],
    ['with a session of another peer', observed(sessionWith('10.0.0.3'), ''), false],
    ['where somebody here speaks BGP, even on request', observed({ ...quiet, listening: true }, ''), true],
    ['where sessions cannot be seen, even on request', unavailable('denied', 'proc/1/net/tcp'), true],
  ])('is never connected to %s', async (_case, use, bgpConnect) => {
    const { made, state } = network([], { use });
    expect(await outcomeOf(made, bgp, bgpConnect)).toBe('untested');
    expect(state.connections).toBe(0);
  });

  it('is connected to on request, where nobody here speaks BGP', async () => {
    expect(await outcomeOf(network([refused]).made, bgp, true)).toBe('refused');
  });

  it('is untested with a password, without a packet sent', async () => {
    const { made } = network([], {
      openRaw: () => {
        throw new Error('a packet would be sent');
      },
    });
    const [tested] = await probeFlows(made, [bgp], { ...limits, bgpPassword: 'yes' });
    expect(tested?.result).toMatchObject({ outcome: 'untested', said: expect.stringContaining('password') as string });
  });

  it.each([
    ['no', 'filtered'],
    ['unknown', 'untested'],
  ] as const)('is silent twice: with a password, %s, it is %s', async (bgpPassword, outcome) => {
    const clock = { now: 0, sent: 0 };
    const nothing = (): undefined => undefined;
    const silent = { send: () => void (clock.sent += 1), receive: nothing, receiveFrom: nothing, close: nothing };
    const { made } = network([], {
      openRaw: () => silent,
      now: () => clock.now,
      wait: (milliseconds) => Promise.resolve(void (clock.now += milliseconds)),
    });
    const [tested] = await probeFlows(made, [bgp], { ...limits, timeoutMs: 5000, bgpPassword });
    expect(tested?.result).toMatchObject({ outcome, method: 'half-open' });
    // At once, after one second, and after three.
    expect(clock.sent).toBe(6);
  });
});
