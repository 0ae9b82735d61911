import { figureRows, rowHead } from './figure-rows';
import { figureKinds, targetNodes, type ConsoleFigures } from './figures';

const rowOf = (title: string, figures: ConsoleFigures): readonly string[] | undefined =>
  figureRows({ nodes: targetNodes, figures }).find(([first]) => first === title);

describe('a row of the bench of the console pages', () => {
  it.each([
    ['a ratio that is met', { yardstick: { cpu: 1000 }, matrix: { cpu: 300 } }, ['300 ms', '1,000 ms', '0.30', 'met']],
    ['one that is not', { yardstick: { cpu: 1000 }, matrix: { cpu: 301 } }, ['301 ms', '1,000 ms', '0.30', 'not met']],
    ['one without a yardstick', { matrix: { cpu: 300 } }, ['300 ms', '', '', 'not measured']],
    [
      'one whose yardstick is nothing',
      { yardstick: { cpu: 0 }, matrix: { cpu: 3 } },
      ['3 ms', '0 ms', '', 'not measured'],
    ],
    ['nothing', {}, ['', '', '', 'not measured']],
  ] as const)('says of %s what it is', (_title, figures, [ours, yardstick, ratio, met]) => {
    expect(rowOf('Matrix, CPU to complete data', figures)?.slice(1)).toEqual([ours, yardstick, ratio, '≤ 0.3 ×', met]);
  });

  it.each([
    [10, 'met'],
    [10.1, 'not met'],
  ])('holds %d % against its own bound, whatever the yardstick does', (busy, met) => {
    const row = rowOf('Matrix, busy at 10 changes a second', { yardstick: { busy: 90 }, matrix: { busy } });
    expect(row?.slice(-2)).toEqual(['≤ 10 %', met]);
  });

  it.each([100, 2000, 10_000])('says nothing of targets where they are those of another fleet: %d nodes', (nodes) => {
    const measured = { nodes, figures: { matrix: { busy: 3 } } };
    expect(rowHead(measured)).toEqual(['', 'ours', 'yardstick', 'ratio']);
    expect(figureRows(measured).filter((cells) => cells.length !== 4)).toEqual([]);
    expect(figureRows(measured).flat()).not.toContain('met');
  });

  it('is there once for each figure, whatever was measured', () => {
    expect(figureRows({ nodes: targetNodes, figures: {} })).toHaveLength(figureKinds.length);
    expect(new Set(figureKinds.map(({ title }) => title)).size).toBe(figureKinds.length);
  });
});
