import type { NetworkManagerControl } from '../../derived/network-manager-control';
import { describeNetworkManager, networkManagerControl } from '../../derived/network-manager-control';
import { msg } from '../../model/message';
import type { ProfileValues } from '../../model/cluster-profile';
import type { CalicoInterface } from '../../model/network-manager';
import type { Judgement, Requirement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import { documentation } from '../documentation';

/** What tells one requirement about NetworkManager from the others. */
interface NetworkManagerRow
  extends Pick<Requirement, 'id' | 'origin' | 'shortTitle' | 'rationale' | 'appliesTo'> {
  /** The interface, or the pattern, as the document names it. */
  readonly label: string;
  readonly interfaces: (profile: ProfileValues) => readonly CalicoInterface[];
}

const verdicts: Record<NetworkManagerControl, Pick<Judgement, 'outcome' | 'reason'>> = {
  'not-installed': { outcome: 'met', reason: 'NetworkManagerNotInstalled' },
  ignored: { outcome: 'met', reason: 'InterfaceIgnored' },
  managed: { outcome: 'unmet', reason: 'InterfaceManaged' },
  'reload-needed': { outcome: 'unmet', reason: 'ReloadNeeded' },
  // Its next reload or start, or the next change to the interface, may end that.
  'managed-later': { outcome: 'caution', reason: 'InterfaceManagedLater' },
  // It does no harm now, and nothing says that it will be started.
  'managed-when-started': { outcome: 'caution', reason: 'InterfaceManagedOnceStarted' },
  // The steps of the document are not completed, and after its next start the node has no network at all.
  'refuses-configuration': { outcome: 'unmet', reason: 'ConfigurationRefused' },
  undetermined: { outcome: 'undetermined', reason: 'NetworkManagerUndecided' },
};

/** A requirement that NetworkManager leave some of Calico's interfaces alone. */
export const networkManagerRequirement = ({ label, interfaces, ...row }: NetworkManagerRow): Requirement =>
  defineRequirement({
    ...row,
    chapter: 'node',
    scope: 'host',
    level: 'required',
    title: msg('NetworkManager leaves {{interface}} alone', { interface: label }),
    failureTitle: msg('NetworkManager does not leave {{interface}} alone', { interface: label }),
    needed: msg('Unmanaged, or NetworkManager not installed'),
    remedy: msg('Add {{interface}} to unmanaged-devices in /etc/NetworkManager/conf.d/calico.conf and reload NetworkManager.', {
      interface: label,
    }),
    guide: 'networkmanager',
    links: documentation.networkManager,
    verifyCommand: 'nmcli -f DEVICE,STATE device',
    reasons: {
      NetworkManagerNotInstalled: { title: msg('NetworkManager is not installed') },
      InterfaceIgnored: { title: msg('NetworkManager leaves {{interface}} alone', { interface: label }) },
      InterfaceManaged: { title: msg('NetworkManager manages {{interface}}', { interface: label }) },
      ReloadNeeded: {
        title: msg('NetworkManager still manages {{interface}}, which its configuration leaves alone', { interface: label }),
        remedy: msg(
          'Let NetworkManager read its configuration: systemctl reload NetworkManager. If it still manages {{interface}} then, restart it.',
          { interface: label },
        ),
      },
      InterfaceManagedLater: {
        title: msg('NetworkManager leaves {{interface}} alone now, and its configuration would have it manage {{interface}} later', {
          interface: label,
        }),
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
    },
    needs: ['networkManager'],
    evaluate: ({ networkManager }, { profile }) => {
      const names = interfaces(profile);
      return { ...verdicts[networkManagerControl(networkManager, names)], observed: describeNetworkManager(networkManager, names) };
    },
  });
