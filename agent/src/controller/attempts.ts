import { ApiError } from '../cluster/api-error';
import type { AgentLog } from '../foundation/agent-log';
import { errorText } from '../foundation/agent-log';
import { retryDelay } from '../publish/delays';

/** What attempts take. */
export interface AttemptParts {
  /** Called when an attempt has ended. */
  readonly ended: (outcome: 'success' | 'failure') => void;
  readonly log: AgentLog;
  /** In [0, 1). */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** Does one thing again and again with an API that may be away: later and later while it fails. */
export class Attempts {
  private failures = 0;

  /** `failed` is the sentence that is logged. */
  constructor(
    private readonly parts: AttemptParts,
    private readonly failed: string,
  ) {}

  /** Resolves to the milliseconds until the next attempt: what the work says, or the delay after a failure. Never rejects for what the API does. */
  async make(work: () => Promise<number>): Promise<number> {
    const { ended, log, random, signal } = this.parts;
    try {
      const wait = await work();
      if (this.failures > 0) log.info({ failures: this.failures }, 'The API is back');
      this.failures = 0;
      ended('success');
      return wait;
    } catch (error) {
      if (signal.aborted) return 0;
      this.failures += 1;
      ended('failure');
      const delay = retryDelay(this.failures, random, error instanceof ApiError ? error.retryAfterSeconds : undefined);
      log.warn({ error: errorText(error), failures: this.failures }, this.failed);
      return delay;
    }
  }
}
