import { defaultProfileValues, ringOf } from '@calico-readiness/requirements';
import { manyPeers } from '../../../test/flows/many-peers';
import { Wire } from '../../../test/flows/wire';
import { silentLog } from '../../foundation/agent-log';
import type { Keyring } from '../../host/flows/keyring';
import { keyringOf } from '../../host/flows/keyring';
import type { Network } from '../../host/flows/network';
import type { Situation } from '../situation';
import { situationOf } from '../situation';
import { challengeVisit } from '../visits/challenge-visit';
import type { FlowSeen, VisitQuestion } from '../visits/visit-probe';
import { FlowAnswering } from './flow-answering';

const flow = 'vxlan-IPv4';
const peers = manyPeers(5);
const [here, there] = [peers[0]!, peers[1]!];
const addressOf = (peer: typeof here): string => peer.addresses.IPv4 ?? '';
const profile = { ...defaultProfileValues, encapsulation: ['VXLAN'] as const, bgp: false, typha: false };
const tunnels = { ipip: 'never', vxlan: { IPv4: 'always', IPv6: 'never' } } as const;
const network = { tunnels, bgpPassword: 'no' } as const;
const secret = keyringOf(Buffer.alloc(32, 1));

const situation = (list = peers, change: Partial<typeof profile> = {}): Promise<Situation | undefined> =>
  situationOf(
    there.name,
    { ring: ringOf(list), network },
    { profile: { ...profile, ...change }, enabled: true },
    undefined,
  );

/** Two nodes on a wire: the first one challenges, the second one answers. */
class Pair {
  readonly wire = new Wire();
  keys: Keyring | undefined = secret;
  visitorKeys: Keyring | undefined = secret;
  visitorAhead = 0;
  refuseSockets = false;
  readonly clock = { wall: () => 1_800_000_000_000 + this.wire.now, steady: () => this.wire.now };
  readonly answering: FlowAnswering;

  constructor() {
    const at = this.wire.networkAt(addressOf(there));
    const openRaw: Network['openRaw'] = (question) =>
      this.refuseSockets ? 'raw sockets need CAP_NET_RAW' : at.openRaw(question);
    this.answering = new FlowAnswering({
      ...{ network: { ...at, openRaw }, clock: this.clock, log: silentLog },
      ...{ keys: () => this.keys, lookMs: 1_000_000 },
    });
    this.wire.meanwhile = () => {
      this.answering.look();
    };
  }

  async seen(more: Partial<VisitQuestion> = {}): Promise<FlowSeen | undefined> {
    const { wall, steady } = this.clock;
    const visit = challengeVisit({
      network: this.wire.networkAt(addressOf(here)),
      keys: () => this.visitorKeys,
      clock: { wall: () => wall() + this.visitorAhead, steady },
      devices: () => Promise.resolve([]),
    });
    const question = {
      ...{ self: here, peer: there, flows: [flow] as const, retest: false, ring: ringOf(peers), profile, network },
      ...{ signal: new AbortController().signal, ...more },
    };
    return (await visit.visit(question)).get(flow);
  }
}

let pair: Pair;
beforeEach(() => {
  pair = new Pair();
});
afterEach(() => {
  pair.answering.settle(undefined);
  expect(pair.wire.open).toBe(0);
});

const refused = { outcome: 'not-tested' };
const silent = { outcome: 'filtered', said: 'no answer in 2 times 3 s' };

describe('an agent that answers', () => {
  it('shows a flow as open, and says since when it answers and by what', async () => {
    pair.answering.settle(await situation());
    expect(await pair.seen()).toEqual({ outcome: 'open' });
    const answers = pair.answering.answersOf(flow);
    expect(answers).toEqual({ since: 1_800_000_000, by: expect.any(Number) as number });
    expect(pair.answering.answersOf('ipip-IPv4')).toBeUndefined();
  });

  it('refuses whom it does not know yet, which is no silence', async () => {
    pair.answering.settle(await situation(peers.filter(({ key }) => key !== here.key)));
    expect(await pair.seen()).toEqual(refused);
  });

  it('refuses a visit to the node that had its address before', async () => {
    pair.answering.settle(await situation());
    expect(await pair.seen({ peer: { ...there, key: 77 } })).toEqual(refused);
  });

  it.each([-3_600_000, 3_600_000])('refuses a visitor whose clock is %i milliseconds ahead', async (ahead) => {
    pair.answering.settle(await situation());
    pair.visitorAhead = ahead;
    expect(await pair.seen()).toEqual(refused);
  });

  it('answers more visits than the plan allows with a refusal, and each with one word', async () => {
    pair.answering.settle(await situation());
    const seen = [];
    for (let visit = 0; visit < 60; visit += 1) seen.push((await pair.seen())?.outcome);
    expect(seen.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 'open'));
    expect(seen).toContain('not-tested');
    expect(seen).not.toContain('filtered');
  });

  it('is silent to who has another key, and says by another number that it answers', async () => {
    pair.answering.settle(await situation());
    const { by } = pair.answering.answersOf(flow)!;
    pair.visitorKeys = keyringOf(Buffer.alloc(32, 2));
    expect(await pair.seen()).toEqual(silent);
    pair.keys = pair.visitorKeys;
    pair.answering.settle(await situation());
    expect(pair.answering.answersOf(flow)!.by).not.toBe(by);
    pair.answering.settle(await situation(peers, { ports: { ...profile.ports, vxlan: 8472 } }));
    expect(pair.answering.answersOf(flow)!.by).not.toBe(by);
  });

  it('begins to count anew with another key, another port, or where it was late, and not with another list', async () => {
    const since = (): number => pair.answering.answersOf(flow)!.since - 1_800_000_000;
    pair.answering.settle(await situation());
    pair.wire.now = 2_000;
    pair.answering.settle(await situation(peers.slice(0, 4)));
    expect(since()).toBe(0);
    pair.answering.look();
    pair.wire.now = 10_000;
    pair.answering.look();
    expect(since()).toBe(10);
    pair.wire.now = 12_000;
    pair.keys = keyringOf(Buffer.alloc(32, 2));
    pair.answering.settle(await situation());
    expect(since()).toBe(12);
  });

  it('has nothing open where there is no key, no list, or no flow to answer over', async () => {
    const known = await situation();
    pair.keys = undefined;
    pair.answering.settle(known);
    expect(pair.wire.open).toBe(0);
    pair.keys = secret;
    pair.answering.settle(await situation(peers, { encapsulation: [] as never }));
    expect(pair.wire.open).toBe(0);
    pair.answering.settle(known);
    expect(pair.wire.open).toBe(1);
    pair.answering.settle(undefined);
    expect(pair.wire.open).toBe(0);
    expect(pair.answering.answersOf(flow)).toBeUndefined();
  });

  it('closes where it may open no socket to answer with, and does not say any more that it answers', async () => {
    pair.answering.settle(await situation());
    pair.refuseSockets = true;
    expect(await pair.seen()).toEqual(silent);
    expect(pair.wire.open).toBe(0);
    expect(pair.answering.answersOf(flow)).toBeUndefined();
  });
});

describe('a visit by challenges', () => {
  it('finds nobody where the agent is an old one', async () => {
    expect(await pair.seen()).toEqual(silent);
  });

  it.each<[string, Partial<VisitQuestion>]>([
    ['the list says that the peer does not answer', { peer: { ...there, answers: false } }],
    ['this node is not ready', { self: { ...here, answers: false } }],
    ['Calico has not run on this node yet, and has there', { self: { ...here, subnet: '' } }],
    ['eBPF programs may take the packets', { profile: { ...profile, dataplane: 'BPF' } }],
  ])('does not take silence for anything where %s, and an answer all the same', async (_, more) => {
    expect(await pair.seen(more)).toEqual({ outcome: 'not-tested', reason: 'no-answer-expected' });
    pair.answering.settle(await situation());
    expect(await pair.seen(more)).toEqual({ outcome: 'open' });
  });

  it('counts silence where Calico has run on neither node', async () => {
    expect(await pair.seen({ self: { ...here, subnet: '' }, peer: { ...there, subnet: '' } })).toEqual(silent);
  });

  it('says that no answer is expected where this node has no key, and sends nothing', async () => {
    pair.visitorKeys = undefined;
    expect(await pair.seen()).toEqual({ outcome: 'not-tested', reason: 'no-answer-expected' });
    expect(pair.wire.sent).toEqual([]);
  });

  it('sends nothing once it is ended', async () => {
    await pair.seen({ signal: AbortSignal.abort() });
    expect(pair.wire.sent).toEqual([]);
  });
});
