import type { KubernetesObject } from './kubernetes-object';
import type { ResourceType } from './resource-type';
import { StatusError } from './status';

/** One change of one object. */
export interface StoreEvent {
  readonly version: number;
  readonly type: ResourceType;
  readonly change: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: KubernetesObject;
  /** The object before, for watches with a selector: what leaves the selection is deleted for them. */
  readonly previous: KubernetesObject | undefined;
}

export type StoreListener = (event: StoreEvent) => void;

/** The last changes, so that a watch can begin where a list ended. Older ones are dropped, and who asks for them is told to list again. */
export class EventLog {
  readonly #events: StoreEvent[] = [];
  readonly #listeners = new Set<StoreListener>();
  readonly #capacity: number;
  #droppedUpTo = 0;

  constructor(capacity = 20_000) {
    this.#capacity = capacity;
  }

  append(event: StoreEvent): void {
    this.#events.push(event);
    // In blocks: shifting an array of this size at every event is slow.
    if (this.#events.length > this.#capacity * 1.5) {
      const dropped = this.#events.splice(0, this.#events.length - this.#capacity);
      this.#droppedUpTo = dropped.at(-1)?.version ?? this.#droppedUpTo;
    }
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Events after `version`, oldest first. */
  since(version: number): readonly StoreEvent[] {
    if (version < this.#droppedUpTo) {
      throw new StatusError('Expired', `too old resource version: ${version} (${this.#droppedUpTo})`);
    }
    return this.#events.filter((event) => event.version > version);
  }

  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
