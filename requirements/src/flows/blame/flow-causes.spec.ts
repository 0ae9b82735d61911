import { inEnglish } from '../../model/message';
import { defaultProfileValues } from '../../model/profile-defaults';
import type { FlowKey } from '../../model/traffic/flow';
import type { FailingPeer } from '../plan/test-report';
import { epochLength } from '../plan/plan-limits';
import { ringOf } from '../plan/ring';
import { samplePeers } from '../testing/sample-peers';
import { causeSentence } from './cause-sentence';
import { coverageAt, groupMembers } from './coverage';
import type { FlowAnswers } from '../../model/traffic/flow-tests';
import type { SourceReport, Standing } from './failed-edges';
import { flowEvidence } from './failed-edges';
import { flowCauses } from './flow-causes';

const minute = 60_000;
const now = 400_000 * 25 * epochLength;
const at: Omit<FailingPeer, 'target'> = {
  firstAt: now - 60 * minute,
  failedAt: now - 53 * minute,
  recentAt: now - 20 * minute,
  lastAt: now - 10 * minute,
};
const there: Standing = { readySince: 0, agentSince: 0, reportedAt: now - minute };

/** What all of so many nodes report after some pairs failed; every node tests every other. */
function told(
  count: number,
  fails: (source: number, target: number, flow: FlowKey) => boolean,
  flows: readonly FlowKey[],
  answersOf: (place: number) => FlowAnswers | undefined = () => ({ since: 0, by: 1 }),
  visitsOfEach = 1,
) {
  const ring = ringOf(samplePeers(count));
  const places = Array.from({ length: count }, (_, place) => place);
  const reports: SourceReport[] = places.map((source) => ({
    source: ring.peers[source]!.key,
    flows: flows.map((flow) => {
      const failing = places.filter((target) => target !== source && fails(source, target, flow));
      const named = failing.slice(0, 10).map((target) => ({ target: ring.peers[target]!.key, ...at }));
      const answers = answersOf(source);
      const [tested, blocked] = [(count - 1) * visitsOfEach, failing.length * visitsOfEach];
      return { flow, tested, blocked, failing: named, ...(answers && { answers }) };
    }),
  }));
  const standings = new Map(ring.peers.map(({ key }) => [key, there]));
  const causes = flowCauses(ring, reports, standings, now);
  const names = ring.peers.map(({ name }) => name);
  const said = causes.map((cause) => inEnglish(causeSentence(cause, ring, defaultProfileValues.ports)));
  return {
    said: said.map((text) => names.reduce((line, name, place) => line.replaceAll(name, `#${String(place)}`), text)),
    causes,
  };
}

describe('the causes of failing flows', () => {
  const bgp: readonly FlowKey[] = ['bgp-IPv4', 'typha-IPv4'];
  const tunnel: readonly FlowKey[] = ['vxlan-IPv4', 'vxlan-IPv4-large'];

  it('are of no more pairs than there are, however often each was visited', () => {
    const { said } = told(20, (_, target) => target === 5, ['bgp-IPv4'], undefined, 3);
    expect(said).toEqual(['TCP 179 to #5 is filtered: 19 pairs']);
  });

  it.each<[string, (source: number, target: number, flow: FlowKey) => boolean, readonly FlowKey[], readonly string[]]>([
    ['nothing', () => false, bgp, []],
    ['one pair', (s, t) => s === 3 && t === 5, ['bgp-IPv4'], ['TCP 179 from #3 to #5 is filtered']],
    [
      'one pair both ways',
      (s, t) => s + t === 8 && (s === 3 || t === 3),
      ['bgp-IPv4'],
      ['TCP 179 between #3 and #5 is filtered'],
    ],
    ['a target', (_, t) => t === 5, ['bgp-IPv4'], ['TCP 179 to #5 is filtered: 19 pairs']],
    ['a target of two flows', (_, t) => t === 5, bgp, ['TCP 179, TCP 5473 to #5 is filtered: 19 pairs']],
    ['a source', (s) => s === 5, ['bgp-IPv4'], ['TCP 179 from #5 is filtered: 19 pairs']],
    ['a node', (s, t) => s === 5 || t === 5, ['bgp-IPv4'], ['TCP 179 from and to #5 is filtered: 38 pairs']],
    ['everything', () => true, ['ipip-IPv4'], ['IP protocol 4 is filtered between all nodes: 380 pairs']],
    ['small and large packets', (_, t) => t === 5, tunnel, ['UDP 4789 to #5 is filtered: 19 pairs']],
    [
      'large packets',
      (_, t, flow) => t === 5 && flow.endsWith('large'),
      tunnel,
      ['UDP 4789 to #5 is filtered: 19 pairs'],
    ],
  ])('are told for %s', (_, fails, flows, expected) => {
    expect(told(20, fails, flows).said).toEqual(expected);
  });

  it.each<[string, (place: number) => FlowAnswers | undefined]>([
    ['has an old agent, which answers nobody', (place) => (place === 5 ? undefined : { since: 0, by: 1 })],
    ['has another key or port', (place) => ({ since: 0, by: place === 5 ? 2 : 1 })],
    ['answered only later', (place) => ({ since: place === 5 ? Math.round(now / 1000) : 0, by: 1 })],
  ])('are none for a silent peer that %s, of flows that answer nobody by themselves', (_, answersOf) => {
    const fails = (_s: number, t: number): boolean => t === 5;
    expect(told(20, fails, ['vxlan-IPv4'], answersOf).said).toEqual([]);
    expect(told(20, fails, ['bgp-IPv4'], answersOf).said).toEqual(['TCP 179 to #5 is filtered: 19 pairs']);
  });

  it('say of large packets that only they are lost', () => {
    expect(told(20, (_, t, flow) => t === 5 && flow.endsWith('large'), tunnel).causes[0]?.onlyLarge).toBe(true);
    expect(told(20, (_, t) => t === 5, tunnel).causes[0]?.onlyLarge).toBe(false);
  });

  it('are at most twenty for each flow, whatever fails', () => {
    expect(told(60, (s, t) => (s * 7 + t * 11) % 13 === 0, ['bgp-IPv4']).causes.length).toBeLessThanOrEqual(20);
  });
});

describe('a failing pair', () => {
  const ring = ringOf(samplePeers(5));
  const [source, target] = [ring.peers[0]!, ring.peers[1]!];
  const report: SourceReport = {
    source: source.key,
    flows: [{ flow: 'bgp-IPv4', tested: 4, blocked: 1, failing: [{ target: target.key, ...at }] }],
  };
  const edges = (standing: Partial<Standing> | undefined, among = ring): number => {
    const standings = new Map(standing === undefined ? [] : [[target.key, { ...there, ...standing }]]);
    return flowEvidence(among, [report], standings).get('bgp-IPv4')?.edges.length ?? 0;
  };

  it.each<[string, Partial<Standing> | undefined, number]>([
    ['counts where the peer was there', {}, 1],
    ['is Unknown without the peer', undefined, 0],
    ['is Unknown where the peer is not ready, or cordoned', { readySince: undefined }, 0],
    ['is Unknown where it became ready in between', { readySince: now - 15 * minute }, 0],
    ['is Unknown where its agent began in between', { agentSince: now - 15 * minute }, 0],
    ['is Unknown where its agent is silent since before', { reportedAt: now - 54 * minute }, 0],
    ['counts where the agent reported after the third strike', { reportedAt: now - 52 * minute }, 1],
    ['counts by the last strikes, where the agent began after the first', { agentSince: now - 40 * minute }, 1],
  ])('%s', (_, standing, count) => {
    expect(edges(standing)).toBe(count);
  });

  it('is Unknown where the list says that the peer cannot answer, or has it no more', () => {
    expect(edges({}, ringOf(ring.peers.map((peer) => ({ ...peer, answers: peer !== target }))))).toBe(0);
    expect(edges({}, ringOf(ring.peers.filter((peer) => peer !== target)))).toBe(0);
  });
});

describe('what the plan tested', () => {
  const ring = ringOf(samplePeers(500));
  const coverage = coverageAt(ring, now);

  it('is the same asked from either side, and by groups', () => {
    const members = groupMembers(ring, [...ring.groups.zone.values()][0] ?? []);
    for (const one of [0, 17, 499]) {
      const sources = new Set(coverage.sourcesOf(one));
      const every = ring.peers.map((_, place) => place);
      expect(every.filter((source) => source !== one && coverage.covers(source, one))).toEqual(
        every.filter((source) => sources.has(source)),
      );
      const targets = every.filter((target) => coverage.covers(one, target));
      const inside = targets.filter(
        (target) =>
          ring.groups.zone.get(ring.peers[target]!.zone)?.includes(target) &&
          ring.peers[target]!.zone === [...ring.groups.zone.keys()][0],
      );
      expect(coverage.shareIn(one, members)).toBeCloseTo(inside.length / targets.length, 9);
    }
  });
});
