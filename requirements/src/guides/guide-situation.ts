import { firewallUnits } from '../derived/firewall-units';
import { byMergeOrder } from '../derived/network-manager-file-order';
import type { FirewallUnit } from '../derived/firewall-units';
import type { Fact } from '../model/fact';
import type { AffectedNode } from './affected-node';
import type { ModuleSituation } from './kernel-modules/module-situation';
import { moduleSituation, noModuleSituation } from './kernel-modules/module-situation';
import { hasCloudSetup, hasInterfacesAtStake, loadersOf, networkdTakes, networkManagerTakes } from './node-troubles';
import { unitsToStop } from './units-to-stop';

/**
 * What the affected nodes have in common, as far as a guide's files and commands hang on it. Only names
 * that this catalogue knows get in, so that nothing a host made up reaches a command or a file;
 * `networkManagerFiles`, `refusedFiles`, `networkdFiles` and `ruleLoaders` are the exception and are for reading only.
 */
export interface GuideSituation extends ModuleSituation {
  /** The first affected node by name, for commands that look at one. */
  readonly exampleNode?: string;
  /** Firewall managers that run or would start, in the order of `firewallUnits`. */
  readonly firewallUnits: readonly FirewallUnit[];
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
  /** Names of units of the hosts' own that load packet-filter rules on some affected node. */
  readonly ruleLoaders: readonly string[];
  /** Whether nm-cloud-setup sets routing rules on some affected node. */
  readonly cloudSetupActs: boolean;
}

/** The situation when no node is affected, or when nobody knows. */
export const noSituation: GuideSituation = {
  firewallUnits: [],
  ...noModuleSituation,
  networkManagerFiles: [],
  refusedFiles: [],
  networkManagerTakes: true,
  networkdTakes: false,
  networkdFiles: [],
  ruleLoaders: [],
  cloudSetupActs: false,
};

/** Sums up what the guides need to know of these nodes. */
export function guideSituation(nodes: readonly AffectedNode[]): GuideSituation {
  const exampleNode = nodes.map((node) => node.name).sort()[0];
  const units = new Set(
    nodes.flatMap(({ facts, requirements }) =>
      valueOf(facts.services).flatMap((services) => unitsToStop(services, requirements, loadersOf(facts).length > 0)),
    ),
  );
  const networkManagers = nodes.flatMap((node) => valueOf(node.facts.networkManager));
  const withInterfaces = nodes.filter((node) => hasInterfacesAtStake(node) || !hasCloudSetup(node));
  const withNetworkd = nodes.filter(networkdTakes);
  return {
    ...(exampleNode !== undefined && { exampleNode }),
    firewallUnits: firewallUnits.filter((unit) => units.has(unit)),
    ...moduleSituation(nodes),
    networkManagerFiles: distinct(networkManagers.flatMap((manager) => manager.configurationFiles)).sort(byMergeOrder),
    refusedFiles: distinct(networkManagers.flatMap((manager) => manager.refusedFile ?? [])),
    // Where networkd takes them, and NetworkManager none, NetworkManager's steps would be of no use.
    networkManagerTakes:
      nodes.length === 0 ||
      withNetworkd.length < withInterfaces.length ||
      withInterfaces.flatMap((node) => valueOf(node.facts.networkManager)).some(networkManagerTakes),
    networkdTakes: withNetworkd.length > 0,
    networkdFiles: distinct(
      withNetworkd
        .flatMap((node) => valueOf(node.facts.systemdNetworkd))
        .flatMap(({ files }) => Object.values(files ?? {})),
    ),
    ruleLoaders: distinct(
      nodes
        .filter(({ requirements }) => requirements.includes('iptables-managers-disabled'))
        .flatMap(({ facts }) => loadersOf(facts)),
    ),
    cloudSetupActs: nodes.some(hasCloudSetup),
  };
}

const valueOf = <T>(fact: Fact<T>): readonly T[] => (fact.status === 'observed' ? [fact.value] : []);

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();
