import type { HostFiles } from '../../../agent/src/host/host-files';

/** What checksystem says of one module, and the first place where it found it. */
export interface ChecksystemAnswer {
  readonly module: string;
  readonly foundIn: 'modules.dep' | 'modules.builtin' | 'lsmod' | 'configuration' | 'ip_tables_matches' | undefined;
}

/** The modules that it looks for, and the symbol that it takes for a sign of each. */
const lookedFor: readonly (readonly [module: string, symbol: string])[] = [
  ['ip_set', 'CONFIG_IP_SET'],
  ['ip6_tables', 'CONFIG_IP6_NF_IPTABLES'],
  ['ip_tables', 'CONFIG_IP_NF_IPTABLES'],
  ['ipt_ipvs', 'CONFIG_NETFILTER_XT_MATCH_IPVS'],
  ['vfio-pci', 'CONFIG_VFIO'],
  ['xt_bpf', 'CONFIG_BPF'],
  ['ipt_REJECT', 'CONFIG_NFT_REJECT'],
  ['ipt_rpfilter', 'CONFIG_IP_NF_MATCH_RPFILTER'],
  ['xt_rpfilter', 'CONFIG_IP_NF_MATCH_RPFILTER'],
  ['ipt_set', 'CONFIG_NET_EMATCH_IPSET'],
  ['nf_conntrack_netlink', 'CONFIG_NF_CT_NETLINK'],
  ['xt_addrtype', 'CONFIG_NETFILTER_XT_MATCH_ADDRTYPE'],
  ['xt_conntrack', 'CONFIG_NETFILTER_XT_MATCH_CONNTRACK'],
  ['xt_icmp', 'icmp'],
  ['xt_icmp6', 'icmp'],
  ['xt_mark', 'CONFIG_IP_NF_TARGET_MARK'],
  ['xt_multiport', 'CONFIG_IP_NF_MATCH_MULTIPORT'],
  ['xt_set', 'CONFIG_NETFILTER_XT_SET'],
  ['xt_u32', 'CONFIG_NETFILTER_XT_MATCH_U32'],
];

/**
 * The rules of `calicoctl node checksystem` as v3.25 to v3.32 document them in their source
 * (calicoctl/calicoctl/commands/node/checksystem.go), in words of our own: per module the first of
 * modules.dep, modules.builtin, lsmod, a configuration file and /proc/net/ip_tables_matches that matches. Its mistakes are kept.
 * It has a minimum for the kernel, too, 2.6.24, which every host here meets.
 */
export async function checksystem(files: HostFiles): Promise<readonly ChecksystemAnswer[]> {
  const read = async (path: string): Promise<string> => {
    const text = await files.readText(path, 16 * 1024 * 1024);
    return text.status === 'observed' ? text.value : '';
  };
  const release = (await read('proc/sys/kernel/osrelease')).trim();
  const [dependencies, builtIn, loaded, matches] = await Promise.all(
    [
      `lib/modules/${release}/modules.dep`,
      `lib/modules/${release}/modules.builtin`,
      'proc/modules',
      'proc/1/net/ip_tables_matches',
    ].map(read),
  );
  const configuration = await firstOf(files, [
    'usr/src/linux/.config',
    `boot/config-${release}`,
    `usr/src/linux-${release}/.config`,
    `usr/src/linux-headers-${release}/.config`,
    `lib/modules/${release}/build/.config`,
  ]);
  const find = ([module, symbol]: (typeof lookedFor)[number]): ChecksystemAnswer['foundIn'] => {
    if (new RegExp(`/${module}.ko`).test(dependencies ?? '')) return 'modules.dep';
    if (new RegExp(`/${module}.ko`).test(builtIn ?? '')) return 'modules.builtin';
    // Not anchored: the name of a longer module will do.
    if (new RegExp(module).test(loaded ?? '')) return 'lsmod';
    if (new RegExp(`^${symbol}=.`, 'm').test(configuration)) return 'configuration';
    return new RegExp(`^${symbol}$`, 'm').test(matches ?? '') ? 'ip_tables_matches' : undefined;
  };
  return lookedFor.map((entry) => ({ module: entry[0], foundIn: find(entry) }));
}

async function firstOf(files: HostFiles, paths: readonly string[]): Promise<string> {
  for (const path of paths) {
    const text = await files.readText(path, 8 * 1024 * 1024);
    if (text.status === 'observed') return text.value;
  }
  return '';
}

/** Its last line: it fails for any missing module, and only warns when ip6_tables alone is missing. */
export function isFailure(answers: readonly ChecksystemAnswer[]): boolean {
  const missing = answers.filter(({ foundIn }) => foundIn === undefined);
  return missing.length > 1 || (missing.length === 1 && missing[0]?.module !== 'ip6_tables');
}
