import type { ModprobeDirective } from '../../parsers/kernel-modules/modprobe-d';
import type { ModuleTreeLookup } from './module-tree';
import { indexOf } from './directive-index';
import { isListed } from './look-up';

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
  const { softDependencies, isNamed } = indexOf(directives);
  return (softDependencies.first(module) ?? []).some((name) => isNamed(name) || isIndexed(name, tree));
}

/** In an index of the kernel's modules. */
function isIndexed(name: string, tree: ModuleTreeLookup): boolean {
  if (typeof tree === 'string') return false;
  const { dependencies, aliases, builtin, builtinModinfo } = tree;
  return (
    isListed(dependencies, name) ||
    isListed(aliases, name) ||
    (builtin.status === 'observed' && builtin.value.has(name)) ||
    (builtinModinfo.status === 'observed' && builtinModinfo.value.aliases.has(name))
  );
}
