import type { JsonMap, Parse } from './json-value';
import { isMap, ownValue } from './json-value';

/**
 * What one field of one object says. `from` names object and field for a person.
 *
 * - `set`: this value
 * - `unset`: the object was read and leaves the field out, so that the default of the program that reads it holds
 * - `absent`: there is no such object
 * - `unusable`: the object cannot be read, or it or the field is not what it should be: nothing is known
 */
export type Reading<T> =
  | { readonly status: 'set'; readonly value: T; readonly from: string }
  | { readonly status: 'unset' | 'absent' | 'unusable'; readonly from: string };

/** An object that can be asked for its fields, or why there is none. */
export type ObjectReading =
  | { readonly status: 'read'; readonly object: JsonMap; readonly label: string }
  | { readonly status: 'absent' | 'unusable'; readonly from: string };

/** Asks an object for a field, e.g. `spec.calicoNetwork.bgp`. A path through something that is no map is unusable. */
export function readField<T>(reading: ObjectReading, path: string, parse: Parse<T>): Reading<T> {
  if (reading.status !== 'read') return reading;
  const from = `${reading.label} ${path}`;
  let value: unknown = reading.object;
  for (const key of path.split('.')) {
    if (value === undefined) break;
    if (!isMap(value)) return { status: 'unusable', from: `${from} is malformed` };
    value = ownValue(value, key);
  }
  if (value === undefined) return { status: 'unset', from: `${from} is not set` };
  const parsed = parse(value);
  return parsed === undefined
    ? { status: 'unusable', from: `${from} has an unknown value` }
    : { status: 'set', value: parsed, from };
}

/** The value that a reading holds, or undefined. */
export const valueOf = <T>(reading: Reading<T>): T | undefined =>
  reading.status === 'set' ? reading.value : undefined;

/** Whether the reading leaves open what the object says; an absent object says nothing, and that is known. */
export const isUnusable = (reading: { readonly status: string }): boolean => reading.status === 'unusable';
