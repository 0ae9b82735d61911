import type { AgentLog } from '../../foundation/agent-log';
import { errorText } from '../../foundation/agent-log';
import { ApiError } from '../../cluster/api-error';
import type { Clock } from '../clock';

/** What a cadence goes by. */
export interface CadenceParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: AgentLog;
}

const minute = 60_000;
const hour = 60 * minute;

/** Agents of a whole cluster begin together: their first reading falls into this time. */
const firstReading = minute;

/**
 * When something of the API is read that all agents read: once an hour. After a failure it is tried again, later and
 * later, an hour at last; so it is where nobody has published it yet.
 */
export class Cadence {
  private dueAt: number;
  private failures = 0;

  constructor(
    private readonly parts: CadenceParts,
    /** Such as `the list of peers`, for the log. */
    private readonly what: string,
  ) {
    this.dueAt = parts.clock.steady() + parts.random() * firstReading;
  }

  /** Reads where that is due. `read` says whether there was anything. Never rejects. */
  async whenDue(read: () => Promise<boolean>): Promise<void> {
    const { clock, random, log } = this.parts;
    if (clock.steady() < this.dueAt) return;
    try {
      if (await read()) {
        this.failures = 0;
        this.dueAt = clock.steady() + hour * (0.9 + 0.2 * random());
      } else this.tryLater(0);
    } catch (error) {
      const delay = this.tryLater((error instanceof ApiError ? error.retryAfterSeconds : undefined) ?? 0);
      const tell = this.failures === 1 ? log.warn.bind(log) : log.debug.bind(log);
      tell({ error: errorText(error), retryInSeconds: Math.round(delay / 1000) }, `Cannot read ${this.what}`);
    }
  }

  /** Doubling from a minute to an hour, at random in the upper half of that. */
  private tryLater(askedSeconds: number): number {
    const { clock, random } = this.parts;
    this.failures += 1;
    const ceiling = Math.min(hour, minute * 2 ** Math.min(this.failures - 1, 6));
    const delay = Math.max(ceiling * (0.5 + random() / 2), Math.min(hour, askedSeconds * 1000));
    this.dueAt = clock.steady() + delay;
    return delay;
  }
}
