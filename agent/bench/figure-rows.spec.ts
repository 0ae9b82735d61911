import { figureRow, figureRows } from './figure-rows';

describe('a row of figures', () => {
  it('sets CPU time beside the yardstick and its target', () => {
    expect(figureRow('checkCpu', { bareNode: 50, checkCpu: 205.4 })).toEqual({
      title: 'One `check -o json`',
      value: '205 ms',
      ratio: '4.1 ×',
      target: '≤ 210 ms',
      met: 'met',
    });
  });

  it.each([
    ['checkCalls', 9_000, '9,000', 'met'],
    ['checkCalls', 9_001, '9,001', 'not met'],
    ['agentResident', 64.04, '64 MB', 'not met'],
    ['observationCpu', 29.96, '30 ms', 'met'],
    ['missedObservations', 0, '0', 'met'],
    ['unpublished', 1, '1', 'not met'],
    ['agentMinutes', 10, '10 minutes', ''],
  ] as const)('writes %s of %d as %s: %s', (name, value, written, met) => {
    expect(figureRow(name, { [name]: value })).toMatchObject({ value: written, ratio: '', met });
  });

  it('of what was not measured has a target and no value', () => {
    expect(figureRow('evaluation', {})).toMatchObject({ value: '', ratio: '', target: '≤ 250 ms', met: '' });
  });

  it('is there for what was measured', () => {
    expect(figureRows({ evaluation: 1, bareNode: 2 }).map(({ title }) => title)).toEqual([
      '`node -e 0`, the yardstick',
      '5,000 nodes judged by every requirement',
    ]);
  });
});
