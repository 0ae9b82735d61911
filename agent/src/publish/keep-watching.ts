import { Alarm } from './alarm';
import type { AgentLog } from '../foundation/agent-log';
import { errorText } from '../foundation/agent-log';
import { retryDelay } from './delays';
import type { ReportApi, WatchedKind } from './report-api';
import { ApiError } from '../cluster/api-error';

export interface Watched {
  readonly api: Pick<ReportApi, 'watch'>;
  readonly kind: WatchedKind;
  readonly name: string;
  /** Reads the object before each watch: a watch of an object that is gone says nothing. */
  readonly read: () => Promise<unknown>;
  /** Gets the object whenever it was read or changed; undefined when there is none. */
  readonly changed: (object: unknown) => void;
  readonly log: AgentLog;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** Follows one object for as long as the signal lets it, through every outage of the API. Never rejects. */
export async function keepWatching({ api, kind, name, read, changed, log, random, signal }: Watched): Promise<void> {
  const alarm = new Alarm();
  let failures = 0;
  /** What goes on failing is told once, also where the watch before ended early, as those of an API server do that ends. */
  let told = false;
  while (!signal.aborted) {
    const started = performance.now();
    try {
      changed(await read());
      await api.watch(kind, name, changed, signal);
      told = false;
      // An API that ends watches at once must not be asked in a tight loop.
      failures = performance.now() - started > 10_000 ? 0 : failures + 1;
    } catch (error) {
      failures += 1;
      if (signal.aborted) return;
      if (!told) log.warn({ kind, name, error: errorText(error) }, `Can not watch the ${kind}; trying again`);
      told = true;
      await alarm.sleep(
        retryDelay(failures, random, error instanceof ApiError ? error.retryAfterSeconds : undefined),
        signal,
      );
      continue;
    }
    await alarm.sleep(failures === 0 ? random() * 1000 : retryDelay(failures, random), signal);
  }
}
