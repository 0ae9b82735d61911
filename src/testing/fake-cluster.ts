/** What the API would list of one kind in a test, and how far the console's watch has got with it. */
interface FakeList {
  readonly objects: readonly unknown[];
  readonly arrived: readonly unknown[];
  readonly loaded: boolean;
  readonly error: unknown;
}

const notServed: FakeList = {
  objects: [],
  arrived: [],
  loaded: true,
  error: Object.assign(new Error('Model does not exist'), { name: 'NoModelError' }),
};

/** A request that writes, as the console sends it. */
export interface FakeWrite {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body: unknown;
}

/** A cluster for tests: says what the console's watch and fetch give. A kind nobody mentioned is not served. */
class FakeCluster {
  private readonly lists = new Map<string, FakeList>();
  private readonly listeners = new Set<() => void>();
  /** How often each kind was listed anew. */
  readonly watches = new Map<string, number>();

  /** What was written, in order. */
  readonly writes: FakeWrite[] = [];
  private answerWrite: ((write: FakeWrite) => unknown) | undefined;
  private readonly refused = new Set<string>();

  /** Lets pages write; `answer` throws what the API refuses. Without it, a page that writes fails its test. */
  takeWrites(answer: (write: FakeWrite) => unknown = () => ({})): void {
    this.answerWrite = answer;
  }

  async write(write: FakeWrite): Promise<unknown> {
    if (this.answerWrite === undefined) throw new Error('The plugin writes nothing');
    this.writes.push(write);
    return this.answerWrite(write);
  }

  /** The user has every right but those that were refused, as `verb plural`. */
  refuse(...rights: readonly string[]): void {
    for (const right of rights) this.refused.add(right);
  }

  mayDo(verb: string, plural: string): boolean {
    return !this.refused.has(`${verb} ${plural}`);
  }

  /** Objects of a kind; `arrived` of them have come through the watch, all unless said otherwise. */
  serve(plural: string, objects: readonly unknown[], arrived = objects.length): void {
    this.change(plural, { objects, arrived: objects.slice(0, arrived), loaded: true, error: undefined });
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
    this.watches.clear();
    this.writes.length = 0;
    this.answerWrite = undefined;
    this.refused.clear();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private change(plural: string, list: FakeList): void {
    this.lists.set(plural, list);
    for (const listener of [...this.listeners]) listener();
  }
}

export const fakeCluster = new FakeCluster();
