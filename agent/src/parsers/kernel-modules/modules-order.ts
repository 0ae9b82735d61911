import { moduleNameOfPath } from './module-name';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { textLines } from '../text-lines';

/**
 * `modules.order` (kbuild.rst; written by the kernel's scripts/Makefile.modinst): the paths of all modules that were built with
 * the kernel itself, relative to its module directory, without a suffix for compression. What DKMS, akmods or a
 * package for another kernel put there later is not among them.
 */
export function parseModulesOrder(text: string): Parsed<ReadonlySet<string>> {
  const lines = textLines(text);
  if (lines.status === 'malformed') return lines;
  const paths = new Set<string>();
  for (const line of lines.value) {
    if (moduleNameOfPath(line) === undefined || !line.endsWith('.ko')) return malformed('a line is not a module file');
    paths.add(line);
  }
  // A package that was built without its modules has an empty one.
  return paths.size === 0 ? malformed('names no module') : parsed(paths);
}
