import type { ListedObject } from '../k8s/list-answer';
import type { WatchEvent } from './watch-event';

/** Changes that are taken together; of an object that changed twice only the last. */
export interface Changes {
  readonly objects: readonly ListedObject[];
  readonly gone: readonly string[];
  /** Of the last of them. */
  readonly version: string;
}

/** Milliseconds that changes wait for others: thousands of nodes report, and each redraws the page. */
const gathersFor = 1000;

/** Gathers what a watch tells, and hands it on in turn, never two at a time. */
export class PendingChanges {
  private pending = new Map<string, WatchEvent>();
  private version: string | undefined;
  private timer: number | undefined;
  private taking: Promise<void> = Promise.resolve();
  private failure: { readonly error: unknown } | undefined;

  /** `failed` is called when changes could not be taken: none is from then on. */
  constructor(
    private readonly take: (changes: Changes) => Promise<void>,
    private readonly failed: () => void,
  ) {}

  add(event: WatchEvent): void {
    this.version = event.version ?? this.version;
    if (event.object === undefined) return;
    this.pending.set(event.object.name, event);
    this.timer ??= window.setTimeout(() => {
      this.flush();
    }, gathersFor);
  }

  /** Resolves when all that was told is taken; rejects when it could not be. */
  async settled(): Promise<void> {
    this.flush();
    await this.taking;
    if (this.failure !== undefined) throw this.failure.error;
  }

  private flush(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    const events = [...this.pending.values()];
    this.pending = new Map();
    const { version } = this;
    if (events.length === 0 || version === undefined) return;
    const objects = events.filter(({ change }) => change === 'present').flatMap(({ object }) => object ?? []);
    const gone = events.filter(({ change }) => change === 'gone').map(({ object }) => object?.name ?? '');
    this.taking = this.taking
      .then(() => (this.failure !== undefined ? undefined : this.take({ objects, gone, version })))
      .catch((error: unknown) => {
        this.failure = { error };
        this.failed();
      });
  }
}
