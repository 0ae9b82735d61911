import { buildFleet } from '../build-fleet';
import { nodeObject } from '../../testing/cluster-objects';
import { finding, reportObject, testNow } from '../../testing/reports';
import { groupRows } from './group-rows';
import type { Grouping } from './group-rows';

const firewalld = finding('firewalld-disabled Fail FirewalldActive');
const masked = finding('firewalld-disabled Fail FirewalldEnabled');
const ipSets = finding('ip-sets Fail ModuleMissing');
const zone = (name: string) => ({ 'topology.kubernetes.io/zone': name });

const worstFirst = { by: 'verdict', order: 'asc' } as const;

const nodes = [
  nodeObject('a', { labels: zone('north') }),
  nodeObject('b', { role: 'infra', labels: zone('north') }),
  nodeObject('c', { labels: zone('south') }),
  nodeObject('d'),
  nodeObject('e'),
  nodeObject('f'),
];
const kernel = (kernelRelease: string) => ({ facts: { kernelRelease } });
const fleet = buildFleet(
  nodes,
  [
    reportObject('a', { status: kernel('5.14.0') }),
    reportObject('b', { findings: [{ ...firewalld, observed: 'active', since: '2026-11-21T16:10:00Z' }] }),
    reportObject('c', { findings: [{ ...firewalld, observed: 'active, enabled' }] }),
    reportObject('d', { findings: [firewalld, ipSets] }),
    reportObject('e', { findings: [firewalld], age: 99_999 }),
  ],
  [],
  testNow,
);
const grouped = (grouping: Exclude<Grouping, 'none'>, sorting: Parameters<typeof groupRows>[2] = worstFirst) =>
  groupRows(fleet.rows, grouping, sorting).map(({ value, rows }) => [value, rows.map(({ name }) => name).join()]);

describe('groups of rows', () => {
  it('have the same verdict for the same reason in each requirement, whatever was seen and since when', () => {
    expect(grouped('findings')).toEqual([
      ['', 'd'],
      ['', 'b,c'],
      ['', 'e'],
      ['', 'f'],
      ['', 'a'],
    ]);
  });

  it('tell reasons apart', () => {
    const two = buildFleet(
      [nodeObject('a'), nodeObject('b')],
      [reportObject('a', { findings: [firewalld] }), reportObject('b', { findings: [masked] })],
      [],
      testNow,
    );
    expect(groupRows(two.rows, 'findings', worstFirst)).toHaveLength(2);
  });

  it.each([
    [
      'pool',
      [
        ['worker', 'a,c,d,e,f'],
        ['infra', 'b'],
      ],
    ],
    [
      'zone',
      [
        ['', 'd,e,f'],
        ['north', 'a,b'],
        ['south', 'c'],
      ],
    ],
    [
      'kernel',
      [
        ['', 'b,c,d,e,f'],
        ['5.14.0', 'a'],
      ],
    ],
  ] as const)('by %s come with the most failing requirements first', (grouping, expected) => {
    expect(grouped(grouping)).toEqual(expected);
  });

  it('of the same number of failing requirements come by size', () => {
    expect(grouped('system')[0]?.[1]).toBe('b,c,d,e');
  });

  it('can be sorted by name', () => {
    expect(grouped('zone', { by: 'name', order: 'desc' }).map(([value]) => value)).toEqual(['south', 'north', '']);
  });

  it('keep the name of an address over a reload, whatever the order of the findings in the report', () => {
    const report = reportObject('b', { findings: [firewalld] });
    const turned = { ...report, status: { ...report.status, findings: [...report.status.findings].reverse() } };
    const other = buildFleet([nodeObject('b')], [turned], [], testNow);
    const ids = groupRows(fleet.rows, 'findings', worstFirst).map(({ id }) => id);
    expect(ids[1]).toBe(groupRows(other.rows, 'findings', worstFirst)[0]?.id);
    expect(new Set(ids).size).toBe(5);
  });

  it('stay the same objects while they say the same', () => {
    const before = groupRows(fleet.rows, 'pool', worstFirst);
    const after = groupRows([...fleet.rows], 'pool', worstFirst, before);
    expect(after[0]).toBe(before[0]);
    expect(groupRows(fleet.rows.slice(1), 'pool', worstFirst, before)[0]).not.toBe(before[0]);
  });

  it('know how many requirements fail on one of their nodes, and do not count stale reports', () => {
    const count = (grouping: 'pool' | 'findings') =>
      groupRows(fleet.rows, grouping, worstFirst).map(({ failing }) => failing);
    expect(count('pool')).toEqual([2, 1]);
    expect(count('findings')).toEqual([2, 1, 0, 0, 0]);
  });
});
