import { fetchLines } from '../console/fetch-lines';
import { fetchJson } from '../console/fetch-json';
import { httpStatus } from '../console/http-status';
import { acceptTable, readListAnswer } from '../k8s/list-answer';
import type { ListAnswer } from '../k8s/list-answer';
import type { Kept, ListKind } from './list-kind';
import { nothingListed } from './list-state';
import type { ListState } from './list-state';
import { pause } from './pause';
import { PendingChanges } from './pending-changes';
import type { Changes } from './pending-changes';
import { ExpiredError, readWatchEvent, WatchError } from './watch-event';
import { untilVisible, whenHiddenFor } from './visibility';

/** Objects of a page: few enough for a first look, many enough for few requests. */
const pageSize = 500;
/** Seconds until the API ends a watch, which is then begun again where it ended. Proxies end silent connections sooner or later. */
const watchSeconds = 300;
/** Milliseconds of a watch after which nothing that happened before counts. */
const settledAfter = 10_000;
/** Milliseconds that a hidden page goes on watching: a glance at another window costs nothing. */
const watchesHidden = 30_000;

/**
 * A list of our own, beside those of the console: read in pages as a table, then followed by a watch that sends rows.
 * The console's lists keep every object whole, and its watches know no tables. Tells its state whenever that changes,
 * until it is stopped. Failures are told, and tried again later and later; a hidden page asks for nothing.
 */
export class FollowedList<Item> {
  private readonly ending = new AbortController();
  private kept = new Map<string, Kept<Item>>();
  private state: ListState<Item> = nothingListed;
  private columns: ReadonlyMap<string, number> | undefined;
  private version = '';
  private failures = 0;

  constructor(
    private readonly kind: ListKind<Item>,
    private readonly tell: (state: ListState<Item>) => void,
  ) {
    void this.run();
  }

  stop(): void {
    this.ending.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      try {
        await this.list();
        await this.follow();
      } catch (error) {
        // What is too old for a watch, or for a next page, is listed anew at once; not again and again.
        if (!(error instanceof ExpiredError) || this.failures > 0) this.change({ error: this.listed(error) });
        this.failures += 1;
        await pause(this.failures, signal);
      }
    }
  }

  /** A watch that fails is no news: the list that follows tells whether the API is in trouble. */
  private listed(error: unknown): unknown {
    return error instanceof WatchError ? this.state.error : error;
  }

  private async list(): Promise<void> {
    const kept = new Map<string, Kept<Item>>();
    const former = this.kept;
    let next: string | undefined = '';
    while (next !== undefined) {
      await untilVisible(this.ending.signal);
      const query = `limit=${String(pageSize)}&pretty=false${next === '' ? '' : `&continue=${encodeURIComponent(next)}`}`;
      const page: ListAnswer = readListAnswer(
        await this.fetch(`${query}&includeObject=${this.kind.includeObject}`, acceptTable),
      );
      this.columns = page.columns ?? this.columns;
      const arrived = await this.kind.keep({
        objects: page.objects,
        known: (name) => former.get(name),
        wholePage: async () => readListAnswer(await this.fetch(query)).objects,
      });
      for (const [name, item] of arrived) kept.set(name, item);
      this.version = page.resourceVersion ?? '';
      ({ next } = page);
      // What was complete stays until its successor is.
      if (this.state.complete === undefined) this.kept = kept;
      const remaining = next === undefined ? 0 : page.remaining;
      this.change({ expected: remaining === undefined ? undefined : kept.size + remaining, error: undefined });
    }
    this.kept = kept;
    this.change({ complete: this.itemsOf(kept), expected: kept.size, error: undefined });
  }

  private async fetch(query: string, accept?: string): Promise<unknown> {
    try {
      return await fetchJson(`${this.kind.url}?${query}`, accept);
    } catch (error) {
      throw httpStatus(error) === 410 ? new ExpiredError() : error;
    } finally {
      // Whoever stopped does not want to know any more.
      this.ending.signal.throwIfAborted();
    }
  }

  /** Watches for as long as it can be done without listing anew. */
  private async follow(): Promise<void> {
    for (let failed = false; ;) {
      await untilVisible(this.ending.signal);
      this.ending.signal.throwIfAborted();
      const began = performance.now();
      try {
        await this.watch();
        failed = false;
      } catch (error) {
        // What the API itself says of a watch it says of the next as well; a connection that broke may be mended.
        if (!(error instanceof WatchError) || error.isAnswer || failed) throw error;
        failed = true;
      }
      if (performance.now() - began > settledAfter) this.failures = 0;
      else await pause((this.failures += 1), this.ending.signal);
    }
  }

  /** One watch, until it ends or the page is hidden. Rejects with ExpiredError, or WatchError for any other reason. */
  private async watch(): Promise<void> {
    const ending = new AbortController();
    const end = (): void => {
      ending.abort();
    };
    this.ending.signal.addEventListener('abort', end);
    const stopLooking = whenHiddenFor(watchesHidden, end);
    const changes = new PendingChanges((pending) => this.take(pending), end);
    let failure: Error | undefined;
    try {
      await fetchLines(
        `${this.kind.url}?${this.watchQuery()}`,
        acceptTable,
        (line) => {
          const event = readWatchEvent(line, this.columns);
          this.columns = event.columns ?? this.columns;
          changes.add(event);
        },
        ending.signal,
      );
    } catch (error) {
      if (!ending.signal.aborted) failure = error instanceof ExpiredError ? error : new WatchError(error);
    } finally {
      stopLooking();
      this.ending.signal.removeEventListener('abort', end);
    }
    await changes.settled();
    if (failure !== undefined) throw failure;
  }

  private watchQuery(): string {
    const { includeObject } = this.kind;
    return `watch=true&resourceVersion=${this.version}&timeoutSeconds=${String(watchSeconds)}&pretty=false&includeObject=${includeObject}`;
  }

  private async take({ objects, gone, version }: Changes): Promise<void> {
    const kept = new Map(this.kept);
    for (const name of gone) kept.delete(name);
    const arrived = await this.kind.keep({ objects, known: (name) => this.kept.get(name) });
    for (const [name, item] of arrived) kept.set(name, item);
    this.kept = kept;
    // A watch that begins anew begins behind what was taken.
    this.version = version;
    this.change({ complete: this.itemsOf(kept), expected: kept.size });
  }

  private itemsOf(kept: ReadonlyMap<string, Kept<Item>>): readonly Item[] {
    return [...kept.values()].filter((item) => item !== null);
  }

  private change(changes: Partial<ListState<Item>>): void {
    if (this.ending.signal.aborted) return;
    this.state = { ...this.state, ...changes, items: this.itemsOf(this.kept) };
    this.tell(this.state);
  }
}
