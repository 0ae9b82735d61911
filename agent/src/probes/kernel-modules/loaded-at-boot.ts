import type { KernelModuleEntry } from '@calico-readiness/requirements';
import { moduleNameOfPath } from '../../parsers/kernel-modules/module-name';
import { nameOfFile } from './collect-module-evidence';
import { moduleFile } from './module-file';
import { hindranceOf } from './module-hindrance';
import { signatureOf } from './module-signature';
import type { ModuleSources } from './module-sources';
import { hasSoftDependencies } from './soft-dependencies';

/**
 * Whether the next boot will have loaded a module that modules-load.d(5) names: it is on the disk with what it needs, and
 * nothing keeps it out by its name. Unlike the kernel systemd-modules-load asks for no alias, so that an alias that leads
 * elsewhere does not hinder it; a blacklist does (systemd, module-util.c, KMOD_PROBE_APPLY_BLACKLIST).
 */
export async function isLoadedAtBoot(
  { name }: KernelModuleEntry,
  named: ReadonlySet<string>,
  sources: ModuleSources,
): Promise<boolean> {
  const { tree, rules } = sources;
  if (!named.has(name) || typeof tree === 'string' || nameOfFile(name, tree) !== name) return false;
  const file = await moduleFile(name, sources);
  if (file.state !== 'present') return false;
  const dependencies = file.dependencies.map(moduleNameOfPath).filter((needed) => needed !== undefined);
  const withSoftDependencies = [name, ...dependencies].filter((one) =>
    hasSoftDependencies(one, rules.directives, tree),
  );
  const request = { name, aliases: [], askedByName: true, dependencies, withSoftDependencies };
  if (hindranceOf(request, rules) !== 'none') return false;
  return (await signatureOf(file.paths, tree.path, sources.files, sources.signing)) === 'not-asked';
}
