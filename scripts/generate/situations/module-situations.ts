import { allFeatures } from './all-features';
import type { Situation } from './situation';
import { situation } from './situation';

const probes = 'agent/src/probes/kernel-modules';

/** About kernel modules: how they get into the kernel, who signed them, and which indexes tell. */
export const moduleSituations: readonly Situation[] = [
  situation('false pass', 'kernel.modprobe is empty, as Talos builds its kernel.', 'match-set', {
    tree: 'rhel-9.4-modprobe-path-empty',
  }),
  situation('false pass', 'kernel.modprobe is empty, and only kube-proxy may load IPVS itself.', 'ipvs', {
    tree: 'rhel-9.4-modprobe-path-empty',
    profile: allFeatures,
  }),
  situation(
    'false alarm',
    'kernel.modprobe is empty, and Felix runs modprobe for WireGuard itself.',
    'wireguard-tunnel',
    {
      tree: 'rhel-9.4-modprobe-path-empty',
      profile: allFeatures,
    },
  ),
  situation('false alarm', 'kernel.modprobe is empty, and modules-load.d names every module.', 'match-set', {
    tree: 'rhel-9.4-modprobe-path-empty-modules-at-boot',
  }),
  situation('false pass', 'kernel.modprobe is /bin/false.', 'match-set', {
    tree: 'ubuntu-24.04-modprobe-is-bin-false',
  }),
  situation('false pass', 'kernel.modprobe is a wrapper of another name.', 'ipip-tunnel', {
    tree: 'flatcar-4081-modprobe-wrapper',
  }),
  situation('false alarm', 'kernel.modprobe is /usr/bin/modprobe.', 'match-set', {
    tree: 'ubuntu-24.04-modprobe-in-usr-bin',
  }),
  situation('false pass', 'The program that kernel.modprobe names is not there.', 'match-mark', {
    when: 'the program for modules is not there',
  }),
  situation('false pass', 'Nobody may execute the program that kernel.modprobe names.', 'match-mark', {
    when: 'nobody may execute the program for modules',
  }),
  situation(
    'false pass',
    'The kernel was built to run no program at all (CONFIG_STATIC_USERMODEHELPER).',
    'match-mark',
    {
      when: 'the kernel runs no program at all',
    },
  ),
  situation('false alarm', 'Modules are loaded, and /usr/lib/modules is an empty directory.', 'match-set', {
    tree: 'ubuntu-24.04-module-directory-empty',
  }),
  situation('silence', 'The kernel was updated and the node not rebooted.', 'match-set', {
    tree: 'rhel-8.6-modules-of-another-kernel',
  }),
  situation(
    'silence',
    'The kernel was updated, the node not rebooted, and the old configuration is gone.',
    'match-set',
    {
      tree: 'rhel-8.6-updated-not-rebooted',
    },
  ),
  situation('false alarm', 'A root of a container, with modules of another kernel.', 'match-set', {
    test: `${probes}/module-loading.spec.ts`,
    words: 'the root is a container’s',
    verdict: 'Unknown',
  }),
  situation('silence', 'modules.dep was cut off, modules.dep.bin is whole.', 'match-set', {
    tree: 'debian-12-amd64-modules-dep-damaged',
  }),
  situation('false pass', 'modules.dep names vxlan, modules.dep.bin does not.', 'vxlan-tunnel', {
    tree: 'debian-12-amd64-modules-dep-bin-without-vxlan',
    profile: allFeatures,
  }),
  situation('false pass', 'modules.dep.bin was cut off, modules.dep is whole.', 'match-set', {
    tree: 'debian-12-amd64-modules-dep-bin-damaged',
  }),
  situation('false pass', 'A running host with kmod has no modules.dep.bin.', 'match-set', {
    test: `${probes}/module-indexes.spec.ts`,
    words: 'kmod, which finds no module by the text files',
    verdict: 'Unknown',
  }),
  situation('false pass', 'Secure Boot, and WireGuard of DKMS without a signature.', 'wireguard-tunnel', {
    tree: 'rhel-8.6-wireguard-unsigned-secure-boot',
    profile: allFeatures,
  }),
  situation(
    'false pass',
    'Secure Boot, and WireGuard of DKMS with a signature of an unknown key.',
    'wireguard-tunnel',
    {
      tree: 'rhel-8.6-wireguard-signed-secure-boot',
      profile: allFeatures,
    },
  ),
  situation('false alarm', 'WireGuard of DKMS without a signature, and nothing asks for one.', 'wireguard-tunnel', {
    tree: 'rhel-8.6-wireguard-out-of-tree',
    profile: allFeatures,
  }),
  situation('false alarm', 'Lockdown integrity, and every module is the kernel’s own.', 'vxlan-tunnel', {
    tree: 'rhcos-4.20-lockdown-integrity',
    profile: allFeatures,
  }),
  situation('false alarm', 'Packaging moved a module of the kernel to extra/, under lockdown.', 'vxlan-tunnel', {
    test: `${probes}/module-signature.spec.ts`,
    words: 'is the kernel’s own where packaging moved it from kernel/ to extra/',
    verdict: 'Pass',
  }),
  situation('false pass', 'A kernel without CONFIG_IP6_NF_IPTABLES, and IPv6 is used.', 'match-mark', {
    when: 'IPv6 is used and the kernel has no CONFIG_IP6_NF_IPTABLES',
  }),
  situation('false pass', 'A kernel without CONFIG_IP6_NF_IPTABLES, and every feature is used.', 'notrack-target', {
    tree: 'flatcar-4081-without-ip6tables',
    profile: allFeatures,
  }),
  situation(
    'false pass',
    'A kernel of RHEL without CONFIG_IP6_NF_IPTABLES, whose number does not tell.',
    'match-mark',
    {
      when: 'IPv6 is used and a kernel of RHEL was built without CONFIG_IP6_NF_IPTABLES',
    },
  ),
  situation('false alarm', 'A kernel without CONFIG_IP6_NF_IPTABLES, and only IPv4 is used.', 'match-mark', {
    tree: 'flatcar-4081-without-ip6tables',
  }),
  situation('silence', 'Modules of AlmaLinux, Oracle UEK or Ubuntu lack their package; check names it.', 'match-set', {
    test: 'agent/src/print/describe-findings.spec.ts',
    words: 'Here: dnf install kernel-uek-modules-extra-$(uname -r)',
    verdict: 'Fail',
  }),
  situation('false pass', 'A file of modprobe.d whose name is not UTF-8 blocks vxlan.', 'vxlan-tunnel', {
    test: 'agent/test/file-names.spec.ts',
    words: 'install vxlan /bin/false',
    verdict: 'Fail',
  }),
  situation('false pass', 'A file of modprobe.d that ends in .alias blacklists vxlan.', 'vxlan-tunnel', {
    test: `${probes}/kernel-modules.spec.ts`,
    words: 'a file that is named .alias',
    verdict: 'Fail',
  }),
  situation('false pass', 'The capture lacks the command line that forbids WireGuard.', 'wireguard-tunnel', {
    tree: 'debian-12-s390x-without-command-line',
    profile: allFeatures,
  }),
  situation('false pass', 'The switch kernel.modules_disabled is gone from the capture, or empty.', 'match-mark', {
    test: `${probes}/kernel-modules.spec.ts`,
    words: 'no switch for loading',
    verdict: 'Unknown',
  }),
  situation('false pass', 'VXLAN with IPv6 on the kernel of RHEL 7.', 'vxlan-tunnel', {
    tree: 'rhel-7.9-stock',
    profile: allFeatures,
  }),
  situation('false pass', 'VXLAN with IPv6 on Linux 4.15.', 'vxlan-tunnel', {
    when: 'IPv6 in VXLAN, 4.15.0-213-generic',
  }),
  situation('false alarm', 'VXLAN with IPv6 on the 4.18.0 of RHEL 8.', 'vxlan-tunnel', {
    tree: 'rhel-8.6-prepared',
    profile: allFeatures,
  }),
  situation('false pass', 'The eBPF data plane on ppc64le, for which Calico v3.25 is built without BPF.', 'ebpf', {
    tree: 'debian-12-ppc64el-netfilter-persistent',
    profile: allFeatures,
  }),
  situation('false pass', 'The eBPF data plane on s390x.', 'ebpf', {
    tree: 'debian-12-s390x-ufw-blocked',
    profile: allFeatures,
  }),
  situation('false pass', 'The eBPF data plane on riscv64.', 'ebpf', {
    tree: 'debian-12-arm64-as-riscv64',
    profile: allFeatures,
  }),
];
