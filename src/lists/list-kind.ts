import type { ListedObject } from '../k8s/list-answer';

/** What is kept of one object of a list; null for one that there is nothing to show of. */
export type Kept<Item> = Item | null;

/** Objects that arrived together, a page of a list or changes of it. */
export interface Arrival<Item> {
  readonly objects: readonly ListedObject[];
  /** What is kept of an object of that name so far. */
  readonly known: (name: string) => Kept<Item> | undefined;
  /** The same page with whole objects, where it is one. */
  readonly wholePage?: () => Promise<readonly ListedObject[]>;
}

/** A kind of object that is listed as a table and followed. */
export interface ListKind<Item> {
  /** The plural, for what is said of failures. */
  readonly plural: string;
  readonly url: string;
  /** What each row carries of its object. */
  readonly includeObject: 'None' | 'Metadata';
  /** What to keep of each object, by name; an object that is not named is gone. Items that did not change keep their identity. */
  readonly keep: (arrival: Arrival<Item>) => Promise<ReadonlyMap<string, Kept<Item>>>;
}
