import { msg } from '../../model/message';
import type { Requirement } from '../../model/requirement';

const leaveToCalico = msg(
  "Write a file of systemd-networkd that leaves Calico's interfaces unmanaged, /etc/systemd/network/05-calico.network, and have it reload its files.",
);

/** What the host's network managers may be found to make of an interface, or of a pattern, as the document names it. */
export const networkManagerReasons = (label: string): Requirement['reasons'] => ({
  NetworkManagerNotInstalled: { title: msg('NetworkManager is not installed') },
  InterfaceIgnored: { title: msg('NetworkManager leaves {{interface}} alone', { interface: label }) },
  InterfaceManaged: { title: msg('NetworkManager manages {{interface}}', { interface: label }) },
  ReloadNeeded: {
    title: msg('NetworkManager still manages {{interface}}, which its configuration leaves alone', {
      interface: label,
    }),
    remedy: msg(
      'Let NetworkManager read its configuration: systemctl reload NetworkManager. If it still manages {{interface}} then, restart it.',
      { interface: label },
    ),
  },
  InterfaceManagedLater: {
    title: msg(
      'NetworkManager leaves {{interface}} alone now, and its configuration would have it manage {{interface}} later',
      {
        interface: label,
      },
    ),
  },
  InterfaceManagedOnceStarted: {
    title: msg('NetworkManager is stopped and would manage {{interface}} once started', { interface: label }),
  },
  ConfigurationRefused: {
    title: msg('NetworkManager refuses its configuration and will not start again'),
    remedy: msg('Correct or remove the file that NetworkManager refuses, before it is restarted.'),
  },
  NetworkManagerUndecided: {
    title: msg('Cannot determine whether NetworkManager manages {{interface}}', { interface: label }),
  },
  NetworkdManages: {
    title: msg('systemd-networkd manages {{interface}}', { interface: label }),
    remedy: leaveToCalico,
  },
  NetworkdManagesLater: {
    title: msg('systemd-networkd is stopped and would manage {{interface}} after the next boot', {
      interface: label,
    }),
    remedy: leaveToCalico,
  },
  NetworkdUndecided: {
    title: msg('Cannot determine whether systemd-networkd manages {{interface}}', { interface: label }),
    remedy: msg('See with networkctl list whether systemd-networkd manages {{interface}}.', { interface: label }),
  },
});
