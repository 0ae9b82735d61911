import { msg } from '../../model/message';
import { changeCommands, chooseNode, onNode, revertCommands } from '../change-commands';
import type { Guide } from '../guide';
import type { GuideSituation } from '../guide-situation';
import type { HostChange } from '../host-change';
import { withCloudSetupSteps } from './cloud-setup-steps';
import { withNetworkdSteps } from './networkd-steps';
import { networkManagerFile } from './networkmanager-file';
import { otherLists } from './networkmanager-other-lists';
import { officialLinks } from '../official-links';

/** The file that does suffice beside those of the affected nodes. */
const change = ({ networkManagerFiles, unmanagedLists }: GuideSituation): HostChange => ({
  files: [networkManagerFile({ files: networkManagerFiles, lists: unmanagedLists })],
  maskedUnits: [],
});

/** A node disruption policy that reloads NetworkManager instead of rebooting; for whoever does not apply it from the page. */
const reloadPolicy = (situation: GuideSituation): string => `apiVersion: operator.openshift.io/v1
kind: MachineConfiguration
metadata:
  name: cluster
spec:
  nodeDisruptionPolicy:
    files:
    - path: ${change(situation)
      .files.map(({ path }) => path)
      .join()}
      actions:
      - type: Reload
        reload:
          serviceName: NetworkManager.service
`;

const look = ['nmcli -f DEVICE,STATE device', 'NetworkManager --print-config'];

const guide: Guide = {
  id: 'networkmanager',
  title: msg('Keep NetworkManager off Calico interfaces'),
  shortTitle: msg('NetworkManager'),
  summary: msg(
    'One configuration file tells NetworkManager to leave the interfaces that Calico creates alone: cali*, tunl*, the VXLAN devices and the WireGuard devices.',
  ),
  harm: [
    msg(
      'NetworkManager that manages tunl0 removes its IPv4 address. Traffic between nodes that IP-in-IP carries is then lost.',
    ),
    msg(
      'The VXLAN and WireGuard devices show up as connected externally and keep their address. NetworkManager may still change their routes or state whenever a connection profile matches them.',
    ),
    msg('Where nothing excepts cali* interfaces, NetworkManager starts DHCP on them and pods lose their network.'),
    msg('On RHCOS the file sdn.conf covers the cali* interfaces, but none of the tunnel interfaces.'),
    msg(
      'When systemd-networkd manages an interface of Calico, it removes addresses and routes that it did not create. It removes the address of vxlan.calico, and the route to the pod behind a cali* interface.',
    ),
  ],
  advice: [
    'Note: Many Linux distributions, such as most of the above, include NetworkManager.',
    'By default, NetworkManager does not allow Calico to manage interfaces.',
    'If your nodes have NetworkManager, complete the steps in Preventing NetworkManager from controlling Calico interfaces before installing Calico.',
  ],
  change,
  instructions: (platform, situation) => [
    ...otherLists(platform === 'rhcos', situation),
    ...(platform === 'rhcos'
      ? []
      : [
          {
            text: msg('Write the file and let NetworkManager read it; no interface goes down.'),
            commands: [...changeCommands(change(situation)), 'systemctl reload NetworkManager.service'],
            automated: true as const,
          },
        ]),
  ],
  disruption: (platform, situation) =>
    platform === 'rhcos'
      ? [
          {
            text: msg(
              'By default the Machine Config Operator drains and reboots every node of every pool that the MachineConfig reaches.',
            ),
          },
          {
            text: msg(
              'From OpenShift 4.17 a node disruption policy for this path reloads NetworkManager instead, without drain or reboot (4.16 has it as a Technology Preview). It has to be in place before the MachineConfig is created. Add the entry with oc edit machineconfiguration cluster, so that entries for other files stay.',
            ),
            listing: reloadPolicy(situation),
          },
        ]
      : [{ text: msg('Reloading NetworkManager interrupts no connection.') }],
  verify: (platform, situation) => [
    {
      text: msg(
        'The interfaces that exist are listed as unmanaged, and the printed configuration has the list of calico.conf. The finding turns to Pass with the next report of the node.',
      ),
      commands: platform === 'rhcos' ? [chooseNode(situation.exampleNode), ...look.map(onNode)] : look,
    },
  ],
  undo: (platform, situation) => [
    {
      text: msg('Taking the file away lets NetworkManager manage the tunnel interfaces again.'),
      ...(platform !== 'rhcos' && {
        commands: [...revertCommands(change(situation)), 'systemctl reload NetworkManager.service'],
      }),
    },
    ...(platform === 'rhcos'
      ? [{ text: msg('Deleting the MachineConfig removes the file and rolls out again, with the same disruption.') }]
      : []),
  ],
  links: [
    officialLinks.networkManager,
    officialLinks.rhelNetworkManager,
    officialLinks.nodeDisruptionPolicies,
    officialLinks.machineConfiguration,
  ],
};

export const networkManagerGuide: Guide = withCloudSetupSteps(withNetworkdSteps(guide));
