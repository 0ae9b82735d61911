/** What time it is. Tests have one of their own. */
export interface Clock {
  /** Milliseconds since 1970, by the machine's clock: the plan goes by it, and somebody may set it. */
  wall(): number;
  /** Milliseconds of a clock that is never set. */
  steady(): number;
}

/** That of this machine. */
export const machineClock: Clock = { wall: () => Date.now(), steady: () => performance.now() };

/** Milliseconds by which a clock that is slewed may differ in a minute; more is a clock that was set. */
const setBy = 1_000;

/** How far the machine's clock is ahead of the steady one; it stays the same unless somebody sets it, or halts the machine. */
export const aheadOf = (clock: Clock): number => clock.wall() - clock.steady();

/** Whether the clock was set, or the machine halted, since it was so far ahead. */
export const wasSet = (clock: Clock, ahead: number): boolean => Math.abs(aheadOf(clock) - ahead) > setBy;

/** A look that is later than this was not only late: the process was paused. Milliseconds. */
const pausedAfter = 30_000;

/** Notices what makes times doubtful, between looks of which each says when the next one is due. */
export class ClockWatch {
  private ahead: number;
  private expectedBy = Infinity;

  constructor(private readonly clock: Clock) {
    this.ahead = aheadOf(clock);
  }

  /** What happened since the last look; undefined for nothing. */
  look(): 'pause' | 'clock set' | undefined {
    const { clock, ahead, expectedBy } = this;
    this.ahead = aheadOf(clock);
    if (Math.abs(this.ahead - ahead) > setBy) return 'clock set';
    return clock.steady() > expectedBy + pausedAfter ? 'pause' : undefined;
  }

  /** The next look is due in so many milliseconds. */
  expect(milliseconds: number): void {
    this.expectedBy = this.clock.steady() + milliseconds;
  }
}
