import { median } from './median';
import { missedWithin } from './missed-observations';

describe('observations that were missed', () => {
  it.each([
    [0, 0],
    [5_000, 0],
    [30_300, 0],
    [44_000, 0],
    [59_000, 1],
    [61_000, 1],
    [150_000, 4],
  ])('within %i ms at an interval of half a minute are %i', (gap, missed) => {
    expect(missedWithin(gap, 30_000)).toBe(missed);
  });
});

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 2, 100], 3],
    [[], NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});
