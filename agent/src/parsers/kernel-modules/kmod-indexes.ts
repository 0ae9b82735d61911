import type { Parsed } from '../parsed';
import { parsed } from '../parsed';
import { parseKmodIndex } from './kmod-index';
import { KmodLookup } from './kmod-lookup';
import { canonicalModuleName } from './module-name';
import { partOfPattern } from './modules-alias';
import type { BuiltinModinfo } from './modules-builtin-modinfo';
import type { ModuleFile } from './modules-dep';
import { parseModulesDepLines } from './modules-dep';

/**
 * What an index says of single names: undefined of one that is not in it, `malformed` where no genuine index could say that. A
 * Map is one as well.
 */
export interface IndexLookup<T> {
  get(name: string): T | undefined | 'malformed';
}

/** `modules.dep.bin`: what `modules.dep` says, and what modprobe(8) looks at in its place (modules.dep(5)). */
export function parseModulesDepBin(bytes: Uint8Array): Parsed<IndexLookup<ModuleFile>> {
  return lookupIn(bytes, (name, [line = '']) => {
    const files = line.includes('\n') ? undefined : parseModulesDepLines([line]);
    // The key is what modprobe is asked for, the value is what it loads.
    return (files?.status === 'parsed' ? files.value.get(name) : undefined) ?? 'malformed';
  });
}

/** `modules.alias.bin`: what `modules.alias` says, by the same rules. */
export function parseModulesAliasBin(bytes: Uint8Array): Parsed<IndexLookup<readonly string[]>> {
  return lookupIn(bytes, (name, modules) =>
    partOfPattern.test(name) ? undefined : modules.map((module) => canonicalModuleName(module)),
  );
}

/** `modules.builtin.bin`: canonical names of the modules that are part of the kernel image, as in `modules.builtin`. */
export function parseModulesBuiltinBin(bytes: Uint8Array): Parsed<ReadonlySet<string>> {
  const index = parseKmodIndex(bytes);
  return index.status === 'malformed' ? index : parsed(new Set(index.value.map(({ key }) => canonicalModuleName(key))));
}

/**
 * `modules.builtin.alias.bin`: what `modules.builtin.modinfo` says of aliases. Code that has none is not in it, so that it
 * names fewer modules.
 */
export function parseModulesBuiltinAliasBin(bytes: Uint8Array): Parsed<BuiltinModinfo> {
  const index = parseKmodIndex(bytes);
  if (index.status === 'malformed') return index;
  const literal = index.value.filter(({ key }) => !/[*?[]/.test(key));
  return parsed({
    modules: new Set(index.value.map(({ value }) => canonicalModuleName(value))),
    aliases: new Set(literal.map(({ key }) => canonicalModuleName(key))),
  });
}

/** `meaning` is asked about names that have values. */
function lookupIn<T>(
  bytes: Uint8Array,
  meaning: (name: string, values: readonly string[]) => T | undefined | 'malformed',
): Parsed<IndexLookup<T>> {
  const lookup = KmodLookup.open(bytes);
  if (lookup.status === 'malformed') return lookup;
  return parsed({
    get(name) {
      const values = lookup.value.valuesOf(name);
      if (values === 'malformed') return values;
      return values.length === 0 ? undefined : meaning(name, values);
    },
  });
}
