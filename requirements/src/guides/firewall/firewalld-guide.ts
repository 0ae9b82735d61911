import { firewallInterference } from '../../catalogue/node/firewall-interference';
import { msg } from '../../model/message';
import { changeCommands } from '../change-commands';
import { firewallUnits, managersThatNeedCare, unitsOfTheHost } from './firewall-managers';
import { change, undo, verification } from './firewall-steps';
import type { Guide } from '../guide';
import { officialLinks } from '../official-links';

export const firewalldGuide: Guide = {
  id: 'firewalld',
  title: msg('Disable firewalld and other iptables managers'),
  shortTitle: msg('firewalld'),
  summary: msg(
    'Calico programs the host’s packet filter itself. A second program that owns iptables or nftables rules must neither run nor start at boot: stop it, disable it and mask its unit.',
  ),
  harm: [
    msg(
      'firewalld has chains of its own. They can reject forwarded pod traffic that Calico has accepted, because an accept in one nftables base chain does not end the others.',
    ),
    msg('A manager that reloads or restarts can remove or reorder rules that Calico wrote.'),
    msg(
      'A unit that is merely disabled can still be started by another unit, by D-Bus or by hand. A masked one cannot.',
    ),
  ],
  interference: firewallInterference,
  advice: [
    'These may interfere with rules added by Calico and result in unexpected behavior.',
    'Note: If a host firewall is needed, it can be configured by Calico HostEndpoint and GlobalNetworkPolicy.',
    'More information about configuration at Security for host.',
  ],
  change,
  instructions: (platform, situation) => [
    {
      text: msg(
        'The rules of the firewall go away with it. If the host needs a firewall, describe it as Calico HostEndpoint and GlobalNetworkPolicy objects. The failsafe ports of Calico keep the node reachable while you do.',
      ),
    },
    ...(platform === 'rhcos'
      ? [
          {
            text: msg(
              'RHCOS does not ship firewalld. Where it is found, something else brought it, a layered image for example; leave it out there as well.',
            ),
          },
        ]
      : []),
    ...managersThatNeedCare(platform, situation),
    ...unitsOfTheHost(situation),
    ...(platform === 'rhcos' || firewallUnits(situation).length === 0
      ? []
      : [
          {
            text: msg('Stop, disable and mask the units.'),
            commands: changeCommands(change(situation)),
            automated: true as const,
          },
        ]),
  ],
  disruption: (platform) =>
    platform === 'rhcos'
      ? [
          {
            text: msg(
              'The Machine Config Operator drains and reboots every node of every pool that the MachineConfig reaches.',
            ),
          },
          {
            text: msg(
              'Masking does not stop a unit that is running: it ends with the reboot. A node disruption policy that avoids the reboot would leave it running.',
            ),
          },
        ]
      : [
          {
            text: msg(
              'Stopping a firewall takes its rules away at once: what they kept out can reach the host, and address translation that they did ends.',
            ),
          },
        ],
  verify: verification,
  undo: (platform, situation) => [undo(platform, situation)],
  links: [
    officialLinks.protectHosts,
    officialLinks.hostEndpoints,
    officialLinks.requirements,
    officialLinks.machineConfiguration,
  ],
};
