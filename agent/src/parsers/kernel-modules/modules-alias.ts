import { canonicalModuleName } from './module-name';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { textLines } from '../text-lines';

/**
 * `modules.alias` (depmod(8)): the literal aliases of every loadable module, by canonical module name; dashes
 * are underscores in both. Patterns (`pci:v0000…*`) are left out: they name devices, and Calico's modules are asked for
 * by name.
 */
export function parseModulesAlias(text: string): Parsed<ReadonlyMap<string, readonly string[]>> {
  const lines = textLines(text);
  if (lines.status === 'malformed') return lines;
  const aliases = new Map<string, string[]>();
  for (const line of lines.value) {
    if (line.startsWith('#')) continue;
    const match = /^alias (.+) (\S+)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) return malformed('a line is not `alias name module`');
    if (/[*?[]/.test(match[1])) continue;
    const module = canonicalModuleName(match[2]);
    const known = aliases.get(module);
    if (known === undefined) aliases.set(module, [canonicalModuleName(match[1])]);
    else known.push(canonicalModuleName(match[1]));
  }
  return parsed(aliases);
}
