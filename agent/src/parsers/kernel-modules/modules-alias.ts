import { canonicalModuleName } from './module-name';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { textLines } from '../text-lines';

/** A character that makes an alias a pattern (fnmatch(3)). */
export const partOfPattern = /[*?[]/;

/**
 * `modules.alias` (depmod(8)): the literal aliases of every loadable module, by canonical module name; dashes
 * are underscores in both. Patterns (`pci:v0000…*`) are left out: they name devices, and Calico's modules are asked for
 * by name.
 */
export function parseModulesAlias(text: string): Parsed<ReadonlyMap<string, readonly string[]>> {
  const lines = textLines(text);
  return lines.status === 'malformed' ? lines : parseModulesAliasLines(lines.value);
}

/** The same by its lines, none of them empty. */
export function parseModulesAliasLines(lines: readonly string[]): Parsed<ReadonlyMap<string, readonly string[]>> {
  const aliases = new Map<string, string[]>();
  for (const line of lines) {
    if (line.startsWith('#')) continue;
    const match = /^alias (.+) (\S+)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) return malformed('a line is not `alias name module`');
    if (partOfPattern.test(match[1])) continue;
    const module = canonicalModuleName(match[2]);
    const known = aliases.get(module);
    if (known === undefined) aliases.set(module, [canonicalModuleName(match[1])]);
    else known.push(canonicalModuleName(match[1]));
  }
  return parsed(aliases);
}
