import type { Fact, KernelModuleEntry, ModuleState } from '@calico-readiness/requirements';
import { kernelModuleTable, observed } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import { collectModuleEvidence } from './collect-module-evidence';
import { readKernelConfigFile } from '../kernel-config-file';
import { kernelReleaseOf } from '../kernel-release';
import { readRunningModules } from './loaded-modules';
import { readLoadingRules } from './modprobe-configuration';
import { moduleState } from './module-evidence';
import { readSigningRules } from './module-signature';
import { readModuleLoading } from './module-loading';
import type { ModuleSources } from './module-sources';
import type { ModuleTreeLookup } from './module-tree';
import { readModuleTree } from './module-tree';
import type { Probe } from '../probe';

/** The evidence state of every kernel module that the catalogue names, and what decides whether one is loaded when it is needed. Loads nothing and runs nothing. */
export const kernelModulesProbe: Probe<'kernelModules' | 'moduleLoading'> = {
  name: 'kernel-modules',
  facts: ['kernelModules', 'moduleLoading'],
  gather: async (host) => {
    const sources = await readSources(host);
    return {
      kernelModules: observed(await statesOf(sources, kernelModuleTable), 'module files and indexes'),
      moduleLoading: await readModuleLoading(host, sources),
    };
  },
};

async function readSources(host: Host): Promise<ModuleSources> {
  const release = await kernelReleaseOf(host);
  const [tree, config, running, rules] = await Promise.all([
    treeOf(host, release),
    readKernelConfigFile(host),
    readRunningModules(host, release),
    readLoadingRules(host.files, release.status === 'observed' ? release.value : undefined),
  ]);
  const signing = await readSigningRules(host.files, tree, config);
  return { files: host.files, tree, config, running, rules, signing };
}

async function statesOf(
  sources: ModuleSources,
  table: readonly KernelModuleEntry[],
): Promise<Record<string, ModuleState>> {
  const states: Record<string, ModuleState> = {};
  for (const entry of table) states[entry.name] = moduleState(await collectModuleEvidence(entry, sources));
  return states;
}

const treeOf = async (host: Host, release: Fact<string>): Promise<ModuleTreeLookup> =>
  release.status === 'observed' ? readModuleTree(host, release.value) : 'unseen';
