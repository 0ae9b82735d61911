import { msg } from '../model/message';
import { chooseNode, onNode } from './change-commands';
import type { Guide, Instruction } from './guide';
import type { GuidePlatform } from './guide-platform';
import { noHostChange } from './host-change';
import { officialLinks } from './official-links';

const look = [
  'uname -r',
  'ls /sys/kernel/btf/vmlinux',
  'grep -E " (cgroup2|bpf) " /proc/1/mounts',
  'cat /sys/kernel/security/lockdown',
];

const newerKernel = (platform: GuidePlatform): Instruction =>
  platform === 'rhcos'
    ? {
        text: msg(
          'A kernel that is too old or lacks type information (BTF): update OpenShift, the kernel comes with it.',
        ),
      }
    : { text: msg('A kernel that is too old or lacks type information (BTF): install and boot a newer one.') };

export const ebpfGuide: Guide = {
  id: 'ebpf',
  title: msg('Meet the conditions of the eBPF data plane'),
  shortTitle: msg('eBPF'),
  summary: msg(
    'The eBPF data plane needs a recent kernel with the tc hook and XDP, and benefits from BTF. Where a node cannot have that, the cluster can use the iptables data plane.',
  ),
  harm: [
    msg(
      'calico-node on a kernel that does not support it logs an error and falls back to iptables. In a cluster without kube-proxy no service is then reachable from that node.',
    ),
    msg('Kernel lockdown in confidentiality mode keeps Calico’s programs from being loaded.'),
  ],
  advice: [],
  change: () => noHostChange,
  instructions: (platform) => [
    newerKernel(platform),
    {
      text: msg(
        'Until v3.30 Calico documents RHEL 8.2 with kernel 4.18.0-193, or kernel 5.3 elsewhere, as the minimum. From v3.31 on it is RHEL 8.4 with kernel 4.18.0-305, or kernel 5.10. calico-node itself refuses only what is older than the former.',
      ),
    },
    {
      text: msg(
        'Processor: Calico is built with the eBPF data plane for x86-64 and arm64, and for ppc64le since v3.32.1. On s390x use the iptables data plane.',
      ),
    },
    {
      text: msg(
        'The cgroup2 and bpf file systems: systemd mounts /sys/fs/bpf at boot; without it calico-node does not start. Calico mounts a cgroup2 hierarchy of its own where the kernel supports one.',
      ),
      ...(platform !== 'rhcos' && { commands: ['mount -t bpf bpf /sys/fs/bpf'] }),
    },
    {
      text: msg(
        'Lockdown: the mode confidentiality is set on the kernel command line or built into the kernel. The modes none and integrity do not stop Calico.',
      ),
    },
    {
      text: msg(
        'Or use the iptables data plane: linuxDataplane Iptables in the Installation, together with kube-proxy deployed by OpenShift, without which no service works.',
      ),
      commands: [
        `oc patch installation.operator.tigera.io default --type=merge -p '{"spec":{"calicoNetwork":{"linuxDataplane":"Iptables"}}}'`,
        `oc patch network.operator.openshift.io cluster --type=merge -p '{"spec":{"deployKubeProxy":true}}'`,
      ],
    },
  ],
  disruption: (platform) => [
    platform === 'rhcos'
      ? { text: msg('An update of OpenShift drains and reboots the nodes of each pool in turn.') }
      : { text: msg('A new kernel needs a reboot. Drain the node first.') },
    {
      text: msg(
        'Changing the data plane restarts calico-node on every node and interrupts connections through services.',
      ),
    },
  ],
  verify: (platform, situation) => [
    {
      text: msg('Kernel, type information, file systems and lockdown as the node shows them:'),
      commands: platform === 'rhcos' ? [chooseNode(situation.exampleNode), ...look.map(onNode)] : look,
    },
  ],
  undo: () => [{ text: msg('Set linuxDataplane back to BPF once every node meets the conditions.') }],
  links: [officialLinks.ebpf, officialLinks.requirements],
};
