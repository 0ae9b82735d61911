import { firewallUnits } from '../derived/firewall-units';
import { byMergeOrder } from '../derived/network-manager-file-order';
import type { FirewallUnit } from '../derived/firewall-units';
import type { Fact } from '../model/fact';
import type { Cloud } from '../model/host-facts';
import type { UnmanagedList } from '../model/network-manager';
import type { AffectedNode } from './affected-node';
import type { ModuleSituation } from './kernel-modules/module-situation';
import { moduleSituation, noModuleSituation } from './kernel-modules/module-situation';
import { hasCloudSetup, hasInterfacesAtStake, loadersOf, networkdTakes, networkManagerTakes } from './node-troubles';
import type { Traffic } from './ports/profile-traffic';
import { trafficOf } from './ports/profile-traffic';
import { unitsToStop } from './units-to-stop';

/**
 * What the affected nodes have in common, as far as a guide's files and commands hang on it. Only names
 * that this catalogue knows get in, so that nothing a host made up reaches a command or a file;
 * `networkManagerFiles`, `unmanagedLists`, `refusedFiles`, `networkdFiles` and `ruleLoaders` are the exception and are for reading only.
 */
export interface GuideSituation extends ModuleSituation {
  /** The first affected node by name, for commands that look at one. */
  readonly exampleNode?: string;
  /** Firewall managers that run or would start, in the order of `firewallUnits`. */
  readonly firewallUnits: readonly FirewallUnit[];
  /** Paths, without leading slash, of the NetworkManager configuration files that take part on some affected node, in merge order. */
  readonly networkManagerFiles: readonly string[];
  /** What those do to the list of devices that it leaves alone. */
  readonly unmanagedLists: readonly UnmanagedList[];
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
  /** What the profile of some affected node sends to other nodes; empty where nobody knows. */
  readonly traffic: readonly Traffic[];
  /** The cloud that all affected nodes are in; absent where they differ, or where nobody knows. */
  readonly cloud?: Cloud;
}

/** The situation when no node is affected, or when nobody knows. */
export const noSituation: GuideSituation = {
  firewallUnits: [],
  ...noModuleSituation,
  networkManagerFiles: [],
  unmanagedLists: [],
  refusedFiles: [],
  networkManagerTakes: true,
  networkdTakes: false,
  networkdFiles: [],
  ruleLoaders: [],
  cloudSetupActs: false,
  traffic: [],
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
  const clouds = new Set(nodes.map(({ facts: { cloud } }) => (cloud.status === 'observed' ? cloud.value : undefined)));
  const [cloud] = clouds.size === 1 ? clouds : [];
  return {
    ...(exampleNode !== undefined && { exampleNode }),
    firewallUnits: firewallUnits.filter((unit) => units.has(unit)),
    ...moduleSituation(nodes),
    networkManagerFiles: distinct(networkManagers.flatMap((manager) => manager.configurationFiles)).sort(byMergeOrder),
    unmanagedLists: distinctLists(networkManagers.flatMap((manager) => manager.unmanagedLists ?? [])),
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
    traffic: trafficOf(nodes.map(({ profile }) => profile)),
    ...(cloud !== undefined && { cloud }),
  };
}

const valueOf = <T>(fact: Fact<T>): readonly T[] => (fact.status === 'observed' ? [fact.value] : []);

/** Each once, in merge order; of one file in their own order. */
const distinctLists = (lists: readonly UnmanagedList[]): readonly UnmanagedList[] =>
  [...new Map(lists.map((list) => [JSON.stringify(list), list])).values()].sort((left, right) =>
    byMergeOrder(left.file, right.file),
  );

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();
