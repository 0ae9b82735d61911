import type { ClusterObject } from './cluster-objects';
import type { JsonMap } from './json-value';
import { isMap, ownValue } from './json-value';
import type { ObjectReading } from './reading';
import { shortText } from './short-text';

/** How an object must introduce itself; the API server puts kind and apiVersion on every object that it answers with. */
export interface ObjectIdentity {
  readonly kind: string;
  readonly apiVersions: readonly string[];
  readonly name: string;
  readonly namespace?: string;
  /** What a person calls it, if kind and name are not enough. */
  readonly label?: string;
}

/** Items of a list that were what they should be, and whether others had to be left out. */
export type ListReading =
  | {
      readonly status: 'read';
      readonly items: readonly { readonly name: string; readonly object: JsonMap }[];
      readonly malformed: boolean;
    }
  | { readonly status: 'absent' | 'unusable'; readonly from: string };

/** Opens a single object. One that is not the object asked for is unusable: another's fields would tell nonsense. */
export function openObject(
  read: ClusterObject,
  { kind, apiVersions, name, namespace, label = `${kind} ${name}` }: ObjectIdentity,
): ObjectReading {
  if (read.status !== 'found') return notFound(read, label);
  const { object } = read;
  const matches =
    isMap(object) &&
    object['kind'] === kind &&
    apiVersions.some((version) => version === object['apiVersion']) &&
    metadata(object, 'name') === name &&
    (namespace === undefined || metadata(object, 'namespace') === namespace);
  return matches ? { status: 'read', object, label } : { status: 'unusable', from: `${label} is malformed` };
}

/**
 * Opens a list, as the API (`IPPoolList`) or `kubectl get -o json` (`List`) gives it. In the API's own lists items may
 * come without kind and apiVersion; an item with another kind, or without a name, is left out and counted as malformed.
 */
export function openList(read: ClusterObject, kind: string, apiVersions: readonly string[]): ListReading {
  if (read.status !== 'found') return notFound(read, kind);
  const { object } = read;
  const typed =
    isMap(object) &&
    object['kind'] === `${kind}List` &&
    apiVersions.some((version) => version === object['apiVersion']);
  const generic = isMap(object) && object['kind'] === 'List' && object['apiVersion'] === 'v1';
  const items = isMap(object) ? ownValue(object, 'items') : undefined;
  if ((!typed && !generic) || !Array.isArray(items)) return { status: 'unusable', from: `${kind} list is malformed` };
  const usable = items.flatMap((item: unknown) => {
    if (!isMap(item)) return [];
    const [itemKind, itemVersion, name] = [
      ownValue(item, 'kind'),
      ownValue(item, 'apiVersion'),
      metadata(item, 'name'),
    ];
    const kindMatches = itemKind === kind || (typed && itemKind === undefined);
    const versionMatches =
      apiVersions.some((version) => version === itemVersion) || (typed && itemVersion === undefined);
    return kindMatches && versionMatches && typeof name === 'string' && name !== '' ? [{ name, object: item }] : [];
  });
  return { status: 'read', items: usable, malformed: usable.length < items.length };
}

/** One object of a list by its name, which is unusable where it is in there twice. */
export function openListed(list: ListReading, kind: string, name: string): ObjectReading {
  if (list.status !== 'read') return list;
  const label = `${kind} ${name}`;
  const [item, ...others] = list.items.filter((candidate) => candidate.name === name);
  if (item === undefined)
    return list.malformed
      ? { status: 'unusable', from: `${kind} list is malformed` }
      : { status: 'absent', from: `${label} does not exist` };
  return others.length === 0
    ? { status: 'read', object: item.object, label }
    : { status: 'unusable', from: `${label} is in the list twice` };
}

function notFound(
  read: Exclude<ClusterObject, { status: 'found' }>,
  label: string,
): { status: 'absent' | 'unusable'; from: string } {
  return read.status === 'absent'
    ? { status: 'absent', from: `${label} does not exist` }
    : { status: 'unusable', from: `${label} cannot be read: ${shortText(read.reason, 60)}` };
}

function metadata(object: JsonMap, key: string): unknown {
  const value = ownValue(object, 'metadata');
  return isMap(value) ? ownValue(value, key) : undefined;
}
