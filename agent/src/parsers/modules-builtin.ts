import { moduleNameOfPath } from './module-name';
import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';
import { wholeLines } from './whole-lines';

/**
 * `modules.builtin` (kbuild.rst): canonical names of the modules that are part of the kernel image. Code that
 * can only be built in (a bool symbol) is not listed there.
 */
export function parseModulesBuiltin(text: string): Parsed<ReadonlySet<string>> {
  const lines = wholeLines(text);
  if (lines.status === 'malformed') return lines;
  const names = lines.value.map(moduleNameOfPath);
  if (names.includes(undefined)) return malformed('a line is not a module file');
  return parsed(new Set(names.filter((name) => name !== undefined)));
}
