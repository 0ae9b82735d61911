import { firstHeartbeatDelay, heartbeatDelay, retryDelay, watchAgainDelay, watchSeconds } from './delays';

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

describe('firstHeartbeatDelay', () => {
  it.each([
    [0, 900_000],
    [0.5, 495_000],
    [0.9, 171_000],
  ])('with random %d is %i ms of 15 minutes', (random, delay) => {
    expect(firstHeartbeatDelay(900, () => random)).toBeCloseTo(delay);
  });
});

describe('a watch', () => {
  it.each([
    [0, 1620, 500],
    [0.5, 1800, 30_500],
    [0.999, 1980, 60_440],
  ])('with random %d lasts %i s, and begins anew within the minute: after %i ms', (random, seconds, delay) => {
    expect(watchSeconds(() => random)).toBe(seconds);
    expect(watchAgainDelay(() => random)).toBeCloseTo(delay);
  });

  it('begins anew no sooner than the API asks for, within reason', () => {
    expect(watchAgainDelay(() => 0, 20)).toBe(20_000);
    expect(watchAgainDelay(() => 0, 86_400)).toBe(300_000);
  });
});
