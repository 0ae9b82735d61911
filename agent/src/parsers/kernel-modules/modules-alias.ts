import { canonicalModuleName } from './module-name';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { textLines } from '../text-lines';

/** A character that makes an alias a pattern (fnmatch(3)). */
export const partOfPattern = /[*?[]/;

/**
 * `modules.alias` (depmod(8)): the modules of every literal alias, by canonical names: dashes are underscores in both.
 * Patterns (`pci:v0000…*`) are left out: they name devices, and Calico's modules are asked for by name.
 */
export function parseModulesAlias(text: string): Parsed<ReadonlyMap<string, readonly string[]>> {
  const lines = textLines(text);
  if (lines.status === 'malformed') return lines;
  const modules = new Map<string, string[]>();
  for (const line of lines.value) {
    if (line.startsWith('#')) continue;
    const match = /^alias (.+) (\S+)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) return malformed('a line is not `alias name module`');
    if (partOfPattern.test(match[1])) continue;
    const [alias, module] = [canonicalModuleName(match[1]), canonicalModuleName(match[2])];
    const known = modules.get(alias);
    if (known === undefined) modules.set(alias, [module]);
    else known.push(module);
  }
  return parsed(modules);
}
