import type { ApiOutcome, ApiWay } from '@calico-readiness/requirements';
import { ApiStrikes } from './api-strikes';

const minute = 60_000;
const way = (last: number, outcome: ApiOutcome): ApiWay => ({
  ...{ kind: 'server', address: `10.0.0.${String(last)}:6443`, outcome },
});

/** Which of two servers fails, after tests of the first at these minutes. */
function failingAfter(
  tests: readonly (readonly [minutes: number, outcome: ApiOutcome])[],
  { other = 'ready' as ApiOutcome, aliveOtherwise = false } = {},
) {
  const strikes = new ApiStrikes();
  let judged: readonly ApiWay[] = [];
  for (const [minutes, outcome] of tests)
    judged = strikes.judge([way(5, outcome), way(6, other)], aliveOtherwise, minutes * minute);
  return { failing: judged.map(({ failing }) => failing === true), delay: strikes.delay / minute };
}

describe('tests of a way to the API that go wrong', () => {
  it.each([
    ['one test', [[0, 'timed-out']], false, 2],
    [
      'two tests',
      [
        [0, 'timed-out'],
        [2, 'timed-out'],
      ],
      false,
      4,
    ],
    [
      'three tests within ten minutes',
      [
        [0, 'timed-out'],
        [2, 'refused'],
        [6, 'timed-out'],
      ],
      true,
      5,
    ],
    [
      'three tests in half an hour',
      [
        [0, 'timed-out'],
        [15, 'timed-out'],
        [30, 'timed-out'],
      ],
      false,
      2,
    ],
    [
      'a good one between them',
      [
        [0, 'timed-out'],
        [2, 'ready'],
        [4, 'timed-out'],
        [6, 'timed-out'],
      ],
      false,
      4,
    ],
    [
      'many',
      [
        [0, 'refused'],
        [2, 'refused'],
        [6, 'refused'],
        [30, 'refused'],
      ],
      true,
      5,
    ],
    [
      'a good one after all',
      [
        [0, 'refused'],
        [2, 'refused'],
        [6, 'refused'],
        [11, 'ready'],
      ],
      false,
      15,
    ],
  ] as const)('are a failure by count and time: %s', (_name, tests, fails, delay) => {
    expect(failingAfter(tests)).toEqual({ failing: [fails, false], delay });
  });

  const silent = [
    [0, 'timed-out'],
    [2, 'timed-out'],
    [6, 'timed-out'],
  ] as const;

  it('are none while nothing of the API answers', () => {
    expect(failingAfter(silent, { other: 'timed-out' })).toEqual({ failing: [false, false], delay: 2 });
  });

  it('are failures on every way while the API answers by yet another', () => {
    expect(failingAfter(silent, { other: 'timed-out', aliveOtherwise: true }).failing).toEqual([true, true]);
  });

  it('are failures of a server that says that it is not ready', () => {
    const tests = silent.map(([minutes]) => [minutes, 'not-ready'] as const);
    expect(failingAfter(tests, { other: 'timed-out' }).failing).toEqual([true, true]);
  });
});
