import type { HostFacts, KernelModuleEntry, ModuleState } from '@calico-readiness/requirements';
import { kernelModuleTable, observed } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import { remember } from '../../host/memory/remember';
import { collectModuleEvidence } from './collect-module-evidence';
import { readKernelConfigFile } from '../kernel-config-file';
import { kernelReleaseOf } from '../kernel-release';
import { isLoadedAtBoot } from './loaded-at-boot';
import { readRunningModules, wordsOf } from './loaded-modules';
import { readLoadingRules } from './modprobe-configuration';
import { moduleState } from './module-evidence';
import { readSigningRules } from './module-signature';
import { readModuleLoading } from './module-loading';
import type { ModuleSources } from './module-sources';
import { modulesNamedForBoot } from './modules-at-boot';
import { readModuleTree } from './module-tree';
import type { Probe } from '../probe';

/** The evidence state of every kernel module that the catalogue names, and what decides whether one is loaded when it is needed. Loads nothing and runs nothing. */
export const kernelModulesProbe: Probe<'kernelModules' | 'moduleLoading'> = {
  name: 'kernel-modules',
  facts: ['kernelModules', 'moduleLoading'],
  gather: async (host) => {
    const release = await kernelReleaseOf(host);
    const config = await readKernelConfigFile(host);
    const running = await readRunningModules(host, release);
    const of = release.status === 'observed' ? release.value : undefined;
    const look = (files: Host): Promise<ModuleFacts> => conclude(files, { release: of, config, running });
    // What is loaded is told anew each time, in other words where another module is used.
    return remember(host, 'kernel modules', look, [of, config, wordsOf(running)]);
  },
};

type ModuleFacts = Pick<HostFacts, 'kernelModules' | 'moduleLoading'>;

interface KernelAtHand extends Pick<ModuleSources, 'config' | 'running'> {
  readonly release: string | undefined;
}

async function conclude(host: Host, kernel: KernelAtHand): Promise<ModuleFacts> {
  const sources = await readSources(host, kernel);
  const named = host.when === 'next boot' ? await modulesNamedForBoot(host.files, host.when) : undefined;
  return {
    kernelModules: observed(await statesOf(sources, kernelModuleTable, named), 'module files and indexes'),
    moduleLoading: await readModuleLoading(host, sources),
  };
}

async function readSources(host: Host, { release, config, running }: KernelAtHand): Promise<ModuleSources> {
  const tree = release === undefined ? 'unseen' : await readModuleTree(host, release);
  const rules = await readLoadingRules(host.files, release, host.when);
  const signing = await readSigningRules(host.files, tree, config);
  return { files: host.files, tree, config, running, rules, signing };
}

async function statesOf(
  sources: ModuleSources,
  table: readonly KernelModuleEntry[],
  named: ReadonlySet<string> = new Set(),
): Promise<Record<string, ModuleState>> {
  const states: Record<string, ModuleState> = {};
  for (const entry of table) {
    const state = moduleState(await collectModuleEvidence(entry, sources));
    const isLoaded = (state === 'loadable' || state === 'blacklisted') && (await isLoadedAtBoot(entry, named, sources));
    states[entry.name] = isLoaded ? 'loaded' : state;
  }
  return states;
}
