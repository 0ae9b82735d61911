import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import type { KmodIndexEntry } from './kmod-index';
import { parseKmodIndex } from './kmod-index';
import { canonicalModuleName } from './module-name';
import { parseModulesAliasLines, partOfPattern } from './modules-alias';
import type { BuiltinModinfo } from './modules-builtin-modinfo';
import type { ModuleFile } from './modules-dep';
import { parseModulesDepLines } from './modules-dep';

/** `modules.dep.bin`: what `modules.dep` says, and what modprobe(8) looks at in its place (modules.dep(5)). */
export function parseModulesDepBin(bytes: Uint8Array): Parsed<ReadonlyMap<string, ModuleFile>> {
  const index = parseKmodIndex(bytes);
  if (index.status === 'malformed') return index;
  const files = parseLines(index.value, ({ value }) => value, parseModulesDepLines);
  // The key is what modprobe is asked for, the value is what it loads.
  return files.status === 'malformed' || index.value.every(({ key }) => files.value.has(canonicalModuleName(key)))
    ? files
    : malformed('a key is not the module that it leads to');
}

/** `modules.alias.bin`: what `modules.alias` says, by the same rules. */
export function parseModulesAliasBin(bytes: Uint8Array): Parsed<ReadonlyMap<string, readonly string[]>> {
  const index = parseKmodIndex(bytes, partOfPattern);
  return index.status === 'malformed'
    ? index
    : parseLines(index.value, ({ key, value }) => `alias ${key} ${value}`, parseModulesAliasLines);
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

/** Through the parser of the text file that depmod(8) writes beside the index. */
function parseLines<T>(
  entries: readonly KmodIndexEntry[],
  line: (entry: KmodIndexEntry) => string,
  parse: (lines: readonly string[]) => Parsed<T>,
): Parsed<T> {
  const lines = entries.map(line).filter((each) => each !== '');
  return lines.some((each) => each.includes('\n')) ? malformed('an entry of the index has a line end') : parse(lines);
}
