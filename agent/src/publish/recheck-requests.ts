/** How far in the future a request may lie, by a clock that runs fast, and still be waited for. */
const longestWait = 10 * 60_000;

/**
 * The requests for a new observation that are not answered yet. A request is answered by an observation that began
 * later than it was made; each is taken once, however often its object is seen. Times are milliseconds since the epoch.
 */
export class RecheckRequests {
  private readonly latest = new Map<string, string>();
  private pending: { readonly requestedAt: number; readonly startAt: number } | undefined;

  /** Takes the request that an object carries; true when it is new and open. `observedAt` is the newest observation that was published. */
  take(source: string, requestedAt: string | undefined, observedAt: string | undefined, startAt: number): boolean {
    if (requestedAt === undefined || this.latest.get(source) === requestedAt) return false;
    this.latest.set(source, requestedAt);
    const time = Date.parse(requestedAt);
    const answered = observedAt !== undefined && Date.parse(observedAt) > time;
    if (Number.isNaN(time) || answered || time > startAt + longestWait) return false;
    this.pending = {
      requestedAt: Math.max(time, this.pending?.requestedAt ?? 0),
      startAt: Math.min(startAt, this.pending?.startAt ?? Infinity),
    };
    return true;
  }

  /** When to observe for the open requests; undefined when there are none. */
  get dueAt(): number | undefined {
    return this.pending?.startAt;
  }

  /** Whether an observation that began then answers them. */
  answeredBy(observedAt: string): boolean {
    return this.pending !== undefined && Date.parse(observedAt) > this.pending.requestedAt;
  }

  /**
   * An observation was made. If it is the answer, nothing more is due until it is published; if the asking clock is
   * ahead of ours, another is due as soon as ours gets there.
   */
  observed(observedAt: string): void {
    if (this.pending === undefined) return;
    this.pending = { ...this.pending, startAt: this.answeredBy(observedAt) ? Infinity : this.pending.requestedAt + 1 };
  }

  /** The answer was published. */
  settle(observedAt: string): void {
    if (this.answeredBy(observedAt)) this.pending = undefined;
  }
}
