/** What is known of one distribution's kernel, for a tree that is put together from published facts. */
export interface ReconstructedKernel {
  readonly release: string;
  /** Where the values of the symbols were read, for the head of the configuration file. */
  readonly source: string;
  readonly builtIn: readonly string[];
  readonly asModule: readonly string[];
  /** Said to be off, or not known to this release at all. */
  readonly off: readonly string[];
  /** Paths in modules.builtin, below `kernel/`, without suffix. */
  readonly builtInModules: readonly string[];
  /** Modules that have no file although a symbol of theirs is `m`: the symbol outlived them, or they are in a package that is not installed. */
  readonly withoutFile: readonly string[];
  /** Modules that `calicoctl node checksystem` looks for and Calico does not need. */
  readonly furtherModules: readonly string[];
  /** Lines of the configuration that it looks for likewise. */
  readonly furtherConfiguration: readonly string[];
  readonly suffix: '.ko.xz' | '.ko.zst';
  /** Major and minor version: 6.4 moved icmp from ip_tables to xt_tcpudp, 6.8 renamed the aliases of tc's modules. */
  readonly version: readonly [major: number, minor: number];
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The same in all of these kernels, from Linux 3.10 to 6.12. */
const everywhereBuiltIn = words(
  `NF_CT_PROTO_SCTP MODULES NETFILTER IPV6 IP_VS_PROTO_SCTP BPF BPF_SYSCALL BPF_JIT HAVE_EBPF_JIT NET_CLS_ACT`,
);
const everywhereAsModule =
  words(`IP_NF_FILTER IP_NF_MANGLE IP_NF_RAW IP_NF_NAT IP6_NF_FILTER IP6_NF_MANGLE IP6_NF_RAW IP6_NF_NAT NF_TABLES
  NFT_COMPAT NFT_NAT NFT_CT NFT_MASQ NFT_REJECT NFT_REJECT_IPV4 NFT_REJECT_IPV6 NFT_REJECT_INET NFT_LOG NFT_LIMIT NETFILTER_XT_SET
  IP_NF_MATCH_RPFILTER IP6_NF_MATCH_RPFILTER NETFILTER_XT_MATCH_ADDRTYPE NETFILTER_XT_MATCH_COMMENT NETFILTER_XT_MATCH_CONNTRACK
  NETFILTER_XT_MARK NETFILTER_XT_MATCH_MULTIPORT NETFILTER_XT_MATCH_SCTP NETFILTER_XT_MATCH_IPVS IP_NF_TARGET_REJECT IP6_NF_TARGET_REJECT
  NETFILTER_XT_TARGET_LOG NF_LOG_IPV4 NF_LOG_IPV6 NETFILTER_XT_NAT IP_NF_TARGET_MASQUERADE IP6_NF_TARGET_MASQUERADE NETFILTER_XT_TARGET_CT
  NETFILTER_XT_CONNMARK IP_SET IP_SET_HASH_IP IP_SET_HASH_NET IP_SET_HASH_IPPORT NF_CONNTRACK NF_CT_NETLINK NF_NAT IP_VS IP_VS_RR IP_VS_WRR
  IP_VS_SH NET_IPIP INET_TUNNEL NET_IP_TUNNEL VXLAN VETH NET_SCH_INGRESS NET_CLS_BPF IP6_NF_IPTABLES`);
const nfTablesFamilies = words('NF_TABLES_IPV4 NF_TABLES_IPV6 NF_TABLES_INET');
const sinceLinux4 = words('CGROUP_BPF DEBUG_INFO_BTF XDP_SOCKETS');
const nftFib = words('NFT_FIB NFT_FIB_IPV4 NFT_FIB_IPV6 NFT_FIB_INET');
const legacyGates = words('IP_NF_IPTABLES_LEGACY IP6_NF_IPTABLES_LEGACY');
/** Their symbols outlived them: since 5.2 xt_MASQUERADE, since 5.13 nf_log_syslog serve both families. */
const replacedModules = words('ipt_MASQUERADE ip6t_MASQUERADE nf_log_ipv4 nf_log_ipv6');

const modern = {
  asModule: [...everywhereAsModule, ...nftFib, 'NETFILTER_XT_TARGET_MASQUERADE', 'NF_LOG_SYSLOG', 'WIREGUARD'],
  builtIn: [...everywhereBuiltIn, ...nfTablesFamilies, ...sinceLinux4],
  withoutFile: replacedModules,
};
const ematchAndU32 = ['CONFIG_VFIO=m', 'CONFIG_NET_EMATCH_IPSET=m', 'CONFIG_NETFILTER_XT_MATCH_U32=m'];
const redHatBuiltIn = ['net/netfilter/x_tables', 'net/netfilter/xt_tcpudp', 'net/ipv6/ipv6'];

/** Everything that the package rules of RHEL 10 put into kernel-modules-extra. */
export const modulesOfExtraPackage =
  words(`ip_tables iptable_filter iptable_nat iptable_mangle iptable_raw ip6_tables ip6table_filter ip6table_nat
  ip6table_mangle ip6table_raw nft_compat xt_set ipt_rpfilter ip6t_rpfilter xt_addrtype xt_comment xt_conntrack xt_mark xt_multiport xt_sctp
  xt_ipvs ipt_REJECT ip6t_REJECT xt_LOG xt_nat xt_MASQUERADE xt_CT xt_connmark ip_set ip_set_hash_ip ip_set_hash_net ip_set_hash_ipport xt_bpf`);

/** RHEL 7: no eBPF worth the name, x_tables in the image, nf_tables as separate families. */
export const redHat7: ReconstructedKernel = {
  release: '3.10.0-1160.119.1.el7.x86_64',
  source: 'kernel-3.10.0-x86_64.config of the source package of that release',
  builtIn: [...everywhereBuiltIn, 'NETFILTER_XTABLES'],
  asModule: [...everywhereAsModule, ...nfTablesFamilies, 'NFT_CHAIN_NAT_IPV4', 'IP_NF_IPTABLES'],
  off: [
    ...legacyGates,
    ...nftFib,
    ...sinceLinux4,
    'NF_LOG_SYSLOG',
    'WIREGUARD',
    'NETFILTER_XT_TARGET_MASQUERADE',
    'NETFILTER_XTABLES_LEGACY',
  ],
  builtInModules: redHatBuiltIn,
  withoutFile: ['nft_chain_nat'],
  furtherModules: ['vfio-pci', 'xt_bpf', 'xt_u32', 'em_ipset'],
  furtherConfiguration: ematchAndU32,
  suffix: '.ko.xz',
  version: [3, 10],
};

/** RHEL 8.6: no WireGuard; nf_log_ipv4 is still a module of its own. */
export const redHat8: ReconstructedKernel = {
  release: '4.18.0-372.32.1.el8_6.x86_64',
  source: 'kernel-x86_64.config of the source package of that release',
  builtIn: [...everywhereBuiltIn, ...nfTablesFamilies, ...sinceLinux4, 'NETFILTER_XTABLES'],
  asModule: [
    ...everywhereAsModule,
    ...nftFib,
    'NETFILTER_XT_TARGET_MASQUERADE',
    'NFT_CHAIN_NAT_IPV4',
    'IP_NF_IPTABLES',
  ],
  off: [...legacyGates, 'NF_LOG_SYSLOG', 'WIREGUARD', 'NETFILTER_XTABLES_LEGACY'],
  builtInModules: redHatBuiltIn,
  withoutFile: ['nft_chain_nat_ipv4', 'ipt_MASQUERADE', 'ip6t_MASQUERADE'],
  // xt_u32 is in kernel-modules-extra.
  furtherModules: ['vfio-pci', 'xt_bpf', 'em_ipset'],
  furtherConfiguration: ematchAndU32,
  suffix: '.ko.xz',
  version: [4, 18],
};

/** RHEL 9 from the configuration of 9.3; the later releases are taken to differ in nothing that is asked for. */
export const redHat9 = (release: string): ReconstructedKernel => ({
  release,
  source: 'kernel-x86_64-rhel.config of the source package 5.14.0-362.24.1.el9_3',
  builtIn: [...modern.builtIn, 'NETFILTER_XTABLES'],
  asModule: [...modern.asModule, 'IP_NF_IPTABLES'],
  off: [...legacyGates, 'NFT_CHAIN_NAT_IPV4', 'NETFILTER_XTABLES_LEGACY'],
  builtInModules: redHatBuiltIn,
  withoutFile: modern.withoutFile,
  furtherModules: ['vfio-pci', 'xt_bpf'],
  furtherConfiguration: ['CONFIG_VFIO=m', '# CONFIG_NETFILTER_XT_MATCH_U32 is not set'],
  suffix: '.ko.xz',
  version: [5, 14],
});

/** RHEL 10 from the configuration and the package rules of 10.0. */
export const redHat10 = (
  release: string,
  { extraPackage }: { readonly extraPackage: boolean },
): ReconstructedKernel => ({
  release,
  source: 'kernel-x86_64-rhel.config of the source package 6.12.0-55.7.1.el10_0',
  builtIn: [...modern.builtIn, 'NETFILTER_XTABLES'],
  asModule: [...modern.asModule, ...legacyGates, 'IP_NF_IPTABLES'],
  off: ['NFT_CHAIN_NAT_IPV4', 'NETFILTER_XTABLES_LEGACY'],
  builtInModules: redHatBuiltIn,
  withoutFile: extraPackage ? modern.withoutFile : [...modern.withoutFile, ...modulesOfExtraPackage],
  furtherModules: extraPackage ? ['vfio-pci', 'xt_bpf'] : ['vfio-pci'],
  furtherConfiguration: [
    'CONFIG_VFIO=m',
    '# CONFIG_NET_EMATCH_IPSET is not set',
    '# CONFIG_NETFILTER_XT_MATCH_U32 is not set',
  ],
  suffix: '.ko.xz',
  version: [6, 12],
});

/** Flatcar 4081 (6.6): ip_tables itself is in the image, its tables are modules. */
export const flatcar: ReconstructedKernel = {
  release: '6.6.80-flatcar',
  source: 'commonconfig-6.6 of flatcar/scripts',
  builtIn: [...modern.builtIn, 'NETFILTER_XTABLES', 'IP_NF_IPTABLES'],
  asModule: modern.asModule,
  off: [...legacyGates, 'NFT_CHAIN_NAT_IPV4', 'NETFILTER_XTABLES_LEGACY'],
  builtInModules: [...redHatBuiltIn, 'net/ipv4/netfilter/ip_tables'],
  withoutFile: modern.withoutFile,
  furtherModules: ['vfio-pci', 'xt_bpf', 'xt_u32', 'em_ipset'],
  furtherConfiguration: ematchAndU32,
  suffix: '.ko.xz',
  version: [6, 6],
};

/** Ubuntu 24.04 (6.8): everything is a module, compressed with zstd. */
export const ubuntu: ReconstructedKernel = {
  release: '6.8.0-60-generic',
  source: 'debian.master/config/annotations of Ubuntu 24.04',
  builtIn: modern.builtIn,
  asModule: [...modern.asModule, 'NETFILTER_XTABLES', 'IP_NF_IPTABLES'],
  off: [...legacyGates, 'NFT_CHAIN_NAT_IPV4', 'NETFILTER_XTABLES_LEGACY'],
  builtInModules: ['net/ipv6/ipv6'],
  withoutFile: modern.withoutFile,
  furtherModules: ['vfio-pci', 'xt_bpf', 'xt_u32', 'em_ipset'],
  furtherConfiguration: ematchAndU32,
  suffix: '.ko.zst',
  version: [6, 8],
};
