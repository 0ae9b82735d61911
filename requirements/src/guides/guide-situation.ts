import type { ExtraModules } from '../derived/extra-modules';
import { firewallUnits } from '../derived/firewall-units';
import { networkManagerControl } from '../derived/network-manager-control';
import { byMergeOrder } from '../derived/network-manager-file-order';
import type { FirewallUnit } from '../derived/firewall-units';
import { systemdNetworkdControl } from '../derived/systemd-networkd-control';
import type { ProfileValues } from '../model/profile-values';
import type { Fact } from '../model/fact';
import type { HostFacts } from '../model/host-facts';
import type { ModuleState } from '../model/kernel-module';
import { moduleStates } from '../model/kernel-module';
import type { NetworkManager } from '../model/network-manager';
import { calicoInterfaces } from '../model/network-manager';
import { decidingModules } from './kernel-modules/deciding-modules';
import { lackingPackages } from './kernel-modules/lacking-packages';
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
  /** The packages that would bring modules to affected nodes that were not installed with their files. */
  readonly extraModules: readonly ExtraModules[];
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
  extraModules: [],
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
    extraModules: lackingPackages(nodes),
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

function modulesByState(nodes: readonly AffectedNode[]): GuideSituation['modules'] {
  const states = new Map<ModuleState, Set<string>>();
  for (const node of nodes) {
    const evidence = node.requirements.flatMap((requirement) => decidingModules(requirement, node.profile, node.facts));
    for (const { name, state } of evidence) states.set(state, (states.get(state) ?? new Set()).add(name));
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
