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
import type { ModuleTreeLookup } from './module-tree';
import { readModuleTree } from './module-tree';
import type { Probe } from '../probe';

/** The evidence state of every kernel module that the catalogue names. Loads nothing and runs nothing. */
export const kernelModulesProbe: Probe<'kernelModules'> = {
  name: 'kernel-modules',
  facts: ['kernelModules'],
  gather: async (host) => ({
    kernelModules: observed(await statesOf(host, kernelModuleTable), 'module files and indexes'),
  }),
};

async function statesOf(host: Host, table: readonly KernelModuleEntry[]): Promise<Record<string, ModuleState>> {
  const release = await kernelReleaseOf(host);
  const [tree, config, running, rules] = await Promise.all([
    treeOf(host, release),
    readKernelConfigFile(host),
    readRunningModules(host, release),
    readLoadingRules(host.files, release.status === 'observed' ? release.value : undefined),
  ]);
  const signing = await readSigningRules(host.files, tree, config);
  const states: Record<string, ModuleState> = {};
  for (const entry of table) {
    states[entry.name] = moduleState(
      await collectModuleEvidence(entry, { files: host.files, tree, config, running, rules, signing }),
    );
  }
  return states;
}

const treeOf = async (host: Host, release: Fact<string>): Promise<ModuleTreeLookup> =>
  release.status === 'observed' ? readModuleTree(host.files, release.value) : 'unseen';
