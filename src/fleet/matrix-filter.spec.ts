import { buildFleet } from './build-fleet';
import { emptyFilter, filterRows } from './matrix-filter';
import type { MatrixFilter } from './matrix-filter';
import { sortRows } from './sort-rows';
import { nodeObject } from '../testing/cluster-objects';
import { finding, reportObject, testNow, untestedFlows } from '../testing/reports';

const { rows } = buildFleet(
  [
    nodeObject('worker-2', { labels: { zone: 'north' } }),
    nodeObject('worker-10', { labels: { zone: 'south' } }),
    nodeObject('infra-1', { role: 'infra' }),
    nodeObject('lone'),
    nodeObject('master-1', { role: 'master' }),
  ],
  [
    reportObject('worker-2', { findings: [finding('firewalld-disabled Fail FirewalldActive')] }),
    reportObject('worker-10', {
      findings: [finding('firewalld-disabled Fail FirewalldStartsAtBoot'), finding('ip-sets Fail ModuleMissing')],
    }),
    reportObject('infra-1', { age: 9999, findings: [finding('firewalld-disabled Fail FirewalldActive')] }),
    reportObject('master-1', { findings: untestedFlows() }),
  ],
  [],
  testNow,
);

describe('filterRows', () => {
  it.each<[string, Partial<MatrixFilter>, string[]]>([
    ['nothing', {}, ['worker-2', 'worker-10', 'infra-1', 'lone', 'master-1']],
    ['part of a name in any case', { name: ' WORK' }, ['worker-2', 'worker-10']],
    ['a label', { labels: ['zone'] }, ['worker-2', 'worker-10']],
    ['a label with its value', { labels: ['zone=south'] }, ['worker-10']],
    ['labels that do not go together', { labels: ['zone=south', 'zone=north'] }, []],
    ['one of several verdicts', { verdicts: ['Stale', 'NoReport'] }, ['infra-1', 'lone']],
    ['connectivity', { connectivity: ['NotVerified'] }, ['infra-1', 'lone', 'master-1']],
    ['a pool', { pools: ['infra', 'master'] }, ['infra-1', 'master-1']],
    [
      'a requirement that is not met in a current report',
      { requirements: ['firewalld-disabled'] },
      ['worker-2', 'worker-10'],
    ],
    ['a cause', { requirements: ['firewalld-disabled'], reasons: ['FirewalldActive'] }, ['worker-2']],
    ['a pool and a verdict together', { pools: ['worker'], verdicts: ['NoReport'] }, ['lone']],
  ])('lets through what fits %s', (_title, filter, names) => {
    expect(filterRows(rows, { ...emptyFilter, ...filter }).map((row) => row.name)).toEqual(names);
  });
});

describe('sortRows', () => {
  it.each([
    ['verdict', 'asc', ['worker-10', 'worker-2', 'infra-1', 'lone', 'master-1']],
    ['verdict', 'desc', ['master-1', 'lone', 'infra-1', 'worker-2', 'worker-10']],
    ['name', 'asc', ['infra-1', 'lone', 'master-1', 'worker-2', 'worker-10']],
    ['name', 'desc', ['worker-10', 'worker-2', 'master-1', 'lone', 'infra-1']],
  ] as const)('sorts by %s, %s', (key, order, names) => {
    expect(sortRows(rows, key, order).map((row) => row.name)).toEqual(names);
  });
});
