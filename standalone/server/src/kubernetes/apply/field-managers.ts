import { isRecord, type KubernetesObject } from '../kubernetes-object';
import type { MapList } from '../map-list';
import { apiVersionOf, type ResourceType } from '../resource-type';

/** An entry of a map list, and the parts of it that a manager has: `.` the entry itself, `f:<field>` a field. */
export interface OwnedEntry {
  readonly list: MapList;
  readonly key: string;
  readonly parts: readonly string[];
}

/** Who wrote which entries, and how (metav1.ManagedFieldsEntry). Only entries of map lists are noted here. */
export interface FieldManager {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly entries: readonly OwnedEntry[];
  readonly time: string;
}

type Fields = Readonly<Record<string, unknown>>;

const record = (value: unknown): Fields => (isRecord(value) ? value : {});
const keyName = ({ key }: MapList, value: string): string => `k:${JSON.stringify({ [key]: value })}`;

/** The managers that an object names in `metadata.managedFields`. */
export const managersOf = (type: ResourceType, { metadata }: KubernetesObject): readonly FieldManager[] => {
  const noted = metadata['managedFields'];
  return (Array.isArray(noted) ? noted : []).map(record).map(({ manager, operation, time, fieldsV1 }) => ({
    manager: String(manager),
    operation: operation === 'Apply' ? 'Apply' : 'Update',
    time: String(time),
    entries: (type.mapLists ?? []).flatMap((list) => {
      const owned = record(record(record(record(fieldsV1)['f:spec'])[`f:${list.parent}`])[`f:${list.name}`]);
      return Object.entries(owned).flatMap(([name, parts]) => {
        const key: unknown = name.startsWith('k:') ? record(JSON.parse(name.slice(2)))[list.key] : undefined;
        return typeof key === 'string' ? [{ list, key, parts: Object.keys(record(parts)) }] : [];
      });
    }),
  }));
};

/** The object with these managers; one that has nothing is left out, as the API does. */
export const withManagers = (
  type: ResourceType,
  object: KubernetesObject,
  managers: readonly FieldManager[],
): KubernetesObject => {
  const managedFields = managers
    .filter(({ entries }) => entries.length > 0)
    .map(({ manager, operation, entries, time }) => ({
      manager,
      operation,
      apiVersion: apiVersionOf(type),
      time,
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:spec': fieldsOf(entries) },
    }));
  const metadata = { ...object.metadata, managedFields };
  return {
    ...object,
    metadata: managedFields.length > 0 ? metadata : { ...object.metadata, managedFields: undefined },
  };
};

const fieldsOf = (entries: readonly OwnedEntry[]): Fields => {
  const fields: Record<string, Record<string, Record<string, Fields>>> = {};
  for (const { list, key, parts } of entries) {
    const lists = (fields[`f:${list.parent}`] ??= {});
    const named = (lists[`f:${list.name}`] ??= {});
    named[keyName(list, key)] = Object.fromEntries([...parts].sort().map((part) => [part, {}]));
  }
  return fields;
};

/** Everything of an entry, as whoever applies or adds it has it. */
export const wholeEntry = (list: MapList, key: string): OwnedEntry => ({
  list,
  key,
  parts: ['.', `f:${list.key}`, `f:${list.field}`],
});

/** The entries of a map list by their keys. */
export const entriesOf = (object: KubernetesObject, { parent, name, key }: MapList): ReadonlyMap<string, Fields> => {
  const list = record(record(object['spec'])[parent])[name];
  return new Map((Array.isArray(list) ? list : []).map(record).map((entry) => [String(entry[key]), entry]));
};

export const isSame = (one: OwnedEntry, other: OwnedEntry): boolean => one.list === other.list && one.key === other.key;

/** The time of a write, as an API server notes it. */
export const writtenNow = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
