/** How far in the future a request may lie, by a clock that runs fast, and still be waited for. */
const longestWait = 10 * 60_000;

/** The least time between two observations that were asked for: whoever may ask must not keep a node busy. */
const shortestGap = 10_000;

/**
 * The requests for a new observation that are not answered yet. A request is answered by an observation that began
 * later than it was made; each is taken once, however often its object is seen. Times are milliseconds since the epoch.
 */
export class RecheckRequests {
  private readonly latest = new Map<string, string>();
  /** When the newest observation that was asked for was made. */
  private observedFor = -Infinity;
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
      startAt: Math.min(this.afterGap(Math.max(startAt, time + 1)), this.pending?.startAt ?? Infinity),
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
   * An observation was made. If it is the answer, nothing more is due until it is published; if not, another is due as
   * soon as our clock gets to the request, which a clock may have made that is ahead of ours.
   */
  observed(observedAt: string): void {
    if (this.pending === undefined) return;
    const { requestedAt, startAt } = this.pending;
    const time = Date.parse(observedAt);
    if (time >= startAt) this.observedFor = time;
    this.pending = { requestedAt, startAt: time > requestedAt ? Infinity : this.afterGap(requestedAt + 1) };
  }

  /** The answer was published. */
  settle(observedAt: string): void {
    if (this.answeredBy(observedAt)) this.pending = undefined;
  }

  /** A clock that was set back meanwhile delays a request by the gap and no more. */
  private afterGap(startAt: number): number {
    return Math.max(startAt, Math.min(this.observedFor, startAt) + shortestGap);
  }
}
