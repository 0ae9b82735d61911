import type { ChangedUnit } from './machine-config-change';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { isList, isObject, textOf } from '../unknown-value';

/** A unit's name (systemd.unit(5), "DESCRIPTION"): a file name of these letters, and one of the types. */
const unitName =
  /^[A-Za-z0-9:_.\\@-]{1,240}\.(?:service|socket|device|mount|automount|swap|target|path|timer|slice|scope)$/;

/** A file of a drop-in directory; systemd reads those that end so. */
const dropInName = /^[^/\0]{1,250}\.conf$/;

/** The units of `systemd.units`. */
export function changedUnits(list: readonly unknown[]): Parsed<readonly ChangedUnit[]> {
  const units: ChangedUnit[] = [];
  for (const [index, item] of list.entries()) {
    const name = isObject(item) ? textOf(item['name']) : undefined;
    const place = `in entry ${String(index + 1)} of systemd.units`;
    if (!isObject(item) || name === undefined || !unitName.test(name)) return malformed(`has no valid name ${place}`);
    const dropIns = dropInsOf(item['dropins']);
    if (dropIns === undefined) return malformed(`has a drop-in without a valid name ${place}`);
    const { mask, contents } = item;
    // Specification 1 called it `enable`, and specification 2 still reads that.
    const enabled = item['enabled'] ?? item['enable'];
    units.push({
      name,
      ...(typeof mask === 'boolean' && { mask }),
      ...(typeof enabled === 'boolean' && { enabled }),
      ...(typeof contents === 'string' && contents !== '' && { contents }),
      dropIns,
    });
  }
  return parsed(units);
}

/** Those without content are none (Ignition writes nothing for them). */
function dropInsOf(value: unknown): ChangedUnit['dropIns'] | undefined {
  const dropIns: { readonly name: string; readonly contents: string }[] = [];
  for (const item of isList(value) ? value : []) {
    const name = isObject(item) ? textOf(item['name']) : undefined;
    if (!isObject(item) || name === undefined || !dropInName.test(name)) return undefined;
    const contents = textOf(item['contents']) ?? '';
    if (contents !== '') dropIns.push({ name, contents });
  }
  return dropIns;
}
