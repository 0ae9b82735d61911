import type { ModprobeDirective } from '../../parsers/kernel-modules/modprobe-d';
import type { ModuleTreeLookup } from './module-tree';
import { matchesShellPattern } from '../../programs/shell-pattern';

/**
 * Whether modprobe loads other modules before or after this one for a `softdep` line. It then passes over an `install` line of
 * the module (kmod, __kmod_module_fill_softdep; tried with libcrc32c and xt_LOG of Linux 6.1). The first line for
 * the module counts, and only if it names something that kmod finds.
 */
export function hasSoftDependencies(
  module: string,
  directives: readonly ModprobeDirective[],
  tree: ModuleTreeLookup,
): boolean {
  for (const directive of directives) {
    if (directive.keyword !== 'softdep' || !matchesShellPattern(module, directive.pattern)) continue;
    return directive.modules.some((name) => isKnown(name, directives, tree));
  }
  return false;
}

/** In modprobe.d or in an index of the kernel's modules. */
function isKnown(name: string, directives: readonly ModprobeDirective[], tree: ModuleTreeLookup): boolean {
  const isNamed = directives.some(
    (directive) =>
      (directive.keyword === 'alias' || directive.keyword === 'install') &&
      matchesShellPattern(name, directive.pattern),
  );
  if (isNamed || typeof tree === 'string') return isNamed;
  const { dependencies, aliases, builtin, builtinModinfo } = tree;
  return (
    (dependencies.status === 'observed' && dependencies.value.has(name)) ||
    (aliases.status === 'observed' && [...aliases.value.values()].some((known) => known.includes(name))) ||
    (builtin.status === 'observed' && builtin.value.has(name)) ||
    (builtinModinfo.status === 'observed' && builtinModinfo.value.aliases.has(name))
  );
}
