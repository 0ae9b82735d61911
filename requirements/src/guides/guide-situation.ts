import { firewallUnits } from '../derived/firewall-units';
import { networkManagerControl } from '../derived/network-manager-control';
import { byMergeOrder } from '../derived/network-manager-file-order';
import type { FirewallUnit } from '../derived/firewall-units';
import { systemdNetworkdControl } from '../derived/systemd-networkd-control';
import type { Fact } from '../model/fact';
import type { NetworkManager } from '../model/network-manager';
import { calicoInterfaces } from '../model/network-manager';
import type { AffectedNode } from './affected-node';
import type { ModuleSituation } from './kernel-modules/module-situation';
import { moduleSituation, noModuleSituation } from './kernel-modules/module-situation';
import { unitsToStop } from './units-to-stop';

/**
 * What the affected nodes have in common, as far as a guide's files and commands hang on it. Only names
 * that this catalogue knows get in, so that nothing a host made up reaches a command or a file;
 * `networkManagerFiles`, `refusedFiles` and `networkdFiles` are the exception and are for reading only.
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
    ...moduleSituation(nodes),
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

const valueOf = <T>(fact: Fact<T>): readonly T[] => (fact.status === 'observed' ? [fact.value] : []);

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();
