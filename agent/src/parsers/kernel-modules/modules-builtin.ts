import { moduleNameOfPath } from './module-name';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { textLines } from '../text-lines';

/**
 * `modules.builtin` (kbuild.rst): canonical names of the modules that are part of the kernel image. Code that
 * can only be built in (a bool symbol) is not listed there.
 */
export function parseModulesBuiltin(text: string): Parsed<ReadonlySet<string>> {
  const lines = textLines(text);
  if (lines.status === 'malformed') return lines;
  const names = new Set<string>();
  for (const line of lines.value) {
    const name = moduleNameOfPath(line);
    if (name === undefined) return malformed('a line is not a module file');
    names.add(name);
  }
  return parsed(names);
}
