import { heartbeatDelay, retryDelay } from './delays';

describe('retryDelay', () => {
  it.each([
    [1, 0, undefined, 500],
    [1, 0.5, undefined, 750],
    [2, 0, undefined, 1_000],
    [7, 0, undefined, 30_000],
    [1000, 0, undefined, 30_000],
    [1, 0, 20, 20_000],
    [1, 0, 86_400, 300_000],
  ])('after %i failures with random %d and Retry-After %s waits %i ms', (failures, random, retryAfter, delay) => {
    expect(retryDelay(failures, () => random, retryAfter)).toBe(delay);
  });
});

describe('heartbeatDelay', () => {
  it.each([
    [0, 810_000],
    [0.5, 900_000],
    [1, 990_000],
  ])('with random %d is %i ms of 15 minutes', (random, delay) => {
    expect(heartbeatDelay(900, () => random)).toBeCloseTo(delay);
  });
});
