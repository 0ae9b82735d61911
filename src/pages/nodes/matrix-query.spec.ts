import fc from 'fast-check';
import { connectivityStates } from '@calico-readiness/requirements';
import { chapterKeys } from '../../fleet/columns';
import { groupings } from '../../fleet/groups/group-rows';
import { rowVerdicts } from '../../fleet/node-row';
import { pageSizes, readQuery, writeQuery } from './matrix-query';
import type { MatrixQuery } from './matrix-query';

const plain = readQuery(new URLSearchParams());

describe('the address of the matrix', () => {
  it('is empty when everything is as usual', () => {
    expect(writeQuery(plain).toString()).toBe('');
  });

  it.each([
    'page=-3',
    'page=many',
    'perPage=7',
    'sortBy=colour',
    'orderBy=up',
    'verdict=Superb',
    'group=colour',
    'open=worker&group=none',
    'cell=nothing',
    'cell=/x',
    'cell=x/',
  ])('takes %s for not said', (text) => {
    expect(readQuery(new URLSearchParams(text))).toEqual(plain);
  });

  it('reads what it wrote', () => {
    const name = fc.stringMatching(/^[a-z0-9.-]{1,20}$/);
    const query: fc.Arbitrary<MatrixQuery> = fc.record({
      filter: fc.record({
        name: fc.string(),
        labels: fc.uniqueArray(fc.stringMatching(/^[a-z0-9./=-]{1,20}$/)),
        verdicts: fc.subarray([...rowVerdicts]),
        connectivity: fc.subarray([...connectivityStates]),
        pools: fc.uniqueArray(fc.string()),
        zones: fc.uniqueArray(fc.string()),
        requirements: fc.uniqueArray(fc.string()),
        reasons: fc.uniqueArray(fc.string()),
      }),
      grouping: fc.constantFrom(...groupings),
      openGroups: fc.uniqueArray(fc.string()),
      sortBy: fc.constantFrom('verdict' as const, 'name' as const),
      orderBy: fc.constantFrom('asc' as const, 'desc' as const),
      page: fc.integer({ min: 1, max: 1000 }),
      perPage: fc.constantFrom(...pageSizes),
      expanded: fc.subarray([...chapterKeys]),
      hidden: fc.uniqueArray(fc.string({ minLength: 1 })),
      showNotApplicable: fc.boolean(),
      onlyChanged: fc.boolean(),
      cell: fc.option(fc.record({ node: name, column: fc.string({ minLength: 1 }) })),
      compare: fc.option(fc.record({ one: name, other: name })),
    });
    fc.assert(
      fc.property(query, (written) => {
        // Without groups there are none to open.
        const openGroups = written.grouping === 'none' ? [] : written.openGroups;
        expect(readQuery(new URLSearchParams(writeQuery(written).toString()))).toEqual({ ...written, openGroups });
      }),
    );
  });
});
