import { msg } from '../model/message';
import { chooseNode, onNode } from './change-commands';
import type { Guide, Instruction } from './guide';
import type { GuidePlatform } from './guide-platform';
import { noHostChange } from './host-change';
import { officialLinks } from './official-links';

/** What switches IPv6 off: parameters of its module, and sysctl settings. */
const findIpv6 = [
  'cat /proc/cmdline',
  'grep -rs disable_ipv6 /etc/sysctl.conf /etc/sysctl.d /run/sysctl.d /usr/lib/sysctl.d',
];

const look = ['uname -m', 'uname -r', 'cat /etc/os-release'];

function update(platform: GuidePlatform): Instruction[] {
  switch (platform) {
    case 'rhcos':
      return [
        {
          text: msg(
            'The kernel of RHCOS comes with the OpenShift release. Update the cluster; a pool that is paused keeps its old kernel until it is resumed.',
          ),
          commands: ['oc get clusterversion', 'oc adm upgrade', 'oc get machineconfigpools'],
        },
      ];
    case 'rhel':
      return [
        {
          text: msg('Bring the host to a supported release, install its kernel and boot it.'),
          commands: ['dnf upgrade kernel', 'systemctl reboot'],
        },
      ];
    case 'other':
      return [
        {
          text: msg(
            'Bring the host to a release whose kernel is recent enough, and boot that kernel. A distribution that the document does not list can work well; it is a recommendation, so the finding warns.',
          ),
        },
      ];
    default:
      return platform satisfies never;
  }
}

export const operatingSystemGuide: Guide = {
  id: 'operating-system',
  title: msg('Run a supported processor, kernel and distribution'),
  shortTitle: msg('Operating system'),
  summary: msg(
    'Calico runs on x86-64, arm64, ppc64le and s390x, and needs a kernel that is recent enough and built with what the requirements list.',
  ),
  harm: [
    msg('Calico is not built for other processors.'),
    msg('Where the cluster uses IPv6, calico-node does not start on a node that has none.'),
    msg(
      'An older kernel lacks features that Calico builds on. Where only the eBPF data plane is affected, calico-node logs an error and falls back to iptables.',
    ),
    msg(
      'A kernel that is built without CONFIG_IP6_NF_IPTABLES has MARK, CT, CONNMARK, LOG and addrtype for IPv4 only: Calico’s rules for IPv6 cannot be written.',
    ),
  ],
  advice: [],
  change: () => noHostChange,
  instructions: (platform, situation) => [
    {
      text: msg(
        'A processor that is not in the list cannot be fixed in place: move the workload to a node with a supported one.',
      ),
    },
    ...update(platform),
    {
      text: msg(
        'IPv6, where the cluster uses it: boot without ipv6.disable=1 and ipv6.disable_ipv6=1. No file in sysctl.d may set disable_ipv6 to 1, neither for all nor for default. Felix does not switch IPv6 on for the devices that it makes.',
      ),
      commands: platform === 'rhcos' ? [chooseNode(situation.exampleNode), ...findIpv6.map(onNode)] : findIpv6,
    },
    {
      text: msg(
        'VXLAN with IPv6 needs Linux 4.19.1, or 4.18.0 of RHEL 8. On an older kernel leave the pools of IPv6 without encapsulation.',
      ),
    },
  ],
  disruption: (platform) => [
    platform === 'rhcos'
      ? { text: msg('An update of OpenShift drains and reboots the nodes of each pool in turn.') }
      : { text: msg('A new kernel needs a reboot. Drain the node first.') },
  ],
  verify: (platform, situation) => [
    {
      text: msg('Architecture, running kernel and distribution are as required.'),
      commands: platform === 'rhcos' ? [chooseNode(situation.exampleNode), ...look.map(onNode)] : look,
    },
  ],
  undo: (platform) => [
    platform === 'rhcos'
      ? { text: msg('OpenShift does not go back to an earlier release.') }
      : { text: msg('Boot the earlier kernel from the boot loader’s menu.') },
  ],
  links: [officialLinks.requirements, officialLinks.openshiftUpdates],
};
