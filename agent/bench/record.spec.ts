import type { FigureRecord } from './record';
import { merged } from './record';

const machine = { processor: 'some', cores: 2, memory: 8, kernel: '6.1', node: 'v20' };
const origin = { day: '2026-01-02', machine, program: 'abc' };
const old: FigureRecord = {
  ...origin,
  day: '2026-01-01',
  figures: { checkCpu: 300, evaluation: 10 },
  calls: { opening: 1 },
};

describe('figures that are kept', () => {
  it('stay beside new ones of the same program on the same machine', () => {
    expect(merged(old, origin, { figures: { checkCpu: 200.04 } })).toEqual({
      ...origin,
      figures: { checkCpu: 200, evaluation: 10 },
      calls: { opening: 1 },
    });
  });

  it.each([
    ['another program', { ...origin, program: 'def' }],
    ['another machine', { ...origin, machine: { ...machine, cores: 4 } }],
  ])('give way to those of %s', (_, other) => {
    expect(merged(old, other, { figures: { checkCpu: 200 } })).toEqual({ ...other, figures: { checkCpu: 200 } });
  });
});
