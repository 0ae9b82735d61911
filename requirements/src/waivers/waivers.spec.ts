import fc from 'fast-check';
import type { Verdict } from '../model/finding';
import { verdicts } from '../model/finding';
import { inEnglish } from '../model/message';
import { ActiveWaivers, nextExpiry } from './active-waivers';
import { verdictWithWaivers, waiverOf } from './covered-findings';
import { readWaivers } from './read-waivers';
import { timeOf } from './waiver-faults';
import { repeatedWaivers, WaiverCount } from './waiver-use';

const now = Date.parse('2026-05-01T12:00:00Z');
const labels = { zone: 'a' };
const waiver = (changes: object = {}) => ({
  requirement: 'firewalld-disabled',
  reason: 'moves to nftables in June',
  owner: 'network team',
  expiry: '2026-06-01T00:00:00Z',
  ...changes,
});
const of = (...waivers: readonly unknown[]) => readWaivers(waivers);
const active = (...waivers: readonly unknown[]) => new ActiveWaivers(of(...waivers).usable, now).ofNode(labels);
const finding = (requirement: string, verdict: Verdict) => ({ requirement, verdict });

describe('a waiver of a policy', () => {
  it.each<[string, unknown, RegExp]>([
    ['is no object', 'firewalld-disabled', /no id/],
    ['has no requirement', waiver({ requirement: undefined }), /no id/],
    ['has a requirement that is no id', waiver({ requirement: '<b>' }), /no id/],
    ['has no expiry', waiver({ expiry: undefined }), /no RFC 3339 time/],
    ['has an expiry that is a word', waiver({ expiry: 'never' }), /no RFC 3339 time/],
    ['has an expiry without a zone', waiver({ expiry: '2026-06-01T00:00:00' }), /no RFC 3339 time/],
    ['has an expiry that is a day alone', waiver({ expiry: '2026-06-01' }), /no RFC 3339 time/],
    ['ends on a day that there is not', waiver({ expiry: '2026-02-30T00:00:00Z' }), /no RFC 3339 time/],
    ['has no reason', waiver({ reason: ' ' }), /reason is empty/],
    ['has no owner', waiver({ owner: undefined }), /owner is empty/],
    ['has a bad operator', waiver({ nodeSelector: { matchExpressions: [{ key: 'a', operator: 'Gt' }] } }), /operator/],
  ])('that %s is invalid, says why, and covers nothing', (_, written, problem) => {
    const read = of(written);
    expect(read.usable).toEqual([]);
    expect(read.invalid).toMatchObject([{ index: 0 }]);
    expect(inEnglish(read.invalid[0]!.problem)).toMatch(problem);
    expect(active(written).size).toBe(0);
  });

  it('leaves the others be when it is invalid', () => {
    expect(of('broken', waiver()).usable).toMatchObject([{ index: 1 }]);
  });

  it.each([undefined, null, [], 'none', {}])('is not there where waivers are %j', (written) => {
    expect(readWaivers(written).usable).toEqual([]);
  });

  it('beyond the bound of the list covers nothing, which is said once', () => {
    const read = of(...Array.from({ length: 70 }, (_, at) => waiver({ requirement: `requirement-${at}` })));
    expect(read.usable).toHaveLength(64);
    expect(read.invalid).toMatchObject([{ index: 64, requirement: '' }]);
    expect(inEnglish(read.invalid[0]!.problem)).toContain('more than 64 waivers');
  });

  it('that repeats the requirement and the nodes of an earlier one names it', () => {
    const expressions = { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] };
    const there = { nodeSelector: { matchLabels: { zone: 'a' } } };
    const { usable } = of(
      waiver({ ...there, expiry: '2026-04-01T00:00:00Z' }),
      waiver(there),
      waiver({ nodeSelector: {} }),
      waiver({ nodeSelector: expressions, owner: 'another team' }),
    );
    // The first has ended, and the second renews it.
    expect([...repeatedWaivers(usable, now)]).toEqual([[3, 1]]);
  });

  it('is read or refused whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.constant(waiver()))), (written) => {
        const { usable, invalid } = readWaivers(written);
        expect(usable.length + invalid.length).toBeGreaterThanOrEqual(Math.min(written.length, 64));
      }),
    );
  });

  it.each<[string, number | undefined]>([
    ['2026-06-01T00:00:00Z', Date.UTC(2026, 5, 1)],
    ['2026-06-01t02:00:00.5+02:00', Date.UTC(2026, 5, 1) + 500],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2026-02-29T00:00:00Z', undefined],
    ['2026-13-01T00:00:00Z', undefined],
    ['2026-06-01T25:00:00Z', undefined],
    [`2026-06-01T00:00:00.${'0'.repeat(100_000)}Z`, undefined],
  ])('ends at %s as RFC 3339 has it', (text, time) => {
    expect(timeOf(text)).toBe(time);
  });
});

describe('the waivers of a node', () => {
  it('are those whose selector selects it', () => {
    const there = waiver({ nodeSelector: { matchLabels: { zone: 'a' } } });
    const elsewhere = waiver({ requirement: 'ebpf', nodeSelector: { matchLabels: { zone: 'b' } } });
    expect([...active(there, elsewhere).keys()]).toEqual(['firewalld-disabled']);
  });

  it('hold until their expiry, and no longer at it', () => {
    const { usable } = of(waiver());
    const end = Date.parse('2026-06-01T00:00:00Z');
    expect(new ActiveWaivers(usable, end - 1).ofNode(labels).size).toBe(1);
    expect(new ActiveWaivers(usable, end).ofNode(labels).size).toBe(0);
    expect(nextExpiry(usable, now)).toBe(end);
    expect(nextExpiry(usable, end)).toBeUndefined();
  });

  it('of several for one requirement are the one that ends last', () => {
    const [short, long] = [waiver({ expiry: '2026-05-02T00:00:00Z' }), waiver({ owner: 'long' })];
    for (const waivers of [active(short, long), active(long, short)])
      expect(waivers.get('firewalld-disabled')?.owner).toBe('long');
  });

  it('cover what is not met or is Unknown, and nothing that is met or does not apply', () => {
    const covered = verdicts.filter((verdict) => waiverOf(active(waiver()), finding('firewalld-disabled', verdict)));
    expect(covered).toEqual(['Warn', 'Fail', 'Unknown']);
    expect(waiverOf(active(waiver()), finding('ebpf', 'Fail'))).toBeUndefined();
  });
});

describe('the verdict of a node with waivers', () => {
  const firewalld = finding('firewalld-disabled', 'Fail');

  it.each<[string, Parameters<typeof verdictWithWaivers>, string]>([
    ['is NotReady without one', ['NotReady', [firewalld], active()], 'NotReady'],
    [
      'is another than Ready where all that fails is waived',
      ['NotReady', [firewalld], active(waiver())],
      'ReadyWithWaivers',
    ],
    [
      'stays NotReady where something else fails',
      ['NotReady', [firewalld, finding('ip-sets', 'Fail')], active(waiver())],
      'NotReady',
    ],
    [
      'is Unknown where something else is',
      ['NotReady', [firewalld, finding('ip-sets', 'Unknown')], active(waiver())],
      'Unknown',
    ],
    [
      'is no longer Unknown where that is waived',
      ['Unknown', [finding('firewalld-disabled', 'Unknown')], active(waiver())],
      'ReadyWithWaivers',
    ],
    ['stays Ready where it was', ['Ready', [finding('firewalld-disabled', 'Warn')], active(waiver())], 'Ready'],
    [
      'is not touched by a waiver for what is met',
      ['NotReady', [finding('ip-sets', 'Fail')], active(waiver())],
      'NotReady',
    ],
    [
      'is what the report claims where that is less than its findings say',
      ['NotReady', [finding('firewalld-disabled', 'Unknown')], active(waiver())],
      'NotReady',
    ],
    [
      'does not mind findings that are met',
      ['NotReady', [finding('ebpf', 'Pass'), firewalld], active(waiver())],
      'ReadyWithWaivers',
    ],
  ])('%s', (_, parameters, expected) => {
    expect(verdictWithWaivers(...parameters)).toBe(expected);
  });

  it('is never Ready because of a waiver', () => {
    const ids = ['firewalld-disabled', 'ip-sets', 'ebpf', 'from-another-catalogue'];
    const findings = fc.array(
      fc.record({ requirement: fc.constantFrom(...ids), verdict: fc.constantFrom(...verdicts) }),
    );
    fc.assert(
      fc.property(fc.constantFrom('NotReady', 'Unknown'), findings, fc.subarray(ids), (claimed, found, waived) => {
        const waivers = active(...waived.map((requirement) => waiver({ requirement })));
        expect(verdictWithWaivers(claimed, found, waivers)).not.toBe('Ready');
      }),
    );
  });
});

describe('what waivers come to', () => {
  it('is said of each, in the order of the policy', () => {
    const read = of(
      waiver({ requirement: 'no' }),
      waiver(),
      { requirement: 'ebpf' },
      waiver({ expiry: '2026-04-01T00:00:00Z' }),
    );
    const count = new WaiverCount();
    const covering = active(waiver({ requirement: 'no' }), waiver()).get('firewalld-disabled')!;
    count.add(covering);
    count.add(covering);
    expect(count.uses(read, now)).toEqual([
      { index: 0, requirement: 'no', state: 'MatchesNothing', nodes: 0 },
      { index: 1, requirement: 'firewalld-disabled', state: 'Active', nodes: 2 },
      { index: 2, requirement: 'ebpf', state: 'Invalid', nodes: 0, problem: { text: 'expiry is no RFC 3339 time' } },
      { index: 3, requirement: 'firewalld-disabled', state: 'Expired', nodes: 0 },
    ]);
  });
});
