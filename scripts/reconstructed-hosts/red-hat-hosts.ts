import { enabled, firewalld, firewalldEnabled, installedSystem, networkManager, nftables } from './installed-system';
import { configurationText, moduleFiles } from './kernel-files';
import type { ReconstructedKernel } from './kernels';
import { redHat10, redHat7, redHat8, redHat9 } from './kernels';
import type { RunningHost } from './running-host';
import { runningHost } from './running-host';
import type { Tree } from './tree';

const osRelease = (name: string, version: string, versionId: string, ...further: readonly string[]): string =>
  [
    `NAME="${name}"`,
    `VERSION="${version}"`,
    'ID="rhel"',
    `VERSION_ID="${versionId}"`,
    `PRETTY_NAME="${name} ${version}"`,
    ...further,
    '',
  ].join('\n');

/** Installed from packages: the configuration is in /boot, and of RHEL 8 and later beside the modules, too. */
const packageKernel = (kernel: ReconstructedKernel): Tree => ({
  ...moduleFiles(kernel),
  [`boot/config-${kernel.release}`]: configurationText(kernel),
  ...(kernel.version[0] > 3 && { [`usr/lib/modules/${kernel.release}/config`]: configurationText(kernel) }),
});

const cloudDisk = (release: string): string =>
  `BOOT_IMAGE=(hd0,gpt3)/vmlinuz-${release} root=UUID=3d2f0c6e-8a51-4b0b-9f0e-5b7a1d2c4e60 ro crashkernel=auto`;

const redHatDefaults = {
  cgroup: 'v2',
  lockdown: '[none] integrity confidentiality',
  securityModules: 'lockdown,capability,landlock,yama,selinux,bpf',
  fileSystem: 'xfs',
  bpfFileSystem: true,
  typeInformation: true,
  capabilities: '000001ffffffffff',
  active: ['NetworkManager.service', 'sshd.service'],
  activeBy: 'links',
} as const satisfies Partial<RunningHost>;

/** kernel-modules-extra blacklists what it brings; of Calico's modules nothing is among it. */
const extraModulesBlacklist: Tree = { 'etc/modprobe.d/sctp-blacklist.conf': 'blacklist sctp\n' };

/** What the machine-config operator writes into NetworkManager's configuration and modules-load.d (templates/common/_base/files). */
const machineConfig: Tree = {
  'etc/NetworkManager/conf.d/01-ipv6.conf': '[connection]\nipv6.dhcp-iaid=mac\nipv6.dhcp-duid=ll\n',
  'etc/NetworkManager/conf.d/20-keyfiles.conf': '[keyfile]\npath=/etc/NetworkManager/systemConnectionsMerged\n',
  'etc/NetworkManager/conf.d/sdn.conf': [
    '# ignore known SDN-managed devices',
    '[device]',
    'match-device=interface-name:br-int;interface-name:br-local;interface-name:br-nexthop,interface-name:ovn-k8s-*,interface-name:k8s-*;interface-name:tun0;interface-name:br0;interface-name:vxlan_sys_*;driver:veth',
    'managed=0',
    '',
  ].join('\n'),
  'usr/lib/NetworkManager/conf.d/00-server.conf': '[main]\nno-auto-default=*\nignore-carrier=*\n',
  'etc/modules-load.d/iptables.conf': 'ip_tables\n',
};

/** Red Hat CoreOS after its first boot: pods of the cluster network already run, iptables-nft has been used, ip_tables was loaded by force. */
const coreOs = (
  name: string,
  kernel: ReconstructedKernel,
  version: string,
  versionId: string,
  further: string,
): Tree => ({
  ...installedSystem(
    osRelease('Red Hat Enterprise Linux CoreOS', version, versionId, 'VARIANT=CoreOS', 'VARIANT_ID=coreos', further),
  ),
  ...moduleFiles(kernel),
  [`usr/lib/modules/${kernel.release}/config`]: configurationText(kernel),
  ...extraModulesBlacklist,
  ...networkManager,
  ...machineConfig,
  ...nftables,
  ...runningHost({
    ...redHatDefaults,
    name,
    release: kernel.release,
    commandLine: `BOOT_IMAGE=(hd0,gpt3)/boot/ostree/rhcos-5a1f/vmlinuz-${kernel.release} rw ignition.platform.id=metal ostree=/ostree/boot.1/rhcos/5a1f/0 root=UUID=910678ff-f77e-4a7d-8d53-86f2ac47a823 rootflags=prjquota systemd.unified_cgroup_hierarchy=1 cgroup_no_v1=all psi=0`,
    modules: [
      'ip_tables',
      'veth',
      'vxlan',
      'nf_tables',
      'nft_compat',
      'nf_conntrack',
      'nf_nat',
      'nfnetlink',
      'xt_comment',
      'xt_conntrack',
      'xt_mark',
      'xt_nat',
      'xt_MASQUERADE',
    ],
  }),
  // Loaded by force, and no table was ever asked for.
  'proc/1/net/ip_tables_names': '',
  'proc/1/net/ip_tables_matches': 'conntrack\nconntrack\nconntrack\ncomment\nmark\nicmp\nudplite\nudp\ntcp\n',
  'proc/1/net/ip_tables_targets': 'MASQUERADE\nDNAT\nSNAT\nMARK\nERROR\n',
});

const redHat94 = redHat9('5.14.0-427.13.1.el9_4.x86_64');
const redHat100 = redHat10('6.12.0-55.7.1.el10_0.x86_64', { extraPackage: false });

/** The hosts of Red Hat, by name. */
export const redHatHosts: Readonly<Record<string, Tree>> = {
  'rhcos-4.20': coreOs(
    'rhcos-4.20',
    redHat9('5.14.0-570.49.1.el9_6.x86_64'),
    '9.6.20251015-1 (Plow)',
    '9.6',
    'OPENSHIFT_VERSION="4.20"',
  ),
  'rhcos-10': coreOs(
    'rhcos-10',
    redHat10('6.12.0-211.7.1.el10_2.x86_64', { extraPackage: true }),
    '10.2.20260615-0 (Coughlan)',
    '10.2',
    'OPENSHIFT_VERSION="5.0"',
  ),
  'rhel-10-without-extra-modules': {
    ...installedSystem(osRelease('Red Hat Enterprise Linux', '10.0 (Coughlan)', '10.0', 'PLATFORM_ID="platform:el10"')),
    ...packageKernel(redHat100),
    ...networkManager,
    ...nftables,
    ...firewalld,
    ...runningHost({
      ...redHatDefaults,
      name: 'rhel-10',
      release: redHat100.release,
      commandLine: cloudDisk(redHat100.release),
      modules: ['nf_tables', 'nfnetlink', 'veth'],
    }),
  },
  'rhel-9.4-firewalld': {
    ...installedSystem(osRelease('Red Hat Enterprise Linux', '9.4 (Plow)', '9.4', 'PLATFORM_ID="platform:el9"')),
    ...packageKernel(redHat94),
    // The package of firewalld brings this; it loads the module after all.
    'etc/modprobe.d/firewalld-sysctls.conf':
      "install nf_conntrack /usr/sbin/modprobe --ignore-install nf_conntrack $CMDLINE_OPTS && /usr/sbin/sysctl --quiet --pattern 'net[.]netfilter[.]nf_conntrack.*' --system\n",
    ...networkManager,
    ...nftables,
    ...firewalld,
    ...firewalldEnabled,
    ...runningHost({
      ...redHatDefaults,
      name: 'rhel-9.4',
      release: redHat94.release,
      commandLine: cloudDisk(redHat94.release),
      modules: [
        'nf_tables',
        'nfnetlink',
        'nft_ct',
        'nft_chain_nat',
        'nft_fib',
        'nft_fib_inet',
        'nft_fib_ipv4',
        'nft_fib_ipv6',
        'nft_reject',
        'nft_reject_inet',
        'nf_nat',
        'ip_set',
      ],
      active: ['NetworkManager.service', 'firewalld.service', 'sshd.service'],
    }),
  },
  'rhel-8.6-prepared': {
    ...installedSystem(osRelease('Red Hat Enterprise Linux', '8.6 (Ootpa)', '8.6', 'PLATFORM_ID="platform:el8"')),
    ...packageKernel(redHat8),
    ...networkManager,
    'etc/NetworkManager/conf.d/calico.conf':
      '[keyfile]\nunmanaged-devices=interface-name:cali*;interface-name:tunl*;interface-name:vxlan.calico;interface-name:vxlan-v6.calico;interface-name:wireguard.cali;interface-name:wg-v6.cali\n',
    ...nftables,
    ...firewalld,
    'etc/systemd/system/firewalld.service': { linkTo: '/dev/null' },
    ...runningHost({
      ...redHatDefaults,
      name: 'rhel-8.6',
      release: redHat8.release,
      commandLine: cloudDisk(redHat8.release),
      modules: ['nf_tables', 'nfnetlink', 'veth'],
      cgroup: 'v1',
      lockdown: undefined,
      securityModules: 'capability,yama,selinux',
      capabilities: '0000003fffffffff',
    }),
  },
  'rhel-7.9-stock': {
    ...installedSystem(osRelease('Red Hat Enterprise Linux Server', '7.9 (Maipo)', '7.9')),
    ...packageKernel(redHat7),
    ...networkManager,
    ...firewalld,
    ...firewalldEnabled,
    ...enabled('firewalld.service'),
    ...runningHost({
      ...redHatDefaults,
      name: 'rhel-7.9',
      release: redHat7.release,
      commandLine: `BOOT_IMAGE=/vmlinuz-${redHat7.release} root=/dev/mapper/rhel-root ro crashkernel=auto rd.lvm.lv=rhel/root rhgb quiet`,
      // firewalld of RHEL 7 uses legacy iptables.
      modules: [
        'ip_tables',
        'iptable_filter',
        'iptable_nat',
        'iptable_mangle',
        'iptable_raw',
        'ip6_tables',
        'ip6table_filter',
        'ip6table_nat',
        'ip6table_mangle',
        'ip6table_raw',
        'ip_set',
        'xt_conntrack',
        'ipt_REJECT',
        'ip6t_REJECT',
        'ip6t_rpfilter',
        'nf_nat',
        'nf_conntrack',
      ],
      cgroup: 'v1',
      lockdown: undefined,
      securityModules: 'capability,yama,selinux',
      bpfFileSystem: false,
      typeInformation: false,
      capabilities: '0000001fffffffff',
      active: ['NetworkManager.service', 'firewalld.service', 'sshd.service'],
      activeBy: 'control-groups',
    }),
    'proc/1/net/ip_tables_names': 'raw\nmangle\nnat\nfilter\n',
    'proc/1/net/ip6_tables_names': 'raw\nmangle\nnat\nfilter\n',
    'proc/1/net/ip_tables_matches': 'conntrack\nconntrack\nconntrack\nicmp\nudplite\nudp\ntcp\n',
    'proc/1/net/ip6_tables_matches': 'conntrack\nconntrack\nconntrack\nrpfilter\nicmp6\nudplite\nudp\ntcp\n',
    'proc/1/net/ip_tables_targets': 'REJECT\nERROR\n',
    'proc/1/net/ip6_tables_targets': 'REJECT\nERROR\n',
  },
};
