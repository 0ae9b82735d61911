import { CatchingUpPace, usualPace } from './flow-pace';

describe('the pace of flow tests', () => {
  it('is a step each fifteen seconds', () => {
    expect([usualPace.rest(), usualPace.rest()]).toEqual([15_000, 15_000]);
  });

  it('catches up with the present without waiting, and goes on as usual from there', () => {
    const lags: number[] = [];
    const pace = new CatchingUpPace(40_000, (lag) => lags.push(lag));
    const began = pace.clock.wall();
    expect(Date.now() - began).toBeGreaterThanOrEqual(40_000);
    expect([pace.rest(), pace.rest(), pace.rest(), pace.rest()]).toEqual([0, 0, 0, 15_000]);
    expect(lags).toEqual([25_000, 10_000, 0]);
    expect(pace.clock.wall() - began).toBeGreaterThanOrEqual(40_000);
    expect(pace.clock.wall()).toBeLessThanOrEqual(Date.now());
  });

  it('sets no clock: both go the same way', () => {
    const pace = new CatchingUpPace(30_000, () => undefined);
    const ahead = pace.clock.wall() - pace.clock.steady();
    pace.rest();
    expect(Math.abs(pace.clock.wall() - pace.clock.steady() - ahead)).toBeLessThan(100);
  });
});
