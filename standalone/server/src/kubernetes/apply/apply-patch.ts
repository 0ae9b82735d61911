import { isDeepStrictEqual } from 'node:util';
import { readApplied, type Applied } from './applied-lists';
import { applyConflict, immutable } from './apply-refusal';
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
import { isRecord, type KubernetesObject } from '../kubernetes-object';
import type { MapList } from '../map-list';
import { apiVersionOf, type ResourceType } from '../resource-type';
import { StatusError } from '../status';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Server-side apply for the map lists of a type, and for nothing else: whatever else is applied is refused rather than
 * imitated. Never by force. Answers as an API server does: agent/reference-programs/kubernetes-api/openshift/disruption-policy.spec.ts.
 */
export const applyPatch = (
  type: ResourceType,
  current: KubernetesObject,
  patch: unknown,
  manager: string,
): KubernetesObject => {
  const applied = readApplied(type, current.metadata.name, patch);
  const { uid } = (patch as KubernetesObject).metadata;
  if (uid !== undefined && uid !== current.metadata.uid)
    throw immutable(type, current.metadata.name, 'metadata.uid', uid);
  const managers = managersOf(type, current);
  refuseConflicts(type, current, applied, managers, manager);
  const isMine = (candidate: FieldManager): boolean => candidate.manager === manager && candidate.operation === 'Apply';
  const others = managers.filter((candidate) => !isMine(candidate));
  const mine = managers.find(isMine);
  const entries = [...applied].flatMap(([list, wishes]) => [...wishes.keys()].map((key) => wholeEntry(list, key)));
  // What the manager no longer applies goes, unless another one has the entry itself.
  const dropped = (mine?.entries ?? []).filter((entry) => {
    const isKept = [...entries, ...others.flatMap((other) => other.entries.filter(({ parts }) => parts.includes('.')))];
    return !isKept.some((kept) => isSame(kept, entry));
  });
  if (dropped.some((gone) => others.some((other) => other.entries.some((entry) => isSame(entry, gone))))) {
    // What an API server then removes depends on what else has which manager.
    throw new StatusError('MethodNotAllowed', 'the embedded API does not take back an entry that another one edited');
  }
  const time = mine !== undefined && isDeepStrictEqual(mine.entries, entries) ? mine.time : writtenNow();
  const merged = withLists(current, type.mapLists ?? [], applied, dropped);
  return withManagers(type, merged, [{ manager, operation: 'Apply', entries, time }, ...others]);
};

const refuseConflicts = (
  type: ResourceType,
  current: KubernetesObject,
  applied: Applied,
  managers: readonly FieldManager[],
  manager: string,
): void => {
  const conflicts = [...applied].flatMap(([list, wishes]) =>
    [...wishes].flatMap(([key, wish]) => {
      const there = entriesOf(current, list).get(key);
      if (there === undefined || isDeepStrictEqual(there[list.field], wish[list.field])) return [];
      const has = ({ entries }: FieldManager): boolean =>
        entries.some((entry) => entry.list === list && entry.key === key && entry.parts.includes(`f:${list.field}`));
      const field = `.spec.${list.parent}.${list.name}[${list.key}=${JSON.stringify(key)}].${list.field}`;
      return managers
        .filter((other) => has(other) && !(other.manager === manager && other.operation === 'Apply'))
        .map((other) => ({
          manager: `"${other.manager}"${other.operation === 'Update' ? ` using ${apiVersionOf(type)}` : ''}`,
          field,
        }));
    }),
  );
  if (conflicts.length > 0) throw applyConflict(conflicts);
};

const withLists = (
  current: KubernetesObject,
  lists: readonly MapList[],
  applied: Applied,
  dropped: readonly OwnedEntry[],
): KubernetesObject => {
  const spec: Record<string, unknown> = { ...(isRecord(current['spec']) ? current['spec'] : {}) };
  for (const list of lists) {
    const entries = new Map(entriesOf(current, list));
    for (const [key, wish] of applied.get(list) ?? []) entries.set(key, { ...entries.get(key), ...wish });
    for (const gone of dropped) if (gone.list === list) entries.delete(gone.key);
    const parent: Record<string, unknown> = { ...(isRecord(spec[list.parent]) ? (spec[list.parent] as Fields) : {}) };
    parent[list.name] = entries.size > 0 ? [...entries.values()] : undefined;
    spec[list.parent] = Object.keys(defined(parent)).length > 0 ? defined(parent) : undefined;
  }
  return { ...current, spec: defined(spec) };
};

const defined = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
