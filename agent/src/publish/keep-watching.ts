import { Alarm } from './alarm';
import type { AgentLog } from '../foundation/agent-log';
import { errorText } from '../foundation/agent-log';
import { watchAgainDelay, watchSeconds } from './delays';
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
  /** What goes on failing is told once, also where the watch before ended early, as those of an API server do that ends. */
  let told = false;
  while (!signal.aborted) {
    const seconds = watchSeconds(random);
    const started = performance.now();
    let delay: number;
    try {
      const object = await read();
      changed(object);
      // What is deleted before the watch begins must not go unnoticed until its end.
      await api.watch(kind, name, changed, { seconds, resourceVersion: versionOf(object) }, signal);
      told = false;
      const inTime = performance.now() - started >= (seconds - 1) * 1000;
      delay = inTime ? random() * 1000 : watchAgainDelay(random);
    } catch (error) {
      if (signal.aborted) return;
      if (!told) log.warn({ kind, object: name, error: errorText(error) }, `Cannot watch the ${kind}; trying again`);
      told = true;
      delay = watchAgainDelay(random, error instanceof ApiError ? error.retryAfterSeconds : undefined);
    }
    await alarm.sleep(delay, signal);
  }
}

/** Undefined for what is not there. */
const versionOf = (object: unknown): string | undefined =>
  (object as { readonly metadata?: { readonly resourceVersion?: string } } | undefined)?.metadata?.resourceVersion;
