/**
 * Ends what takes too long, and everything under way when a signal aborts. One listener on that signal for all of it:
 * an agent makes requests for months.
 */
export class RequestLimits {
  private readonly running = new Set<AbortController>();

  /** `timeout` in milliseconds. */
  constructor(
    private readonly signal: AbortSignal,
    private readonly timeout: number,
  ) {
    signal.addEventListener('abort', () => {
      for (const ending of this.running) ending.abort(signal.reason);
    });
  }

  /**
   * Does the work with a signal that aborts with the other one, or after the time. Timer and set hold it meanwhile: what
   * AbortSignal.any makes of AbortSignal.timeout is held by nobody on Node.js 20, and never aborts once it is collected.
   */
  async within<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const ending = new AbortController();
    if (this.signal.aborted) ending.abort(this.signal.reason);
    this.running.add(ending);
    const timer = setTimeout(() => {
      ending.abort(new DOMException('No answer in time', 'TimeoutError'));
    }, this.timeout);
    try {
      return await work(ending.signal);
    } finally {
      clearTimeout(timer);
      this.running.delete(ending);
    }
  }
}
