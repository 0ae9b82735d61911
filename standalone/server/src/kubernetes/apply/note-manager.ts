import { isDeepStrictEqual } from 'node:util';
import {
  entriesOf,
  isSame,
  managersOf,
  wholeEntry,
  withManagers,
  writtenNow,
  type FieldManager,
  type OwnedEntry,
} from './field-managers';
import type { KubernetesObject } from '../kubernetes-object';
import type { ResourceType } from '../resource-type';

/** The object after another write than an apply: who changes an entry of a map list has it from then on. */
export const noteManager = (
  type: ResourceType,
  current: KubernetesObject,
  next: KubernetesObject,
  manager: string,
): KubernetesObject => {
  if (type.mapLists === undefined) return next;
  const changes = type.mapLists.flatMap((list) => {
    const before = entriesOf(current, list);
    const after = entriesOf(next, list);
    const gone = [...before.keys()].filter((key) => !after.has(key)).map((key) => ({ list, key, parts: [] }));
    const changed = [...after].flatMap(([key, entry]) => {
      const former = before.get(key);
      if (former === undefined) return [wholeEntry(list, key)];
      return isDeepStrictEqual(former, entry) ? [] : [{ list, key, parts: [`f:${list.field}`] }];
    });
    return [...gone, ...changed];
  });
  const managers = managersOf(type, current);
  if (changes.length === 0) return withManagers(type, next, managers);
  const isUpdater = (candidate: FieldManager): boolean =>
    candidate.manager === manager && candidate.operation === 'Update';
  const known = managers.find(isUpdater) ?? { manager, operation: 'Update' as const, entries: [], time: writtenNow() };
  const others = managers.filter((candidate) => !isUpdater(candidate));
  const lost = (entry: OwnedEntry): readonly OwnedEntry[] => {
    const change = changes.find((candidate) => isSame(candidate, entry));
    if (change === undefined) return [entry];
    const parts = change.parts.length === 0 ? [] : entry.parts.filter((part) => !change.parts.includes(part));
    return parts.length === 0 ? [] : [{ ...entry, parts }];
  };
  const gained = changes
    .filter(({ parts }) => parts.length > 0)
    .map((change) => {
      const had = known.entries.find((entry) => isSame(entry, change))?.parts ?? [];
      return { ...change, parts: [...new Set([...had, ...change.parts])] };
    });
  const kept = known.entries.filter((entry) => !changes.some((change) => isSame(change, entry)));
  return withManagers(type, next, [
    ...others.map((other) => ({ ...other, entries: other.entries.flatMap(lost) })),
    { ...known, entries: [...kept, ...gained], time: writtenNow() },
  ]);
};
