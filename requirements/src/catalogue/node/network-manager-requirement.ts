import { msg } from '../../model/message';
import type { ProfileValues } from '../../model/profile-values';
import type { CalicoInterface } from '../../model/network-manager';
import type { Requirement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import { documentation } from '../documentation';
import { networkManagerReasons } from './network-manager-reasons';
import { judgeNetworkManagers } from './network-managers-judgement';

/** What tells one requirement about the host's network managers from the others. */
interface NetworkManagerRow extends Pick<Requirement, 'id' | 'origin' | 'shortTitle' | 'rationale' | 'appliesTo'> {
  /** The interface, or the pattern, as the document names it. */
  readonly label: string;
  readonly interfaces: (profile: ProfileValues) => readonly CalicoInterface[];
}

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
    reasons: networkManagerReasons(label),
    needs: ['networkManager'],
    consults: ['systemdNetworkd'],
    evaluate: ({ networkManager }, { profile, facts }) =>
      judgeNetworkManagers(networkManager, facts.systemdNetworkd, interfaces(profile)),
  });
