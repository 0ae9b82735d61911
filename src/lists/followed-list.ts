import type { Kept, ListKind } from './list-kind';
import { ToldState } from './list-state';
import type { ListState } from './list-state';
import { pause } from './pause';
import type { Changes } from './pending-changes';
import { readPages } from './read-pages';
import { untilVisible } from './visibility';
import { ExpiredError, WatchError } from './watch-event';
import { watchOnce } from './watch-once';

/** Milliseconds of a watch after which nothing that happened before counts. */
const settledAfter = 10_000;

/**
 * A list of our own, beside those of the console: read in pages as a table, then followed by a watch that sends rows.
 * The console's lists keep every object whole, and its watches know no tables. Tells its state whenever that changes,
 * until it is stopped. Failures are told, and tried again later and later; a hidden page asks for nothing.
 */
export class FollowedList<Item> {
  private readonly ending = new AbortController();
  private kept = new Map<string, Kept<Item>>();
  private columns: ReadonlyMap<string, number> | undefined;
  private version = '';
  private failures = 0;
  readonly told: ToldState<Item>;

  constructor(
    private readonly kind: ListKind<Item>,
    tell: (state: ListState<Item>) => void,
  ) {
    this.told = new ToldState(tell);
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
    return error instanceof WatchError ? this.told.latest.error : error;
  }

  private async list(): Promise<void> {
    const kept = new Map<string, Kept<Item>>();
    const former = this.kept;
    await readPages(this.kind, former, this.ending.signal, (page, arrived) => {
      for (const [name, item] of arrived) kept.set(name, item);
      this.columns = page.columns ?? this.columns;
      this.version = page.resourceVersion ?? '';
      // What was complete stays until its successor is.
      if (this.told.latest.complete === undefined) this.kept = kept;
      const remaining = page.next === undefined ? 0 : page.remaining;
      this.change({ expected: remaining === undefined ? undefined : kept.size + remaining, error: undefined });
    });
    this.kept = kept;
    this.change({ complete: this.itemsOf(kept), expected: kept.size, error: undefined });
  }

  /** Watches for as long as it can be done without listing anew. */
  private async follow(): Promise<void> {
    for (let failed = false; ;) {
      await untilVisible(this.ending.signal);
      this.ending.signal.throwIfAborted();
      const began = performance.now();
      try {
        const take = (changes: Changes): Promise<void> => this.take(changes);
        await watchOnce({
          kind: this.kind,
          version: this.version,
          columns: this.columns,
          take,
          signal: this.ending.signal,
        });
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
    this.told.change({ ...changes, items: this.itemsOf(this.kept) });
  }
}
