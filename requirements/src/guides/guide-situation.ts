import { firewallUnits } from '../derived/firewall-units';
import { loadingOnDemand } from '../derived/loading-on-demand';
import { missingModuleTree } from '../derived/missing-module-tree';
import { networkManagerControl } from '../derived/network-manager-control';
import { byMergeOrder } from '../derived/network-manager-file-order';
import type { FirewallUnit } from '../derived/firewall-units';
import { systemdNetworkdControl } from '../derived/systemd-networkd-control';
import { modulesOfRequirement } from '../catalogue/kernel/modules-of-requirement';
import type { ProfileValues } from '../model/profile-values';
import type { Fact } from '../model/fact';
import type { HostFacts } from '../model/host-facts';
import type { ModuleState } from '../model/kernel-module';
import { moduleStates } from '../model/kernel-module';
import type { NetworkManager } from '../model/network-manager';
import { calicoInterfaces } from '../model/network-manager';
import { decidingModules } from './kernel-modules/deciding-modules';
import { unitsToStop } from './units-to-stop';

/** A node on which the requirements named here are not met and this guide is the remedy. */
export interface AffectedNode {
  readonly name: string;
  readonly facts: HostFacts;
  /** What the node was judged against; it decides which modules a requirement takes. */
  readonly profile: ProfileValues;
  /** Requirement ids; open strings, because another catalogue may have written the report. */
  readonly requirements: readonly string[];
}

/**
 * What the affected nodes have in common, as far as a guide's files and commands hang on it. Only names
 * that this catalogue knows get in, so that nothing a host made up reaches a command or a file;
 * `networkManagerFiles`, `refusedFiles` and `networkdFiles` are the exception and are for reading only.
 */
export interface GuideSituation {
  /** The first affected node by name, for commands that look at one. */
  readonly exampleNode?: string;
  /** Firewall managers that run or would start, in the order of `firewallUnits`. */
  readonly firewallUnits: readonly FirewallUnit[];
  /** Modules that the unmet requirements need, under the evidence states they have on some affected node. */
  readonly modules: Readonly<Partial<Record<ModuleState, readonly string[]>>>;
  /** Whether the running kernel of some affected node has no modules on the disk, and another kernel has: only a reboot helps there. */
  readonly moduleTreeMissing: boolean;
  /** False where the kernel of some affected node was seen not to start modprobe, or to start what may be another program. */
  readonly loadsOnDemand: boolean;
  /** Paths, without leading slash, of the NetworkManager configuration files that take part on some affected node, in merge order. */
  readonly networkManagerFiles: readonly string[];
  /** Files that make NetworkManager exit at its next start. */
  readonly refusedFiles: readonly string[];
  /** Whether NetworkManager may be what takes Calico's interfaces on some affected node; true where nobody knows. */
  readonly networkManagerTakes: boolean;
  /** Whether systemd-networkd takes one of them on some affected node, now or after the next boot. */
  readonly networkdTakes: boolean;
  /** Paths, without leading slash, of the files by which it does. */
  readonly networkdFiles: readonly string[];
}

/** The situation when no node is affected, or when nobody knows. */
export const noSituation: GuideSituation = {
  firewallUnits: [],
  modules: {},
  moduleTreeMissing: false,
  loadsOnDemand: true,
  networkManagerFiles: [],
  refusedFiles: [],
  networkManagerTakes: true,
  networkdTakes: false,
  networkdFiles: [],
};

/** Sums up what the guides need to know of these nodes. */
export function guideSituation(nodes: readonly AffectedNode[]): GuideSituation {
  const exampleNode = nodes.map((node) => node.name).sort()[0];
  const units = new Set(
    nodes.flatMap(({ facts, requirements }) =>
      valueOf(facts.services).flatMap((services) => unitsToStop(services, requirements)),
    ),
  );
  const networkManagers = nodes.flatMap((node) => valueOf(node.facts.networkManager));
  const withNetworkd = nodes.filter(networkdTakes);
  return {
    ...(exampleNode !== undefined && { exampleNode }),
    firewallUnits: firewallUnits.filter((unit) => units.has(unit)),
    modules: modulesByState(nodes),
    moduleTreeMissing: nodes.some(lacksModuleTree),
    loadsOnDemand: !nodes.some(ignoresRequests),
    networkManagerFiles: distinct(networkManagers.flatMap((manager) => manager.configurationFiles)).sort(byMergeOrder),
    refusedFiles: distinct(networkManagers.flatMap((manager) => manager.refusedFile ?? [])),
    // Where networkd takes them, and NetworkManager none, NetworkManager's steps would be of no use.
    networkManagerTakes:
      withNetworkd.length < nodes.length || networkManagers.some(networkManagerTakes) || nodes.length === 0,
    networkdTakes: withNetworkd.length > 0,
    networkdFiles: distinct(
      withNetworkd
        .flatMap((node) => valueOf(node.facts.systemdNetworkd))
        .flatMap(({ files }) => Object.values(files ?? {})),
    ),
  };
}

const networkManagerTakes = (manager: NetworkManager): boolean =>
  !['not-installed', 'ignored'].includes(networkManagerControl(manager, calicoInterfaces));

/** Only where that is why the node is affected: another guide's nodes may have networkd, too. */
const networkdTakes = ({ facts, requirements }: AffectedNode): boolean =>
  requirements.some((requirement) => requirement.startsWith('networkmanager-ignores-')) &&
  ['manages', 'manages-later'].includes(systemdNetworkdControl(facts.systemdNetworkd, calicoInterfaces));

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

function modulesByState(nodes: readonly AffectedNode[]): GuideSituation['modules'] {
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

const valueOf = <T>(fact: Fact<T>): readonly T[] => (fact.status === 'observed' ? [fact.value] : []);

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();
