import { probesTable, table } from './print-tables';

describe('a table for a terminal', () => {
  it('is aligned, the first column to the left', () => {
    expect(table(['what', 'much'], [['a check', '5'], ['all', '12,000'], ['no more']])).toEqual([
      'what       much',
      'a check       5',
      'all      12,000',
      'no more',
    ]);
  });

  it('without rows is its head', () => {
    expect(table(['what', 'much'], [])).toEqual(['what  much']);
  });

  it('of probes has what each asks for under the words for it', () => {
    const [head, row] = probesTable([
      { probe: 'cloud', lookedAt: 17, links: 0, listed: 1, opened: 2, reads: 4, kilobytes: 3 },
    ]);
    expect(head?.split(/ {2,}/).slice(1)).toEqual(['looks at paths', 'links', 'lists', 'opens', 'reads', 'KB']);
    expect(row?.split(/ +/)).toEqual(['cloud', '17', '0', '1', '2', '4', '3']);
  });
});
