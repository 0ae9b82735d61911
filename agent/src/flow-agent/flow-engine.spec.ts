import type { FlowAnswers } from '@calico-readiness/requirements';
import { fixedPeers, ringOf } from '@calico-readiness/requirements';
import { bgpAndTypha, EngineWorld, filtered, open } from '../../test/flows/engine-world';
import { manyPeers } from '../../test/flows/many-peers';

const minute = 60_000;
const bgp = 'bgp-IPv4';

/** The peer that is visited first, in another world of the same kind. */
async function early(): Promise<string> {
  const world = new EngineWorld();
  await world.run(10);
  return world.visits[0]!.peer;
}

async function withOneBlocked(
  minutes: number,
  world = new EngineWorld(),
): Promise<{ world: EngineWorld; peer: string }> {
  const peer = await early();
  world.network = ({ name }, flow) => (name === peer && flow === bgp ? filtered : open);
  await world.run(minutes);
  return { world, peer };
}

describe('an engine of flow tests', () => {
  it('tests every flow that a pair needs and that there is a test for, and covers the first round in a stretch', async () => {
    const world = new EngineWorld();
    await world.run(15);
    expect(world.flow(bgp)).toMatchObject({ needed: 99, blocked: 0, failing: [] });
    expect(world.flow(bgp)!.covered).toBeGreaterThan(fixedPeers + 30);
    expect(world.flow('typha-IPv4')).toMatchObject({ needed: 2 });
    expect(world.visits.every(({ flows, peer }) => flows.includes('typha-IPv4') === /^node-[12]$/.test(peer))).toBe(
      true,
    );
  });

  it('counts each peer once that it tests again and again, and none that left', async () => {
    const world = new EngineWorld(manyPeers(4));
    await world.run(40);
    expect(world.flow(bgp)).toMatchObject({ needed: 3, tested: 3 });
    world.list.ring = ringOf(manyPeers(3));
    await world.run(2);
    expect(world.flow(bgp)).toMatchObject({ needed: 2, tested: 2 });
  });

  it('covers all peers by the time that it tells', async () => {
    const world = new EngineWorld();
    world.pass(0);
    await world.run(1);
    const { since, allPairsBy, peers } = world.engine.tests;
    expect(peers).toBe(99);
    await world.run((allPairsBy - since) / 60 + 3);
    expect(world.flow(bgp)).toMatchObject({ covered: 99 });
  });

  it('fails a peer after three strikes, with what was seen, and clears it with one answer', async () => {
    const { world, peer } = await withOneBlocked(20);
    const [failing] = world.flow(bgp)!.failing;
    expect(failing).toMatchObject({ peer, outcome: 'filtered', said: filtered.said, proven: false });
    expect(failing!.failedAt - failing!.firstAt).toBeLessThanOrEqual(600);
    expect(world.flow('typha-IPv4')?.failing).toEqual([]);

    world.network = () => open;
    await world.run(90);
    expect(world.flow(bgp)).toMatchObject({ blocked: 0, failing: [] });
  });

  it('visits a failing peer at once when somebody asks for another look, however long it has failed', async () => {
    const { world, peer } = await withOneBlocked(400);
    expect(world.flow(bgp)!.failing).toMatchObject([{ peer }]);
    world.network = () => open;
    await world.run(1);
    expect(world.flow(bgp)!.failing, 'its next visit is far').toHaveLength(1);
    world.engine.retest();
    await world.run(1);
    expect(world.flow(bgp)!.failing).toEqual([]);
  });

  it('visits nobody who does not fail when somebody asks for another look', async () => {
    const [asked, other] = [new EngineWorld(), new EngineWorld()];
    for (const world of [asked, other]) await world.run(10);
    asked.engine.retest();
    for (const world of [asked, other]) await world.run(2);
    expect(asked.visits).toEqual(other.visits);
  });

  it('says why a flow is not tested any more that was open before, once no test of it is lately', async () => {
    const world = new EngineWorld();
    await world.run(30);
    expect(world.flow(bgp)).not.toHaveProperty('untested');
    world.network = (_, flow) => (flow === bgp ? { outcome: 'not-tested', reason: 'no-raw-socket' } : open);
    await world.run(40);
    expect(world.flow(bgp)).toMatchObject({ tested: 0, untested: 'no-raw-socket' });
    expect(world.flow(bgp)!.covered).toBeGreaterThan(0);
  });

  it('has two strikes only counted, and not failing', async () => {
    const world = new EngineWorld();
    let left = 2;
    world.network = (_, flow) => (flow === bgp && (left -= 1) >= 0 ? filtered : open);
    await world.run(20);
    expect(world.flow(bgp)!.failing).toEqual([]);
  });

  it('blames nobody by visits that were late', async () => {
    const world = new EngineWorld();
    world.visitTakes = 20_000;
    await withOneBlocked(30, world);
    expect(world.flow(bgp)).toMatchObject({ blocked: 0, failing: [] });
  });

  it('blames nobody by visits during which the clock was set', async () => {
    const world = new EngineWorld();
    world.setDuringVisit = 3_000;
    await withOneBlocked(30, world);
    expect(world.flow(bgp)).toMatchObject({ blocked: 0, failing: [] });
  });

  it.each([
    [
      'the process was paused',
      (world: EngineWorld) => {
        world.pass(3 * minute);
      },
    ],
    [
      'the clock was set',
      (world: EngineWorld) => {
        world.setClock(3 * minute);
      },
    ],
    [
      'the clock was set back',
      (world: EngineWorld) => {
        world.setClock(-60 * minute);
      },
    ],
  ])('begins anew with strikes after %s', async (_, happens) => {
    const { world, peer } = await withOneBlocked(4);
    const strikes = world.visits.filter((visit) => visit.peer === peer).length;
    expect(strikes).toBeGreaterThan(0);
    expect(strikes).toBeLessThan(3);
    happens(world);
    const before = world.visits.length;
    await world.run(120);
    const after = world.visits.slice(before).filter((visit) => visit.peer === peer);
    const [failing] = world.flow(bgp)!.failing;
    expect(failing?.peer).toBe(peer);
    const begin = world.clock.wall() - world.time;
    expect(failing!.firstAt * 1000 - begin).toBeGreaterThanOrEqual(after[0]!.at - 1000);
  });

  it('ends and forgets where the policy switches tests off, and says so', async () => {
    const { world } = await withOneBlocked(20);
    world.settings = { profile: bgpAndTypha, enabled: false };
    world.engine.settingsChanged();
    const before = world.visits.length;
    await world.run(30);
    expect(world.visits.length).toBe(before);
    expect(world.engine.tests.flows.map(({ untested, covered }) => [untested, covered])).toEqual([
      ['switched-off', 0],
      ['switched-off', 0],
    ]);

    world.settings = { profile: bgpAndTypha, enabled: true };
    await world.run(1);
    expect(world.flow(bgp)).toMatchObject({ failing: [], needed: 99 });
  });

  it('begins no further visit of a step once it is switched off', async () => {
    const world = new EngineWorld(manyPeers(15));
    world.network = () => {
      world.settings = { profile: bgpAndTypha, enabled: false };
      world.engine.settingsChanged();
      return filtered;
    };
    await world.run(10);
    expect(world.visits.length).toBe(1);
  });

  it.each([
    [
      'there is no list',
      (world: EngineWorld) => {
        world.list.ring = undefined;
      },
      'no-list',
    ],
    ['nobody else is there', undefined, 'no-peer'],
  ] as const)('says why nothing is tested where %s', async (_, change, reason) => {
    const world = new EngineWorld(manyPeers(change === undefined ? 1 : 100));
    change?.(world);
    await world.run(5);
    expect(world.visits).toEqual([]);
    expect(new Set(world.engine.tests.flows.map(({ untested }) => untested))).toEqual(new Set([reason]));
  });

  it.each([
    ['nobody answers', { answers: false }, 'no-peer'],
    ['it is not known who speaks BGP', { inMesh: false }, 'pairs-unknown'],
  ])('says why BGP is not tested where %s', async (_, more, reason) => {
    const world = new EngineWorld(manyPeers(100, () => more));
    await world.run(20);
    expect(world.flow(bgp)).toMatchObject({ untested: reason, tested: 0 });
  });

  describe('where BGPPeers join nodes', () => {
    /** One reflector for a hundred nodes, a node that speaks with a switch alone, and one that speaks with nobody. */
    const roleOf = (index: number): number => (index === 0 ? 0 : index === 98 ? 2 : index === 99 ? 3 : 1);
    const links = [[0], [1, 0], [0, 0, 0], [0, 0, 0, 0]].map((row) => Uint8Array.from(row));
    const router = [{ address: '192.0.2.1', family: 'IPv4' as const, port: undefined }];
    const worldOf = (nodeName: string): EngineWorld => {
      const world = new EngineWorld(
        manyPeers(100, (index) => ({ inMesh: false, bgpRole: roleOf(index) })),
        nodeName,
      );
      const bgp = { links, external: [[], [], router, []] };
      world.list.network = { tunnels: undefined, bgpPassword: 'no', bgp };
      return world;
    };

    it.each([
      ['a client with its reflector', 'node-5', { needed: 1 }],
      ['the reflector with its clients', 'node-0', { needed: 97 }],
      ['a node that speaks with nobody not at all', 'node-99', { needed: 0, untested: 'not-needed' }],
    ])('tests %s, and no other pair', async (_, name, expected) => {
      const world = worldOf(name);
      await world.run(120);
      const visited = world.visits.filter(({ flows }) => flows.includes(bgp)).map(({ peer }) => peer);
      const others = visited.filter((peer) =>
        name === 'node-0' ? ['node-98', 'node-99'].includes(peer) : peer !== 'node-0',
      );
      expect(others).toEqual([]);
      expect(world.flow(bgp)).toMatchObject(expected);
    });

    it('tells of sessions with speakers that are no nodes, and visits none of them', async () => {
      const world = worldOf('node-98');
      world.external = () => ({ needed: 1, up: 1, missing: [] });
      await world.run(30);
      expect(world.flow(bgp)).toMatchObject({ needed: 0, external: { needed: 1, up: 1, missing: [] } });
      expect(world.flow(bgp)?.untested).toBeUndefined();
      expect(world.visits.some(({ flows }) => flows.includes(bgp))).toBe(false);
    });
  });

  it('says that a flow for which it has no test is not built in, and one that a probe could not send why', async () => {
    const world = new EngineWorld();
    world.settings = { profile: { ...bgpAndTypha, encapsulation: ['VXLAN'] }, enabled: true };
    world.network = () => ({ outcome: 'not-tested', reason: 'no-raw-socket' });
    await world.run(15);
    expect(world.flow('vxlan-IPv4')).toMatchObject({ untested: 'not-built-in' });
    expect(world.flow(bgp)).toMatchObject({ untested: 'no-raw-socket' });
  });

  it('lets nobody fail who left the list, or to whom the flow is not needed any more', async () => {
    const { world, peer } = await withOneBlocked(20);
    expect(world.flow(bgp)!.failing.length).toBe(1);
    world.settings = { profile: { ...bgpAndTypha, bgp: false }, enabled: true };
    await world.run(1);
    world.settings = { profile: bgpAndTypha, enabled: true };
    await world.run(1);
    expect(world.flow(bgp)!.failing.map((failing) => failing.peer)).not.toContain(peer);
  });
});

describe('the engines of thirty nodes', () => {
  it('name the node whose firewall drops what comes in, each of them that visits it, and no other', async () => {
    const peers = manyPeers(30);
    const told = await Promise.all(
      peers.map(async ({ name: own }) => {
        const world = new EngineWorld(peers, own);
        world.network = ({ name }, flow) => (name === 'node-7' && flow === bgp ? filtered : open);
        world.standingOf = () => ({ readySince: 0, agentSince: 0, reportedAt: world.clock.wall() });
        await world.run(60);
        return { own, failing: world.flow(bgp)!.failing, covered: world.flow(bgp)!.covered };
      }),
    );
    for (const { own, failing, covered } of told) {
      expect(failing.map(({ peer }) => peer)).toEqual(own === 'node-7' ? [] : ['node-7']);
      expect(failing.every(({ proven }) => proven)).toBe(true);
      expect(covered).toBe(own === 'node-7' ? 29 : 28);
    }
  });
});

describe('the proof that a peer was there', () => {
  const standing =
    (world: EngineWorld, more: { readonly agentSince?: number; readonly late?: number } = {}) =>
    () => ({
      readySince: 0,
      agentSince: more.agentSince ?? 0,
      reportedAt: world.clock.wall() - (more.late ?? 0),
    });

  it('is its own report, of an agent that began before and reported after', async () => {
    const world = new EngineWorld();
    world.standingOf = standing(world);
    const { peer } = await withOneBlocked(20, world);
    expect(world.flow(bgp)!.failing).toMatchObject([{ peer, proven: true }]);
    expect(world.asked).toEqual([peer]);
  });

  it.each<[string, (world: EngineWorld) => ReturnType<EngineWorld['standingOf']>]>([
    ['none', () => undefined],
    ['older than the third strike', (world) => standing(world, { late: 60 * minute })()],
    ['of an agent that began anew', (world) => standing(world, { agentSince: world.clock.wall() })()],
  ])('is missing where the report is %s, and asked for again after each visit', async (_, of) => {
    const world = new EngineWorld();
    world.standingOf = () => of(world);
    const { peer } = await withOneBlocked(30, world);
    expect(world.flow(bgp)!.failing).toMatchObject([{ peer, proven: false }]);
    expect(world.asked.length).toBeLessThanOrEqual(5);
    expect(world.asked.length).toBeGreaterThan(1);
  });

  it('comes with a later visit where an agent had just begun at the first strike, though no report is newer than a visit', async () => {
    const world = new EngineWorld();
    world.standingOf = (peer) => {
      const now = world.clock.wall();
      const firstVisit = now - world.time + (world.visits.find((visit) => visit.peer === peer)?.at ?? 0);
      return { readySince: 0, agentSince: firstVisit - 30_000, reportedAt: now - 4 * minute };
    };
    const { peer } = await withOneBlocked(60, world);
    expect(world.flow(bgp)!.failing).toMatchObject([{ peer, proven: true }]);
  });

  it('is asked of three peers, however many fail', async () => {
    const world = new EngineWorld();
    world.network = () => filtered;
    world.standingOf = standing(world);
    await world.run(40);
    expect(world.flow(bgp)!.failing.length).toBe(10);
    expect(world.asked.length).toBeLessThanOrEqual(6);
    expect(world.flow(bgp)!.failing.filter(({ proven }) => proven).length).toBeGreaterThanOrEqual(3);
  });
});

describe('the proof over a flow that answers nobody by itself', () => {
  const flow = 'wireguard-IPv4';
  const begun = (world: EngineWorld, seconds: number): number =>
    Math.round((world.clock.wall() - world.time) / 1000) + seconds;

  /** All of it is silent; the peer's report says these answers. */
  async function silent(own: boolean, peerAnswers: (world: EngineWorld) => FlowAnswers | undefined) {
    const world = new EngineWorld();
    world.settings = { profile: { ...bgpAndTypha, wireguard: true }, enabled: true };
    world.network = (_, key) => (key === flow ? filtered : open);
    world.answers = own ? { since: begun(world, -600), by: 5 } : undefined;
    world.standingOf = () => {
      const answers = peerAnswers(world);
      return {
        ...{ readySince: 0, agentSince: 0, reportedAt: world.clock.wall() },
        answers: new Map(answers === undefined ? [] : [[flow, answers]]),
      };
    };
    await world.run(60);
    return world.flow(flow)!.failing.map(({ proven }) => proven);
  }

  it('is there where both ends said all the while that they answer', async () => {
    expect(await silent(true, (world) => ({ since: begun(world, -600), by: 5 }))).toContain(true);
  });

  it.each<[string, boolean, (world: EngineWorld) => FlowAnswers | undefined]>([
    ['the peer has an old agent, which answers nobody', true, () => undefined],
    ['the peer has another key', true, (world) => ({ since: begun(world, -600), by: 6 })],
    ['the peer answers only since then', true, (world) => ({ since: Math.round(world.clock.wall() / 1000), by: 5 })],
    ['this agent has no key any more', false, (world) => ({ since: begun(world, -600), by: 5 })],
  ])('is never there where %s', async (_, own, peerAnswers) => {
    const proven = await silent(own, peerAnswers);
    expect(proven.length).toBe(10);
    expect(proven).not.toContain(true);
  });
});
