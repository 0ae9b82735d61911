import { isRecord } from '../kubernetes-object';
import type { MapList } from '../map-list';
import { apiVersionOf, type ResourceType } from '../resource-type';
import { StatusError } from '../status';

type Fields = Readonly<Record<string, unknown>>;

/** What is applied, by list and key. */
export type Applied = ReadonlyMap<MapList, ReadonlyMap<string, Fields>>;

/** Refuses what the schema does not have, and a list that has a key twice or an entry without one. */
export const readApplied = (type: ResourceType, name: string, patch: unknown): Applied => {
  const failed = (what: string): StatusError =>
    new StatusError(
      'InternalError',
      `failed to create typed patch object (/${name}; ${apiVersionOf(type)}, Kind=${type.kind}): ${what}`,
    );
  if (!isRecord(patch) || !isRecord(patch['metadata'])) throw failed('no object');
  const lists = type.mapLists ?? [];
  const spec = isRecord(patch['spec']) ? patch['spec'] : {};
  const unknown = Object.entries(spec).flatMap(([parent, value]) =>
    Object.keys(isRecord(value) ? value : { '': 0 })
      .filter((child) => !lists.some((list) => list.parent === parent && list.name === child))
      .map((child) => `.spec.${parent}${child === '' ? '' : `.${child}`}: field not declared in schema`),
  );
  const applied = lists.map((list) => {
    const parent = spec[list.parent];
    const items = isRecord(parent) && Array.isArray(parent[list.name]) ? (parent[list.name] as unknown[]) : [];
    const wishes = new Map<string, Fields>();
    items.forEach((item, index) => {
      const at = `.spec.${list.parent}.${list.name}`;
      const entry = isRecord(item) ? item : {};
      const key = entry[list.key];
      if (typeof key !== 'string') {
        const reason = `associative list with keys has an element that omits all key fields ["${list.key}"] (and doesn't have default values for any key fields)`;
        throw failed(`${at}: element ${String(index)}: ${reason}`);
      }
      if (wishes.has(key)) throw failed(`${at}: duplicate entries for key [${list.key}=${JSON.stringify(key)}]`);
      for (const field of Object.keys(entry)) {
        if (field !== list.key && field !== list.field)
          unknown.unshift(`${at}[${list.key}=${JSON.stringify(key)}].${field}: field not declared in schema`);
      }
      wishes.set(key, entry);
    });
    return [list, wishes] as const;
  });
  if (unknown.length === 1) throw failed(unknown.join(''));
  if (unknown.length > 1) throw failed(`errors:\n${unknown.map((line) => `  ${line}`).join('\n')}`);
  return new Map(applied);
};
