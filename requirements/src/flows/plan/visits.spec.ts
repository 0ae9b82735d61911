import type { FlowKey } from '../../model/traffic/flow';
import { samplePeers } from '../testing/sample-peers';
import { epochLength } from './plan-limits';
import { ringOf } from './ring';
import { answersVisit, initialResponder } from './responder';
import type { Outcome } from './suspects';
import { testReport } from './test-report';
import type { Visit } from './visit';
import type { TestState } from './visits';
import { initialState, nextVisits, withOutcomes } from './visits';

const minute = 60_000;
const start = 100 * 25 * epochLength;
const ring = ringOf(samplePeers(100));
const self = ring.peers[0]!.key;

type Answer = (target: number, at: number, flow: FlowKey) => Outcome;

/** Runs a node alone, a step each ten seconds. */
function run(
  answer: Answer,
  minutes: number,
  { enabled = true, among = () => ring, begun = initialState(start) } = {},
) {
  let state: TestState = begun;
  const visits: (Visit & { readonly at: number })[] = [];
  for (let now = begun.since; now < begun.since + minutes * minute; now += 10_000) {
    const next = nextVisits(state, { ring: among(), self, enabled }, now);
    visits.push(...next.visits.map((visit) => ({ ...visit, at: now })));
    state = withOutcomes(
      next.state,
      next.visits.map(({ target, flows = ['vxlan-IPv4'], counts }) => ({
        target,
        at: now,
        counts,
        outcomes: new Map(flows.map((flow) => [flow, answer(target, now, flow)])),
      })),
    );
  }
  return { state, visits, report: testReport(state)[0] };
}

/** A peer that the plan visits early. */
const early = run(() => 'open', 10).visits[0]!.target;
const failing = (report: ReturnType<typeof run>['report']) => report?.failing.map(({ target }) => target);

describe('the tests of a node', () => {
  it('find nothing where nothing is blocked, and count the peers', () => {
    const { report } = run(() => 'open', 160);
    expect(report).toMatchObject({ flow: 'vxlan-IPv4', blocked: 0, failing: [] });
    expect(report!.tested).toBeGreaterThan(50);
  });

  it.each([2, 5, 21])('count each peer of %d nodes once, however often it was visited', (nodes) => {
    const small = ringOf(ring.peers.slice(0, nodes));
    const among = () => small;
    const { state } = run(() => 'open', 27, { among });
    const { report, visits } = run(() => 'open', 15, { among, begun: state });
    expect(visits.length, 'each was visited again').toBeGreaterThanOrEqual(nodes - 1);
    expect(report).toMatchObject({ tested: nodes - 1, blocked: 0 });
  });

  it('count each peer of a large ring once, as it was found last', () => {
    const seen = new Map<number, Outcome>();
    const blockedAtFirst: Answer = (target, at) => {
      const outcome = seen.has(target) && at > start + 16 * minute ? 'open' : 'blocked';
      seen.set(target, outcome);
      return outcome;
    };
    const { report } = run(blockedAtFirst, 27);
    expect(report!.tested).toBe(seen.size);
    expect(report!.blocked).toBeLessThan([...seen.values()].length);
    expect(report!.blocked).toBeGreaterThanOrEqual([...seen.values()].filter((one) => one === 'blocked').length);
  });

  it('count a peer no longer that needs the flow no longer', () => {
    const { state } = run(() => 'open', 27);
    const [all] = testReport(state);
    const [others] = testReport(state, (target) => target !== early);
    expect(others!.tested).toBe(all!.tested - 1);
    expect(testReport(state, () => false)).toEqual([]);
  });

  it('fail a peer at the third strike, within ten minutes of the first', () => {
    const { report, visits } = run((target) => (target === early ? 'blocked' : 'open'), 20);
    expect(failing(report)).toEqual([early]);
    const [first, , third] = visits.filter(({ target }) => target === early).map(({ at }) => at);
    expect(third! - first!).toBeLessThanOrEqual(10 * minute);
  });

  it.each([1, 2])('fail nobody by %d strikes', (strikes) => {
    let left = strikes;
    const { report } = run((target) => (target === early && (left -= 1) >= 0 ? 'blocked' : 'open'), 60);
    expect(failing(report)).toEqual([]);
  });

  it('fail nobody who refuses to be tested again', () => {
    let left = 2;
    const { report } = run((target) => (target !== early ? 'open' : (left -= 1) >= 0 ? 'blocked' : 'not-tested'), 120);
    expect(failing(report)).toEqual([]);
  });

  it('clear a peer as soon as it answers, and visit it less and less until then', () => {
    const until = start + 300 * minute;
    const blocked: Answer = (target, at) => (target === early && at < until ? 'blocked' : 'open');
    const { report, visits } = run(blocked, 400);
    const again = visits.filter(({ target, flows }) => target === early && flows !== undefined);
    expect(again.length).toBeLessThan(12);
    expect(failing(report)).toEqual([]);
  });

  it.each([
    ['left', () => ringOf(ring.peers.filter(({ key }) => key !== early))],
    [
      'cannot answer',
      () => ringOf(ring.peers.map((peer) => (peer.key === early ? { ...peer, answers: false } : peer))),
    ],
  ])('neither visit nor name a peer that %s', (_, without) => {
    const { state } = run((target) => (target === early ? 'blocked' : 'open'), 20);
    const later = run(() => 'blocked', 5, { among: without, begun: state });
    expect(failing(later.report)).not.toContain(early);
    expect(later.visits.some(({ target }) => target === early)).toBe(false);
  });

  it('name ten of many, and visit no more than a node that is not cut off by half', () => {
    const { report, visits } = run(() => 'blocked', 120);
    expect(report!.failing.length).toBe(10);
    expect(report!.blocked).toBe(report!.tested);
    expect(visits.length).toBeLessThan(run(() => 'open', 120).visits.length * 1.5);
  });

  it('visit nobody when they are switched off, and forget', () => {
    const { state } = run(() => 'blocked', 20);
    const { visits, report } = run(() => 'blocked', 20, { enabled: false, begun: state });
    expect([visits, report]).toEqual([[], undefined]);
  });

  it('make at most ten visits at once, whatever was missed', () => {
    const { visits } = nextVisits(initialState(start), { ring, self, enabled: true }, start + 10 * epochLength);
    expect(visits.length).toBe(10);
  });
});

describe('a responder', () => {
  const visits = run(() => 'open', 60).visits;
  const { target, at } = visits[3]!;
  const ask = (now: number, more: object = {}) =>
    answersVisit(initialResponder(now), { ring, self: target, visitor: self, retest: false, ...more }, now);

  it('answers what is planned, and the same visitor for a while', () => {
    const first = ask(at);
    expect(first.answers).toBe(true);
    const later = answersVisit(first.state, { ring, self: target, visitor: self, retest: false }, at + 12 * minute);
    expect(later.answers).toBe(true);
  });

  it('refuses strangers, and what no plan has', () => {
    expect(ask(at, { visitor: 1 }).answers).toBe(false);
    const ofTarget = visits.filter((one) => one.target === target).map((one) => one.at);
    const quiet = Array.from({ length: 60 }, (_, index) => start + index * minute).find((time) =>
      ofTarget.every((one) => Math.abs(one - time) > 7 * minute),
    );
    expect(quiet === undefined || ask(quiet).answers).toBe(false);
    expect(quiet).toBeDefined();
    expect(ask(at, { self: self }).answers).toBe(false);
  });

  it('answers retests while it has not much to do, and nothing when it has too much', () => {
    let state = initialResponder(at);
    const answers = Array.from({ length: 60 }, () => {
      const next = answersVisit(state, { ring, self: target, visitor: self, retest: true }, at);
      state = next.state;
      return next.answers;
    });
    expect(answers[0]).toBe(true);
    expect(answers.filter(Boolean).length).toBe(40);
  });
});
