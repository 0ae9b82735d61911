import fc from 'fast-check';
import { askedBurst, askedInterval } from '@calico-readiness/requirements';
import { bgpAndTypha, EngineWorld, filtered, open } from '../../../test/flows/engine-world';
import { manyPeers } from '../../../test/flows/many-peers';
import { AskedPeers } from './asked-peers';

const second = 1000;

/** A world that does what the plan has for ten minutes; `ask` asks at its time. */
async function quietWorld(peers = manyPeers(100)): Promise<{ world: EngineWorld; ask: (names: string[]) => boolean }> {
  const world = new EngineWorld(peers);
  await world.run(10);
  const ask = (names: string[]): boolean =>
    world.askedPeers.look({ requestedAt: new Date(world.clock.wall()).toISOString(), peers: names });
  ask([]);
  world.pass(20 * second);
  return { world, ask };
}

const answers = ({ askedPeers }: EngineWorld) => askedPeers.answered?.peers;

describe('the peers that somebody asks for', () => {
  it('are visited by the next step, with every flow that the pair needs, whether they fail or not', async () => {
    const { world, ask } = await quietWorld();
    world.network = ({ name }, flow) => (name === 'node-2' && flow === 'bgp-IPv4' ? filtered : open);
    expect(ask(['node-70', 'node-2'])).toBe(true);
    expect(answers(world)).toEqual([
      { peer: 'node-70', state: 'waiting' },
      { peer: 'node-2', state: 'waiting' },
    ]);
    const before = world.visits.length;
    await world.engine.step();
    expect(world.visits.slice(before, before + 2)).toMatchObject([
      { peer: 'node-70', flows: ['bgp-IPv4'] },
      { peer: 'node-2', flows: ['bgp-IPv4', 'typha-IPv4'] },
    ]);
    const testedAt = expect.stringMatching(/Z$/) as string;
    expect(answers(world)).toEqual([
      { peer: 'node-70', state: 'tested', testedAt, open: ['bgp-IPv4'] },
      { peer: 'node-2', state: 'tested', testedAt, open: ['typha-IPv4'], blocked: ['bgp-IPv4'] },
    ]);
  });

  it('are told why they are not visited, each by its reason, and the others are', async () => {
    const { world, ask } = await quietWorld(
      manyPeers(100, (index) => (index === 5 ? { answers: false } : index === 6 ? { addresses: {} } : {})),
    );
    ask(['node-0', 'node-5', 'node-6', 'node-1000', 'node-7']);
    await world.engine.step();
    expect(answers(world)).toMatchObject([
      { peer: 'node-0', state: 'own-node' },
      { peer: 'node-5', state: 'not-ready' },
      { peer: 'node-6', state: 'no-flow' },
      { peer: 'node-1000', state: 'not-in-list' },
      { peer: 'node-7', state: 'tested' },
    ]);
  });

  it.each([
    [
      'no-list',
      (world: EngineWorld) => {
        world.list.ring = undefined;
      },
    ],
    [
      'switched-off',
      (world: EngineWorld) => {
        world.settings = { profile: bgpAndTypha, enabled: false };
      },
    ],
  ] as const)('are all answered with %s where nothing is tested', async (state, change) => {
    const { world, ask } = await quietWorld();
    change(world);
    ask(['node-1', 'node-2']);
    await world.engine.step();
    expect(answers(world)).toMatchObject([{ state }, { state }]);
  });

  it('say what could not be tested', async () => {
    const { world, ask } = await quietWorld();
    world.network = () => ({ outcome: 'not-tested', reason: 'no-raw-socket' });
    ask(['node-9']);
    await world.engine.step();
    expect(answers(world)).toMatchObject([{ state: 'tested', untested: ['bgp-IPv4'] }]);
  });

  it('are those of the newest request: what was open of an earlier one is dropped', async () => {
    const { world, ask } = await quietWorld();
    ask(['node-8']);
    world.pass(second);
    ask(['node-9']);
    world.pass(20 * second);
    const before = world.visits.length;
    await world.engine.step();
    expect(world.visits.slice(before).map(({ peer }) => peer)).not.toContain('node-8');
    expect(answers(world)).toMatchObject([{ peer: 'node-9', state: 'tested' }]);
  });

  it('leave the report an hour after the last of them was answered', async () => {
    const { world, ask } = await quietWorld();
    ask(['node-9']);
    await world.run(50);
    expect(answers(world)).toMatchObject([{ peer: 'node-9', state: 'tested' }]);
    await world.run(20);
    expect(answers(world)).toBeUndefined();
  });
});

describe('a request for peers', () => {
  const clock = { wall: () => Date.parse('2026-11-28T12:00:00Z'), steady: () => 0 };

  it.each<[string, boolean]>([
    ['2026-11-28T11:55:00Z', true],
    ['2026-11-28T12:05:00Z', true],
    ['2026-11-28T11:40:00Z', false],
    ['yesterday', false],
  ])('that an agent finds when it begins, of %s, counts: %s', (requestedAt, counts) => {
    expect(new AskedPeers(clock).look({ requestedAt, peers: ['a'] })).toBe(counts);
  });

  it('counts whatever its time once the agent runs, and once however often it is seen', () => {
    const asked = new AskedPeers(clock);
    asked.look(undefined);
    const request = { requestedAt: '2020-01-01T00:00:00Z', peers: ['a', 'a', 'b'] };
    expect([asked.look(request), asked.look({ ...request }), asked.look(undefined), asked.look(request)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(asked.answered?.peers.map(({ peer }) => peer)).toEqual(['a', 'b']);
  });

  it('is bounded, and survives whatever stands in its place', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (requestedAt, peers) => {
        const asked = new AskedPeers(clock);
        asked.look(undefined);
        asked.look({ requestedAt, peers });
        asked.look(peers);
        return (asked.answered?.peers.length ?? 0) <= 20;
      }),
    );
    const asked = new AskedPeers(clock);
    asked.look({ requestedAt: '2026-11-28T12:00:00Z', peers: manyPeers(60).map(({ name }) => name) });
    expect(asked.answered?.peers).toHaveLength(20);
  });
});

describe('whoever asks again and again', () => {
  it('gets no more visits than the bucket has, and keeps the plan from none of its own', async () => {
    const [asking, quiet] = [await quietWorld(), await quietWorld()];
    const [begin, planned] = [asking.world.visits.length, quiet.world.visits.length];
    const names = manyPeers(100).map(({ name }) => name);
    const minutes = 60;
    for (let step = 0; step < minutes * 4; step += 1) {
      asking.ask(names.slice(step % 50, (step % 50) + 20));
      await asking.world.run(0.25);
    }
    await quiet.world.run(minutes);
    const more = asking.world.visits.length - begin - (quiet.world.visits.length - planned);
    const most = askedBurst + (minutes * 60 * second) / askedInterval;
    expect(more).toBeGreaterThan(most / 2);
    expect(more).toBeLessThanOrEqual(most + 10);
  });

  it('has a request begun ten seconds after the one before at the earliest', async () => {
    const { world, ask } = await quietWorld();
    ask(['node-8']);
    await world.engine.step();
    world.pass(2 * second);
    ask(['node-9']);
    await world.engine.step();
    expect(answers(world)).toMatchObject([{ state: 'waiting' }]);
    world.pass(9 * second);
    await world.engine.step();
    expect(answers(world)).toMatchObject([{ state: 'tested' }]);
  });

  it('makes no failure of a short disturbance: only the plan has a second and a third strike', async () => {
    const { world, ask } = await quietWorld();
    world.network = ({ name }) => (name === 'node-50' ? filtered : open);
    for (const wait of [0, 61, 61]) {
      world.pass(wait * second);
      ask(['node-50']);
      await world.engine.step();
      expect(answers(world)).toMatchObject([{ blocked: ['bgp-IPv4'] }]);
    }
    expect(world.flow('bgp-IPv4')?.failing).toEqual([]);
    await world.run(10);
    expect(world.flow('bgp-IPv4')?.failing).toMatchObject([{ peer: 'node-50' }]);
  });

  it('has a failing peer visited as often as at first, and cleared by one answer', async () => {
    const { world, ask } = await quietWorld();
    world.network = ({ name }) => (name === 'node-50' ? filtered : open);
    ask(['node-50']);
    await world.run(400);
    ask(['node-50']);
    await world.engine.step();
    const asked = world.time;
    await world.run(10);
    const after = world.visits.filter(({ peer, at }) => peer === 'node-50' && at > asked);
    expect(after.length).toBeGreaterThanOrEqual(1);
    expect(after[0]!.at - asked).toBeLessThan(6 * 60 * second);
    world.network = () => open;
    ask(['node-50']);
    await world.engine.step();
    expect(answers(world)).toMatchObject([{ open: ['bgp-IPv4'] }]);
    expect(world.flow('bgp-IPv4')?.failing).toEqual([]);
  });
});
