/** What a watch shows late is not taken for somebody's change: what was written a moment ago may still be on its way. */
const settle = 1_000;
const shortest = 10_000;
const longest = 15 * 60_000;

/**
 * How often a report is repaired that somebody else changes. The first time at once, then no sooner than 10 s after the
 * last repair, and twice as long each time it is changed again: two writers who do not agree must not keep an API busy
 * that serves thousands of nodes. Times are of one monotonic clock, in milliseconds.
 */
export class RepairLimit {
  private gap = shortest;
  private repairedAt = -Infinity;
  private lookAt = -Infinity;

  /** When to look after the report, for a change that is seen now; the same time until then, however many follow. */
  nextLook(now: number): number {
    if (now >= this.lookAt) {
      const earliest = Math.max(this.lookAt, this.repairedAt) + this.gap;
      this.lookAt = Math.max(now + settle, earliest);
    }
    return this.lookAt;
  }

  /** Whether a repair may be made now. */
  permits(now: number): boolean {
    return now >= this.repairedAt + this.gap;
  }

  /** A repair is made now. */
  repairing(now: number): void {
    const quiet = now - this.repairedAt > 3 * this.gap;
    this.gap = quiet ? shortest : Math.min(2 * this.gap, longest);
    this.repairedAt = now;
  }
}
