import { parseStraceSummary, total } from './strace-summary';

const summary = `% time     seconds  usecs/call     calls    errors syscall
------ ----------- ----------- --------- --------- ----------------
 61.41    0.034567           4      8123        12 futex
 20.00    0.011111           1      1200           openat
  0.00    0.000000           0         1         1 access
------ ----------- ----------- --------- --------- ----------------
100.00    0.045678           4      9324        13 total
`;

describe('the summary of strace', () => {
  it('is read by name, with and without errors', () => {
    const calls = parseStraceSummary(summary);

    expect([...calls]).toEqual([
      ['futex', 8123],
      ['openat', 1200],
      ['access', 1],
    ]);
    expect(total(calls)).toBe(9324);
    expect(total(calls, ['openat', 'access', 'openat2'])).toBe(1201);
  });

  it.each([
    ['a row that is not understood', summary.replace('1200           openat', '1200  ?  openat')],
    ['no sum', summary.replace('total', 'sum')],
    ['nothing', ''],
  ])('with %s is not taken for whole', (_, text) => {
    expect(() => parseStraceSummary(text)).toThrow('another format');
  });
});
