import { networkManagerControl } from '../derived/network-manager-control';
import { loaderActivity } from '../derived/rule-loader-activity';
import { systemdNetworkdControl } from '../derived/systemd-networkd-control';
import type { HostFacts } from '../model/host-facts';
import type { NetworkManager } from '../model/network-manager';
import { calicoInterfaces } from '../model/network-manager';
import type { AffectedNode } from './affected-node';

/** Units of the host's own that load rules, or may. */
export const loadersOf = ({ ruleLoaders }: HostFacts): readonly string[] =>
  ruleLoaders.status === 'observed'
    ? ruleLoaders.value.filter((loader) => loaderActivity(loader) !== 'idle').map(({ unit }) => unit)
    : [];

/** Whether nm-cloud-setup is why the node is affected. */
export const hasCloudSetup = ({ requirements }: AffectedNode): boolean =>
  requirements.includes('nm-cloud-setup-disabled');

/** Whether a network manager that takes an interface may be why. */
export const hasInterfacesAtStake = ({ requirements }: AffectedNode): boolean =>
  requirements.some((requirement) => requirement.startsWith('networkmanager-ignores-'));

/** Only where that is why the node is affected: another guide's nodes may have networkd, too. */
export const networkdTakes = (node: AffectedNode): boolean =>
  hasInterfacesAtStake(node) &&
  ['manages', 'manages-later'].includes(systemdNetworkdControl(node.facts.systemdNetworkd, calicoInterfaces));

/** Whether NetworkManager takes one of Calico's interfaces, or may. */
export const networkManagerTakes = (manager: NetworkManager): boolean =>
  !['not-installed', 'ignored'].includes(networkManagerControl(manager, calicoInterfaces));
