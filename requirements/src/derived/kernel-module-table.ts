/** How one kernel module is told from the kernel's configuration, and by which names it is asked for. */
export interface KernelModuleEntry {
  /** With `_`, as /proc/modules prints it. */
  readonly name: string;
  /** Kconfig symbols without `CONFIG_`; any one of them at `y` proves that the module is part of the kernel image. */
  readonly symbols: readonly string[];
  /**
   * What the kernel or iptables asks modprobe for when Calico needs the module. One that the host's modules.alias
   * does not have means nothing; one that modprobe.d turns off means that the module does not come.
   */
  readonly aliases: readonly string[];
  /**
   * Whether something asks for the module by its own name, too: then a `blacklist` line, which only
   * suppresses aliases, does not keep it out (modprobe.d(5)).
   */
  readonly askedByName: boolean;
}

type Row = readonly [name: string, symbols: string, aliases?: string, byName?: 'by-name'];

/** A match or target of x_tables is asked for as `ipt_` or `ip6t_` and its name (net/netfilter/x_tables.c, xt_request_find_match). */
const rows: readonly Row[] = [
  // Legacy iptables. IP_NF_IPTABLES itself proves nothing: since Linux 6.9 it builds no ip_tables, only
  // IP_NF_IPTABLES_LEGACY does, and each table selects or depends on whichever of the two it is.
  ['x_tables', 'NETFILTER_XTABLES', '', 'by-name'],
  ['ip_tables', 'IP_NF_IPTABLES_LEGACY IP_NF_FILTER IP_NF_MANGLE IP_NF_RAW', 'ipt_icmp', 'by-name'],
  ['iptable_filter', 'IP_NF_FILTER', '', 'by-name'],
  ['iptable_nat', 'IP_NF_NAT', '', 'by-name'],
  ['iptable_mangle', 'IP_NF_MANGLE', '', 'by-name'],
  ['iptable_raw', 'IP_NF_RAW', '', 'by-name'],
  ['ip6_tables', 'IP6_NF_IPTABLES_LEGACY IP6_NF_FILTER IP6_NF_MANGLE IP6_NF_RAW', 'ip6t_icmp6', 'by-name'],
  ['ip6table_filter', 'IP6_NF_FILTER', '', 'by-name'],
  ['ip6table_nat', 'IP6_NF_NAT', '', 'by-name'],
  ['ip6table_mangle', 'IP6_NF_MANGLE', '', 'by-name'],
  ['ip6table_raw', 'IP6_NF_RAW', '', 'by-name'],
  // nf_tables, and what lets iptables-nft use the x_tables extensions.
  ['nf_tables', 'NF_TABLES', 'nfnetlink-subsys-10'],
  ['nft_compat', 'NFT_COMPAT', 'nfnetlink-subsys-11 nft-expr-match nft-expr-target'],
  ['nft_chain_nat', 'NFT_NAT', 'nft-chain-2-nat nft-chain-10-nat'],
  ['nft_chain_nat_ipv4', 'NFT_CHAIN_NAT_IPV4', 'nft-chain-2-nat'],
  ['nft_ct', 'NFT_CT', 'nft-expr-ct nft-expr-notrack'],
  ['nft_masq', 'NFT_MASQ', 'nft-expr-masq nft-expr-2-masq nft-expr-10-masq'],
  ['nft_nat', 'NFT_NAT', 'nft-expr-nat'],
  ['nft_fib', 'NFT_FIB', '', 'by-name'],
  ['nft_fib_ipv4', 'NFT_FIB_IPV4', 'nft-expr-2-fib'],
  ['nft_fib_ipv6', 'NFT_FIB_IPV6', 'nft-expr-10-fib'],
  ['nft_fib_inet', 'NFT_FIB_INET', 'nft-expr-1-fib'],
  ['nft_reject', 'NFT_REJECT', '', 'by-name'],
  ['nft_reject_ipv4', 'NFT_REJECT_IPV4', 'nft-expr-2-reject'],
  ['nft_reject_ipv6', 'NFT_REJECT_IPV6', 'nft-expr-10-reject'],
  ['nft_reject_inet', 'NFT_REJECT_INET', 'nft-expr-1-reject'],
  ['nft_log', 'NFT_LOG', 'nft-expr-log'],
  ['nft_limit', 'NFT_LIMIT', 'nft-expr-limit'],
  // Matches. There is no module for icmp: it is in ip_tables, since Linux 6.4 in xt_tcpudp.
  ['xt_set', 'NETFILTER_XT_SET', 'ipt_set ip6t_set ipt_SET ip6t_SET'],
  ['ipt_rpfilter', 'IP_NF_MATCH_RPFILTER', '', 'by-name'],
  ['ip6t_rpfilter', 'IP6_NF_MATCH_RPFILTER', '', 'by-name'],
  ['xt_addrtype', 'NETFILTER_XT_MATCH_ADDRTYPE', 'ipt_addrtype ip6t_addrtype'],
  ['xt_comment', 'NETFILTER_XT_MATCH_COMMENT', 'ipt_comment ip6t_comment'],
  ['xt_conntrack', 'NETFILTER_XT_MATCH_CONNTRACK', 'ipt_conntrack ip6t_conntrack'],
  ['xt_tcpudp', 'NETFILTER_XTABLES', 'ipt_tcp ip6t_tcp ipt_udp ip6t_udp ipt_icmp ip6t_icmp6'],
  ['xt_mark', 'NETFILTER_XT_MARK', 'ipt_mark ip6t_mark ipt_MARK ip6t_MARK'],
  ['xt_multiport', 'NETFILTER_XT_MATCH_MULTIPORT', 'ipt_multiport ip6t_multiport'],
  ['xt_sctp', 'NETFILTER_XT_MATCH_SCTP', 'ipt_sctp ip6t_sctp'],
  ['xt_ipvs', 'NETFILTER_XT_MATCH_IPVS', 'ipt_ipvs ip6t_ipvs'],
  // Targets.
  ['ipt_REJECT', 'IP_NF_TARGET_REJECT', '', 'by-name'],
  ['ip6t_REJECT', 'IP6_NF_TARGET_REJECT', '', 'by-name'],
  ['xt_LOG', 'NETFILTER_XT_TARGET_LOG', 'ipt_LOG ip6t_LOG'],
  // nf_log_syslog replaced nf_log_ipv4 and nf_log_ipv6 after Linux 5.10; their symbols stay and select it.
  ['nf_log_syslog', 'NF_LOG_SYSLOG', 'nf_log_ipv4 nf_log_ipv6 nf-logger-2-0 nf-logger-10-0'],
  ['nf_log_ipv4', 'NF_LOG_IPV4', 'nf-logger-2-0'],
  ['nf_log_ipv6', 'NF_LOG_IPV6', 'nf-logger-10-0'],
  ['xt_nat', 'NETFILTER_XT_NAT', 'ipt_SNAT ipt_DNAT ip6t_SNAT ip6t_DNAT'],
  ['xt_MASQUERADE', 'NETFILTER_XT_TARGET_MASQUERADE', 'ipt_MASQUERADE ip6t_MASQUERADE'],
  ['ipt_MASQUERADE', 'IP_NF_TARGET_MASQUERADE', '', 'by-name'],
  ['ip6t_MASQUERADE', 'IP6_NF_TARGET_MASQUERADE', '', 'by-name'],
  ['xt_CT', 'NETFILTER_XT_TARGET_CT', 'ipt_CT ip6t_CT ipt_NOTRACK ip6t_NOTRACK'],
  ['xt_connmark', 'NETFILTER_XT_CONNMARK', 'ipt_connmark ip6t_connmark ipt_CONNMARK ip6t_CONNMARK'],
  // IP sets.
  ['ip_set', 'IP_SET', 'nfnetlink-subsys-6'],
  ['ip_set_hash_ip', 'IP_SET_HASH_IP', 'ip_set_hash:ip'],
  ['ip_set_hash_net', 'IP_SET_HASH_NET', 'ip_set_hash:net'],
  ['ip_set_hash_ipport', 'IP_SET_HASH_IPPORT', 'ip_set_hash:ip,port'],
  // Connection tracking and NAT.
  ['nf_conntrack', 'NF_CONNTRACK', '', 'by-name'],
  ['nf_conntrack_netlink', 'NF_CT_NETLINK', 'nfnetlink-subsys-1 nfnetlink-subsys-2'],
  // A module of its own until Linux 4.11 or so; since then the symbol makes it part of nf_conntrack.
  ['nf_conntrack_proto_sctp', 'NF_CT_PROTO_SCTP', '', 'by-name'],
  ['nf_nat', 'NF_NAT', '', 'by-name'],
  // IPVS; kube-proxy loads the modules by name.
  ['ip_vs', 'IP_VS', '', 'by-name'],
  ['ip_vs_rr', 'IP_VS_RR', '', 'by-name'],
  ['ip_vs_wrr', 'IP_VS_WRR', '', 'by-name'],
  ['ip_vs_sh', 'IP_VS_SH', '', 'by-name'],
  // Tunnels and links. Felix loads wireguard by name.
  ['ipip', 'NET_IPIP', 'rtnl-link-ipip netdev-tunl0'],
  ['tunnel4', 'INET_TUNNEL', '', 'by-name'],
  ['ip_tunnel', 'NET_IP_TUNNEL', '', 'by-name'],
  ['vxlan', 'VXLAN', 'rtnl-link-vxlan'],
  ['wireguard', 'WIREGUARD', 'rtnl-link-wireguard', 'by-name'],
  ['veth', 'VETH', 'rtnl-link-veth'],
  // The tc hook; the aliases with a prefix are those of Linux 6.8 and later.
  ['sch_ingress', 'NET_SCH_INGRESS', 'sch_clsact net-sch-clsact'],
  ['cls_bpf', 'NET_CLS_BPF', 'net-cls-bpf', 'by-name'],
];

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/**
 * Every kernel module that the catalogue names. Names, symbols and aliases are those of the kernel's Makefiles,
 * Kconfig files and MODULE_ALIAS lines, from RHEL 7's 3.10 to 6.x.
 */
export const kernelModuleTable: readonly KernelModuleEntry[] = rows.map(([name, symbols, aliases = '', byName]) => ({
  name,
  symbols: words(symbols),
  aliases: words(aliases),
  askedByName: byName === 'by-name',
}));

const byName = new Map(kernelModuleTable.map((entry) => [entry.name, entry]));

/** The entry of one module, or undefined when the catalogue does not name it. */
export const kernelModuleEntry = (name: string): KernelModuleEntry | undefined => byName.get(name);

/** Symbols that the catalogue or a reader needs beside those that prove a module built in. */
const furtherSymbols = [
  'MODULES',
  'NETFILTER',
  'IPV6',
  'IP_NF_IPTABLES',
  'IP6_NF_IPTABLES',
  'NETFILTER_XTABLES_LEGACY',
  'NF_TABLES_IPV4',
  'NF_TABLES_IPV6',
  'NF_TABLES_INET',
  'IP_VS_PROTO_SCTP',
  'BPF',
  'BPF_SYSCALL',
  'BPF_JIT',
  'HAVE_EBPF_JIT',
  'CGROUP_BPF',
  'NET_CLS_ACT',
  'DEBUG_INFO_BTF',
  'XDP_SOCKETS',
] as const;

/** Every symbol of the kernel's configuration that the agent must report, without `CONFIG_`, each once. */
export const kernelSymbols: readonly string[] = [
  ...new Set([...kernelModuleTable.flatMap((entry) => entry.symbols), ...furtherSymbols]),
];
