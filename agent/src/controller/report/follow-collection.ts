import { ApiError } from '../../cluster/api-error';
import type { AgentLog } from '../../foundation/agent-log';
import { errorText } from '../../foundation/agent-log';
import { Alarm } from '../../publish/alarm';
import { retryDelay } from '../../publish/delays';
import type { Collection, ListedObject } from './collection';

/** Seconds of a watch: at random between five and ten minutes, so that those of many programs do not end together. */
const shortestWatch = 300;

/** What following a collection takes; of each object only what `read` makes of it is kept. */
export interface FollowedCollection<T> {
  readonly collection: Collection;
  /** For the log. */
  readonly kind: string;
  /** Undefined for an object that does not count. */
  readonly read: (object: ListedObject) => T | undefined;
  /** Called with every change, and with true once all have been read for the first time or anew. */
  readonly changed: () => void;
  readonly log: AgentLog;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** All objects of a kind as they are currently, in short. */
export class FollowedObjects<T> {
  /** By name. */
  byName: ReadonlyMap<string, T> = new Map<string, T>();
  /** Whether all of them were read once: until then there may be more. */
  isComplete = false;

  private current = new Map<string, T>();
  private version: string | undefined;

  constructor(private readonly parts: FollowedCollection<T>) {}

  /** Follows them until the signal aborts, through every outage of the API. Never rejects for what the API does. */
  async run(): Promise<void> {
    const { kind, log, random, signal } = this.parts;
    const alarm = new Alarm();
    let failures = 0;
    while (!signal.aborted) {
      const started = performance.now();
      try {
        this.version ??= await this.listAll();
        this.version = await this.watchOnce(this.version);
        // An API that ends watches at once must not be asked in a tight loop.
        failures = performance.now() - started > 10_000 ? 0 : failures + 1;
        if (failures > 0) await alarm.sleep(retryDelay(failures, random), signal);
      } catch (error) {
        if (signal.aborted) return;
        // Of a version that the API has forgotten nothing can be read any more.
        if (error instanceof ApiError && error.status === 410) this.version = undefined;
        failures += 1;
        if (failures === 1) log.warn({ kind, error: errorText(error) }, `Cannot follow the ${kind}; trying again`);
        const wait = error instanceof ApiError ? error.retryAfterSeconds : undefined;
        await alarm.sleep(retryDelay(failures, random, wait), signal);
      }
    }
  }

  /** What was known before counts until all of it is there anew. */
  private async listAll(): Promise<string> {
    const { collection, read, changed } = this.parts;
    const listed = new Map<string, T>();
    const version = await collection.list((object) => {
      const kept = read(object);
      if (kept !== undefined) listed.set(object.metadata.name, kept);
    });
    this.byName = this.current = listed;
    this.isComplete = true;
    changed();
    return version;
  }

  private watchOnce(version: string): Promise<string | undefined> {
    const { collection, read, changed, random, signal } = this.parts;
    const seconds = Math.round(shortestWatch * (1 + random()));
    return collection.watch(
      version,
      seconds,
      (object, isDeleted) => {
        const { name } = object.metadata;
        const kept = isDeleted ? undefined : read(object);
        if (kept === undefined) this.current.delete(name);
        else this.current.set(name, kept);
        changed();
      },
      signal,
    );
  }
}
