import { fetchLines } from '../console/fetch-lines';
import { acceptTable } from '../k8s/list-answer';
import type { ListKind } from './list-kind';
import { PendingChanges } from './pending-changes';
import type { Changes } from './pending-changes';
import { whenHiddenFor } from './visibility';
import { ExpiredError, readWatchEvent, WatchError } from './watch-event';

/** Seconds until the API ends a watch, which is then begun again where it ended. Proxies end silent connections sooner or later. */
const watchSeconds = 300;
/** Milliseconds that a hidden page goes on watching: a glance at another window costs nothing. */
const watchesHidden = 30_000;

/** What is watched, and who takes what happens. */
export interface Watch {
  readonly kind: Pick<ListKind<unknown>, 'url' | 'includeObject'>;
  /** What happened after it is told. */
  readonly version: string;
  /** Of the table of the list. */
  readonly columns: ReadonlyMap<string, number> | undefined;
  readonly take: (changes: Changes) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * One watch, until it ends, the page is hidden for a while, or the signal aborts; resolves when all that it told is
 * taken. Rejects with ExpiredError, with WatchError for any other reason, and with what taking rejects with.
 */
export async function watchOnce({ kind, version, columns: listed, take, signal }: Watch): Promise<void> {
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  signal.addEventListener('abort', end);
  const stopLooking = whenHiddenFor(watchesHidden, end);
  const changes = new PendingChanges(take, end);
  let columns = listed;
  let failure: Error | undefined;
  const onLine = (line: string): void => {
    const event = readWatchEvent(line, columns);
    columns = event.columns ?? columns;
    changes.add(event);
  };
  const query = `watch=true&resourceVersion=${version}&timeoutSeconds=${String(watchSeconds)}&pretty=false&includeObject=${kind.includeObject}`;
  try {
    await fetchLines(`${kind.url}?${query}`, acceptTable, onLine, ending.signal);
  } catch (error) {
    if (!ending.signal.aborted) failure = error instanceof ExpiredError ? error : new WatchError(error);
  } finally {
    stopLooking();
    signal.removeEventListener('abort', end);
  }
  await changes.settled();
  if (failure !== undefined) throw failure;
}
