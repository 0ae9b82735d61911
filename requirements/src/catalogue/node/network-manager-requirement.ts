import { msg } from '../../model/message';
import type { ProfileValues } from '../../model/profile-values';
import type { CalicoInterface } from '../../model/network-manager';
import type { Requirement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import { documentation } from '../documentation';
import { judgeNetworkManagers } from './network-managers-judgement';

/** What tells one requirement about the host's network managers from the others. */
interface NetworkManagerRow extends Pick<Requirement, 'id' | 'origin' | 'shortTitle' | 'rationale' | 'appliesTo'> {
  /** The interface, or the pattern, as the document names it. */
  readonly label: string;
  readonly interfaces: (profile: ProfileValues) => readonly CalicoInterface[];
}

const leaveToCalico = msg(
  "Write a file of systemd-networkd that leaves Calico's interfaces unmanaged, /etc/systemd/network/05-calico.network, and have it reload its files.",
);

/**
 * A requirement that the host's network managers leave some of Calico's interfaces alone. The document's note speaks of
 * NetworkManager; its sentence, that Calico be able to manage them, holds against systemd-networkd as well (calico#2471, #4817).
 */
export const networkManagerRequirement = ({ label, interfaces, ...row }: NetworkManagerRow): Requirement =>
  defineRequirement({
    ...row,
    chapter: 'node',
    scope: 'host',
    level: 'required',
    title: msg('The network managers of the host leave {{interface}} alone', { interface: label }),
    failureTitle: msg('A network manager of the host does not leave {{interface}} alone', { interface: label }),
    needed: msg('Managed neither by NetworkManager nor by systemd-networkd'),
    remedy: msg(
      'Add {{interface}} to unmanaged-devices in /etc/NetworkManager/conf.d/calico.conf and reload NetworkManager.',
      {
        interface: label,
      },
    ),
    guide: 'networkmanager',
    links: documentation.networkManager,
    verifyCommand: 'nmcli -f DEVICE,STATE device',
    reasons: {
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
        title: msg('It could not be decided whether NetworkManager manages {{interface}}', { interface: label }),
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
        title: msg('It could not be decided whether systemd-networkd manages {{interface}}', { interface: label }),
        remedy: msg('See with networkctl list whether systemd-networkd manages {{interface}}.', { interface: label }),
      },
    },
    needs: ['networkManager'],
    consults: ['systemdNetworkd'],
    evaluate: ({ networkManager }, { profile, facts }) =>
      judgeNetworkManagers(networkManager, facts.systemdNetworkd, interfaces(profile)),
  });
