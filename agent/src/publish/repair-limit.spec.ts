import { RepairLimit } from './repair-limit';

describe('RepairLimit', () => {
  /** Seconds at which a report is repaired that is changed again at once. */
  const repairsWithin = (seconds: number): number[] => {
    const limit = new RepairLimit();
    const repairs: number[] = [];
    for (let now = 0; now < seconds * 1000; now = limit.nextLook(now)) {
      if (now > 0 && limit.permits(now)) {
        limit.repairing(now);
        repairs.push(now / 1000);
      }
      now += 1;
    }
    return repairs.map(Math.floor);
  };

  it('permits the first at once, and ever fewer against somebody who does not give in', () => {
    expect(repairsWithin(700)).toEqual([1, 11, 31, 71, 151, 311, 631]);
  });

  it('still permits one every quarter of an hour', () => {
    const day = repairsWithin(86_400);
    expect(day.at(-1)! - day.at(-2)!).toBe(900);
  });

  it('has one next look, however many changes are seen until then', () => {
    const limit = new RepairLimit();
    expect([limit.nextLook(0), limit.nextLook(10), limit.nextLook(999)]).toEqual([1000, 1000, 1000]);
  });

  it('looks no sooner than after 10 s again, also while nothing can be repaired', () => {
    const limit = new RepairLimit();
    expect([limit.nextLook(0), limit.nextLook(1000), limit.nextLook(11_000)]).toEqual([1000, 11_000, 21_000]);
  });

  it('permits at once again after a quiet time', () => {
    const limit = new RepairLimit();
    limit.repairing(0);
    limit.repairing(10_000);
    expect(limit.permits(20_000)).toBe(false);
    limit.repairing(100_000);
    expect(limit.permits(110_000)).toBe(true);
  });
});
