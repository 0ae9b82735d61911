import type { Situation } from './situation';
import { situation } from './situation';

/** About NetworkManager, systemd-networkd, firewall managers and nm-cloud-setup. */
export const serviceSituations: readonly Situation[] = [
  situation(
    'false pass',
    'NetworkManager is stopped and would manage tunl0 once started.',
    'networkmanager-ignores-tunl',
    {
      tree: 'rhel-9.4-networkmanager-stopped',
    },
  ),
  situation(
    'false pass',
    'The directory of active units is empty; NetworkManager may run.',
    'networkmanager-ignores-tunl',
    {
      test: 'agent/src/probes/network-manager/network-manager.spec.ts',
      words: 'is unknown where systemd has no links at all',
      verdict: 'Unknown',
    },
  ),
  situation(
    'false pass',
    'A .network file whose name is not UTF-8 takes every interface.',
    'networkmanager-ignores-vxlan-calico',
    {
      test: 'agent/test/file-names.spec.ts',
      words: "'[Match]\\nName=*\\n[Network]\\nDHCP=yes\\n'",
      verdict: 'Fail',
    },
  ),
  situation(
    'false alarm',
    'interfaces.d names tunl0, which Debian’s NetworkManager then leaves alone.',
    'networkmanager-ignores-tunl',
    {
      tree: 'debian-12-amd64-ifupdown-has-tunl0',
    },
  ),
  situation('false pass', 'interfaces.d names tunl0, and ifupdown has managed=true.', 'networkmanager-ignores-tunl', {
    tree: 'debian-12-amd64-ifupdown-managed',
  }),
  situation('false pass', 'Flatcar’s iptables-restore is enabled.', 'iptables-managers-disabled', {
    tree: 'flatcar-4081-iptables-restore-enabled',
  }),
  situation('false pass', 'SuSEfirewall2 is active.', 'iptables-managers-disabled', {
    when: 'SuSEfirewall2.service active',
  }),
  situation('false pass', 'The firewall of NixOS is active.', 'iptables-managers-disabled', {
    when: 'firewall.service active',
  }),
  situation('false pass', 'A MachineConfig brings a unit that runs iptables-restore.', 'iptables-managers-disabled', {
    tree: 'rhcos-4.20-own-unit-loads-rules',
  }),
  situation('false pass', 'A drop-in of the kubelet inserts a rule that drops.', 'iptables-managers-disabled', {
    tree: 'rhcos-4.20-kubelet-drop-in-drops',
  }),
  situation('false pass', 'A timer starts a service that runs nft -f.', 'iptables-managers-disabled', {
    tree: 'rhel-8.6-own-timer-loads-nft-rules',
  }),
  situation(
    'false alarm',
    'A drop-in of the kubelet sets the policy of FORWARD to ACCEPT.',
    'iptables-managers-disabled',
    {
      tree: 'rhcos-4.20-kubelet-sets-policy-accept',
    },
  ),
  situation('false alarm', 'RHCOS with every unit of its operator and its image.', 'iptables-managers-disabled', {
    tree: 'rhcos-4.20',
  }),
  situation('false pass', 'The configuration of ufw is empty, and its unit is active.', 'iptables-managers-disabled', {
    tree: 'ubuntu-24.04-ufw-switch-emptied',
  }),
  situation('silence', 'nm-cloud-setup acts in EC2, as in Red Hat’s image.', 'nm-cloud-setup-disabled', {
    tree: 'rhel-9.4-nm-cloud-setup-on-ec2',
  }),
  situation('false alarm', 'nm-cloud-setup is enabled for no cloud.', 'nm-cloud-setup-disabled', {
    tree: 'rhel-9.4-nm-cloud-setup-without-cloud',
  }),
  situation('false alarm', 'nm-cloud-setup is set for EC2 and disabled.', 'nm-cloud-setup-disabled', {
    tree: 'rhel-9.4-nm-cloud-setup-disabled',
  }),
  situation('silence', 'nm-cloud-setup starts, and its clouds cannot be seen.', 'nm-cloud-setup-disabled', {
    when: 'nm-cloud-setup enabled, its clouds unseen',
  }),
  situation('false pass', 'The lockdown file is missing, and the kernel has lockdown.', 'kernel-lockdown-permits-bpf', {
    test: 'agent/src/probes/single-facts.spec.ts',
    words: 'securityfs without lockdown of a kernel that has it',
    verdict: 'Unknown',
  }),
];
