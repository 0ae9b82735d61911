import type { Fact, ModuleLoading } from '@calico-readiness/requirements';
import { kernelModuleTable, observed } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { KernelConfigFile } from '../../parsers/kernel-config';
import { moduleNameOfPath } from '../../parsers/kernel-modules/module-name';
import { parseModprobePath } from '../../parsers/proc/modprobe-path';
import { readParsed } from '../read-parsed';
import { nameOfFile } from './collect-module-evidence';
import { installedReleases } from './installed-releases';
import { lookUp } from './look-up';
import { modprobeProgram } from './modprobe-program';
import type { ModuleSources } from './module-sources';
import { modulesNamedForBoot } from './modules-at-boot';
import type { ModuleTreeLookup } from './module-tree';
import { writtenValue } from '../kept-symbols';

/** What decides, beside the modules themselves, whether one that is not loaded will be. */
export async function readModuleLoading(
  host: Host,
  { tree, config, running }: Pick<ModuleSources, 'tree' | 'config' | 'running'>,
): Promise<Fact<ModuleLoading>> {
  const path = await readParsed(host.files, 'proc/sys/kernel/modprobe', parseModprobePath);
  const [program, named, others] = await Promise.all([
    modprobeProgram(host, path.status === 'observed' ? path.value : ''),
    modulesNamedForBoot(host.files, host.when),
    installedReleases(host.files),
  ]);
  const helper = helperOf(config);
  // Another kernel than the running one may well have no modules here.
  const lacksTree = tree === 'absent' && running.running !== false && !isMonolithic(config);
  return observed(
    {
      program,
      ...(helper !== undefined && { helper }),
      ...(named !== undefined && { atBoot: modulesAtBoot(named, tree) }),
      ...(lacksTree && others.status === 'observed' && { otherReleases: others.value }),
    },
    'proc/sys/kernel/modprobe and modules-load.d',
  );
}

/** The one program that runs all others for the kernel (security/Kconfig, STATIC_USERMODEHELPER). */
const helperOf = (config: Fact<KernelConfigFile>): string | undefined =>
  config.status === 'observed' && writtenValue(config.value, 'STATIC_USERMODEHELPER') === 'y'
    ? config.value.helperPath
    : undefined;

const isMonolithic = (config: Fact<KernelConfigFile>): boolean =>
  config.status === 'observed' && writtenValue(config.value, 'MODULES') === 'n';

/** Those of the catalogue: what is named, by name or alias, and what that needs. */
function modulesAtBoot(named: ReadonlySet<string>, tree: ModuleTreeLookup): readonly string[] {
  const loaded = new Set(named);
  if (typeof tree !== 'string') {
    for (const name of named) for (const module of seen(lookUp(tree.aliases, name)) ?? []) loaded.add(module);
    for (const name of [...loaded])
      for (const path of seen(lookUp(tree.dependencies, name))?.dependencies ?? [])
        loaded.add(moduleNameOfPath(path) ?? name);
  }
  return kernelModuleTable
    .filter(({ name }) => loaded.has(name) || loaded.has(nameOfFile(name, tree)))
    .map(({ name }) => name);
}

const seen = <T>(found: T | undefined | 'unseen'): T | undefined => (found === 'unseen' ? undefined : found);
