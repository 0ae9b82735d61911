import { canonicalModuleName } from './module-name';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { cutOff } from '../text-lines';

/** What `modules.builtin.modinfo` names. */
export interface BuiltinModinfo {
  /** Canonical names of everything in the kernel image that carries module information, bool symbols too. */
  readonly modules: ReadonlySet<string>;
  /** Names by which the kernel asks for that code, e.g. `ipt_mark`. Literal aliases only. */
  readonly aliases: ReadonlySet<string>;
}

const entryFormat = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_]+)=/;

/** `modules.builtin.modinfo` (kbuild.rst): `module.key=value`, each ended by a NUL byte. */
export function parseModulesBuiltinModinfo(text: string): Parsed<BuiltinModinfo> {
  if (text !== '' && !text.endsWith('\0')) return malformed(cutOff);
  const modules = new Set<string>();
  const aliases = new Set<string>();
  for (const entry of text.split('\0')) {
    if (entry === '') continue;
    const match = entryFormat.exec(entry);
    if (match?.[1] === undefined) return malformed('an entry is not module.key=value');
    modules.add(canonicalModuleName(match[1]));
    const value = entry.slice(match[0].length);
    if (match[2] === 'alias' && !/[*?[]/.test(value)) aliases.add(canonicalModuleName(value));
  }
  return parsed({ modules, aliases });
}
