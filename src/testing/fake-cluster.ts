import { FakeWrites } from './fake-writes';

/** What the API would list of one kind in a test, and how far the console's watch has got with it. */
interface FakeList {
  readonly objects: readonly unknown[];
  readonly arrived: readonly unknown[];
  readonly loaded: boolean;
  readonly error: unknown;
  /** The API has forgotten what happened before: whoever watches lists anew. */
  readonly isExpired?: boolean;
}

const notServed: FakeList = {
  objects: [],
  arrived: [],
  loaded: true,
  error: Object.assign(new Error('Model does not exist'), { name: 'NoModelError' }),
};

/** A cluster for tests: says what the console's watch and fetch give. A kind nobody mentioned is not served. */
class FakeCluster extends FakeWrites {
  private readonly lists = new Map<string, FakeList>();
  private readonly listeners = new Set<() => void>();
  /** What was there at each version. */
  private readonly history = new Map<number, readonly unknown[]>();
  private version = 0;
  /** How often each kind was watched by the console's own watch. */
  readonly watches = new Map<string, number>();
  /** What was asked for, each as `<plural> list`, `get` or `watch`. */
  readonly requests: string[] = [];
  /** Whether the reports of a test have the line that an agent writes with them. */
  writesLines = true;

  /** Objects of a kind; `arrived` of them have come through the watch, all unless said otherwise. */
  serve(plural: string, objects: readonly unknown[], arrived = objects.length): void {
    this.change(plural, { objects, arrived: objects.slice(0, arrived), loaded: true, error: undefined });
  }

  /** The same after an outage in which every watch became too old. */
  serveAnew(plural: string, objects: readonly unknown[], arrived = objects.length): void {
    const list = { objects, arrived: objects.slice(0, arrived), loaded: true, error: undefined };
    this.change(plural, { ...list, isExpired: true });
    this.change(plural, list);
  }

  hold(plural: string): void {
    this.change(plural, { objects: [], arrived: [], loaded: false, error: undefined });
  }

  /** Fails as the API does with this status; what had arrived stays, as in the console. */
  fail(plural: string, status: number, message: string): void {
    const error = Object.assign(new Error(message), { code: status, response: { status } });
    this.change(plural, { ...(this.lists.get(plural) ?? { objects: [], arrived: [], loaded: false }), error });
  }

  list(plural: string): FakeList {
    return this.lists.get(plural) ?? notServed;
  }

  clear(): void {
    this.lists.clear();
    this.history.clear();
    this.watches.clear();
    this.requests.length = 0;
    this.writesLines = true;
    this.clearWrites();
  }

  note(plural: string, what: 'list' | 'get' | 'watch'): void {
    this.requests.push(`${plural} ${what}`);
  }

  /** Resolves as soon as a list is so; rejects with what the condition throws. */
  until(plural: string, condition: (list: FakeList) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      let unsubscribe = (): void => undefined;
      const look = (): void => {
        try {
          if (!condition(this.list(plural))) return;
          resolve();
        } catch (error) {
          reject(error as Error);
        }
        unsubscribe();
      };
      unsubscribe = this.subscribe(look);
      look();
    });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** The version that a list of these objects has. */
  versionOf(objects: readonly unknown[]): number {
    return [...this.history].find(([, known]) => known === objects)?.[0] ?? 0;
  }

  /** What was there at a version. */
  atVersion(version: number): readonly unknown[] {
    return this.history.get(version) ?? [];
  }

  private change(plural: string, list: FakeList): void {
    this.version += 1;
    this.history.set(this.version, list.objects);
    this.lists.set(plural, list);
    for (const listener of [...this.listeners]) listener();
  }
}

export const fakeCluster = new FakeCluster();
