import { observedValue } from '../../model/fact';
import { msg } from '../../model/message';
import type { CalicoInterface } from '../../model/network-manager';
import { calicoInterfaces } from '../../model/network-manager';
import type { Root, RootedFinding } from '../../model/root';

const isOfNetworkManagers = ({ requirement }: RootedFinding): boolean =>
  requirement.startsWith('networkmanager-ignores-');

const because =
  (...reasons: readonly string[]) =>
  (finding: RootedFinding): boolean =>
    isOfNetworkManagers(finding) && reasons.includes(finding.reason);

const taken = (manages: Readonly<Partial<Record<CalicoInterface, boolean | null>>> = {}): string =>
  calicoInterfaces.filter((name) => manages[name] === true).join(', ');

/** Where the host's network managers take several of Calico's interfaces for one reason: one file puts them all right. */
export const networkManagerRoots: readonly Root[] = [
  {
    id: 'network-manager-takes-interfaces',
    title: msg("NetworkManager manages several of Calico's interfaces"),
    guide: 'networkmanager',
    explains: because('InterfaceManaged', 'InterfaceManagedLater', 'InterfaceManagedOnceStarted'),
    observed: (facts) => taken(observedValue(facts.networkManager)?.manages),
    remedy: () =>
      msg(
        "Name all of Calico's interfaces as unmanaged-devices in /etc/NetworkManager/conf.d/calico.conf and reload NetworkManager.",
      ),
  },
  {
    id: 'network-manager-not-reloaded',
    title: msg("NetworkManager has not read the configuration that leaves Calico's interfaces alone"),
    guide: 'networkmanager',
    explains: because('ReloadNeeded'),
    observed: (facts) => taken(observedValue(facts.networkManager)?.live),
    remedy: () => msg('Let NetworkManager read its configuration: systemctl reload NetworkManager.'),
  },
  {
    id: 'network-manager-refuses-configuration',
    title: msg('NetworkManager refuses its configuration and will not start again'),
    guide: 'networkmanager',
    explains: because('ConfigurationRefused'),
    observed: (facts) => observedValue(facts.networkManager)?.refusedFile ?? '',
    remedy: () => msg('Correct or remove the file that NetworkManager refuses, before it is restarted.'),
  },
  {
    id: 'networkd-takes-interfaces',
    title: msg("systemd-networkd manages several of Calico's interfaces"),
    guide: 'networkmanager',
    explains: because('NetworkdManages', 'NetworkdManagesLater'),
    observed: (facts) => taken(observedValue(facts.systemdNetworkd)?.manages),
    remedy: () =>
      msg(
        "Write a file of systemd-networkd that leaves Calico's interfaces unmanaged, /etc/systemd/network/05-calico.network, and have it reload its files.",
      ),
  },
];
