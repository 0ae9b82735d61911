import { fromJS, is } from 'immutable';
import type { Map as ImmutableMap } from 'immutable';

/** An object, or a list with what is known about it, as the SDK's hooks expect it in the store. */
export type Entry = ImmutableMap<string, unknown>;

/** One message of a watch. */
export interface WatchEvent {
  readonly type: string;
  readonly object: unknown;
}

const metadata = (
  object: unknown,
): { readonly uid?: string; readonly name?: string; readonly resourceVersion?: string } =>
  (object as { metadata?: { uid?: string; name?: string; resourceVersion?: string } }).metadata ?? {};

const keyOf = (object: unknown): string => metadata(object).uid ?? metadata(object).name ?? '';

/** Keeps the old value when nothing but its version changed, so that readers see no change. */
const put = (data: ImmutableMap<string, Entry>, object: unknown): ImmutableMap<string, Entry> => {
  const next = fromJS(object) as Entry;
  const current = data.get(keyOf(object));
  const version = ['metadata', 'resourceVersion'];
  if (current !== undefined && is(current.deleteIn(version), next.deleteIn(version))) return data;
  return data.set(keyOf(object), next);
};

/** The objects of a list that came anew; those that are gone are dropped. */
export const replaceAll = (
  data: ImmutableMap<string, Entry>,
  objects: readonly unknown[],
): ImmutableMap<string, Entry> => {
  const keys = new Set(objects.map(keyOf));
  return addAll(data.filter((_value, key) => keys.has(key ?? '')) as ImmutableMap<string, Entry>, objects);
};

/** One page more of a list. */
export const addAll = (data: ImmutableMap<string, Entry>, objects: readonly unknown[]): ImmutableMap<string, Entry> =>
  data.withMutations((mutable) => {
    for (const object of objects) put(mutable, object);
  });

/** What a watch tells about objects that came, changed or went. */
export const applyEvents = (
  data: ImmutableMap<string, Entry>,
  events: readonly WatchEvent[],
): ImmutableMap<string, Entry> =>
  data.withMutations((mutable) => {
    for (const { type, object } of events) {
      if (type === 'DELETED') mutable.delete(keyOf(object));
      else if (type === 'ADDED' || type === 'MODIFIED') put(mutable, object);
    }
  });
