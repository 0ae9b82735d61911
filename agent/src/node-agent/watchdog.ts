/** Parts into which a limit is cut: so much later than its time an overdue thing is noticed at most. */
const ticksPerLimit = 20;

/** What should have been done long ago is not. */
export class OverdueError extends Error {
  override readonly name = 'OverdueError';
  constructor(
    readonly what: string,
    readonly seconds: number,
  ) {
    super(`${what} is overdue for more than ${String(seconds)} seconds`);
  }
}

/**
 * Notices that the agent hangs, whatever it hangs on: everything that may never come back is expected here first. It has
 * nothing but a timer of its own. It counts the timer's ticks, not the time: a machine or a process that was halted for
 * an hour has not been late. An agent whose program does not come to its timers it cannot see; the liveness file can.
 */
export class Watchdog {
  /** Rejects with OverdueError, else never settles. */
  readonly overdue: Promise<never>;
  /** Ticks that are left until something is overdue. */
  private readonly left = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;
  private bark: (error: OverdueError) => void = () => undefined;

  /** `limitSeconds` is what anything may be late. */
  constructor(private readonly limitSeconds: number) {
    this.overdue = new Promise((_resolve, reject) => {
      this.bark = reject;
    });
    this.timer = setInterval(this.tick, this.tickMilliseconds);
    this.timer.unref();
  }

  /** It is to be done in so many seconds, and is overdue when it is late by the limit. Takes the place of what was expected of it. */
  expect(what: string, inSeconds = 0): void {
    this.left.set(what, ticksPerLimit + Math.ceil((inSeconds * 1000) / this.tickMilliseconds));
  }

  /** The work is to come back at once, and is overdue when it is late by the limit. */
  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    this.expect(what);
    try {
      return await work();
    } finally {
      this.left.delete(what);
    }
  }

  /** Nothing is expected any more. */
  end(): void {
    clearInterval(this.timer);
  }

  private get tickMilliseconds(): number {
    return (this.limitSeconds * 1000) / ticksPerLimit;
  }

  private readonly tick = (): void => {
    for (const [what, left] of this.left) {
      if (left <= 0) this.bark(new OverdueError(what, this.limitSeconds));
      this.left.set(what, left - 1);
    }
  };
}
