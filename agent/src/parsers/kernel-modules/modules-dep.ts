import { isModuleFile, moduleNameOfPath } from './module-name';
import type { Parsed } from '../parsed';
import { malformed, parsed, tooLarge } from '../parsed';
import { textLines } from '../text-lines';

/** A module's file and the files it needs, direct and indirect; paths are relative to the module directory, or absolute. */
export interface ModuleFile {
  readonly path: string;
  readonly dependencies: readonly string[];
}

/** PATH_MAX: the kernel opens no file of a longer path (path_resolution(7)). */
const longestPath = 4096;
/** Of one module, direct and indirect; those with most have some dozens. */
const mostDependencies = 256;

/** `modules.dep` (modules.dep(5)): the file of every loadable module that depmod(8) saw, by canonical module name. */
export function parseModulesDep(text: string): Parsed<ReadonlyMap<string, ModuleFile>> {
  const lines = textLines(text);
  return lines.status === 'malformed' ? lines : parseModulesDepLines(lines.value);
}

/** The same by its lines, none of them empty. */
export function parseModulesDepLines(lines: readonly string[]): Parsed<ReadonlyMap<string, ModuleFile>> {
  const files = new Map<string, ModuleFile>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const path = line.slice(0, Math.max(colon, 0));
    const name = moduleNameOfPath(path);
    if (name === undefined) return malformed('a line does not start with a module file');
    const dependencies = line
      .slice(colon + 1)
      .split(/\s+/)
      .filter((dependency) => dependency !== '');
    if (!dependencies.every(isModuleFile)) return malformed('a dependency is not a module file');
    if (dependencies.length > mostDependencies)
      return tooLarge(`a module needs more than ${String(mostDependencies)} others`);
    if ([path, ...dependencies].some(({ length }) => length > longestPath))
      return tooLarge(`a path has more than ${String(longestPath)} characters`);
    files.set(name, { path, dependencies });
  }
  return parsed(files);
}
