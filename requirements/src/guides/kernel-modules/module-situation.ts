import { modulesOfRequirement } from '../../catalogue/kernel/modules-of-requirement';
import type { ExtraModules } from '../../derived/extra-modules';
import { loadingOnDemand } from '../../derived/loading-on-demand';
import { missingModuleTree } from '../../derived/missing-module-tree';
import type { ModuleState } from '../../model/kernel-module';
import { moduleStates } from '../../model/kernel-module';
import type { AffectedNode } from '../affected-node';
import { decidingModules } from './deciding-modules';
import { lackingPackages } from './lacking-packages';

/** What the affected nodes have in common, as far as it is about kernel modules. */
export interface ModuleSituation {
  /** Modules that the unmet requirements need, under the evidence states they have on some affected node. */
  readonly modules: Readonly<Partial<Record<ModuleState, readonly string[]>>>;
  /** The packages that would bring modules to affected nodes that were not installed with their files. */
  readonly extraModules: readonly ExtraModules[];
  /** Whether the running kernel of some affected node has no modules on the disk, and another kernel has: only a reboot helps there. */
  readonly moduleTreeMissing: boolean;
  /** False where the kernel of some affected node was seen not to start modprobe, or to start what may be another program. */
  readonly loadsOnDemand: boolean;
}

/** The situation when no node is affected, or when nobody knows. */
export const noModuleSituation: ModuleSituation = {
  modules: {},
  extraModules: [],
  moduleTreeMissing: false,
  loadsOnDemand: true,
};

/** Sums up what the guide for kernel modules needs to know of these nodes. */
export const moduleSituation = (nodes: readonly AffectedNode[]): ModuleSituation => ({
  modules: modulesByState(nodes),
  extraModules: lackingPackages(nodes.filter((node) => !lacksModuleTree(node))),
  moduleTreeMissing: nodes.some(lacksModuleTree),
  loadsOnDemand: !nodes.some(ignoresRequests),
});

const needsModules = (requirement: string): boolean => modulesOfRequirement(requirement).length > 0;

/** Only where the path was seen: what nobody saw is no advice. */
const ignoresRequests = ({ facts, profile, requirements }: AffectedNode): boolean =>
  facts.modprobePath.status === 'observed' &&
  loadingOnDemand(facts, profile).requests !== 'load' &&
  requirements.some(needsModules);

const lacksModuleTree = ({ facts, requirements }: AffectedNode): boolean =>
  missingModuleTree(facts) !== undefined && requirements.some(needsModules);

/** Where the running kernel has no modules on the disk, it is not one that has to be installed. */
const isAwaitingReboot = (node: AffectedNode, state: ModuleState): boolean =>
  lacksModuleTree(node) && (state === 'configured-only' || state === 'unknown');

function modulesByState(nodes: readonly AffectedNode[]): ModuleSituation['modules'] {
  const states = new Map<ModuleState, Set<string>>();
  for (const node of nodes) {
    const evidence = node.requirements.flatMap((requirement) => decidingModules(requirement, node.profile, node.facts));
    for (const { name, state } of evidence)
      if (!isAwaitingReboot(node, state)) states.set(state, (states.get(state) ?? new Set()).add(name));
  }
  return Object.fromEntries(
    moduleStates.flatMap((state) => {
      const names = states.get(state);
      return names === undefined ? [] : [[state, [...names].sort()]];
    }),
  );
}
