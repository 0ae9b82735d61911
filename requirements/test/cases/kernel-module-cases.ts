import type { ProfileValues } from '../../src/model/profile-values';
import type { HostFactValues } from '../../src/model/host-facts';
import type { ModuleState } from '../../src/model/kernel-module';
import type { RequirementId } from '../../src/model/requirement-id';
import type { RequirementCase } from '../requirement-case';
import { allModules, modulesWith } from '../stock-host';

interface ModuleFamily {
  readonly requirement: RequirementId;
  /** Modules without all of which the requirement is not met on the stock host. */
  readonly modules: readonly string[];
  readonly profile?: Partial<ProfileValues>;
  readonly off?: Partial<ProfileValues>;
  /** Whether a blacklist line keeps the modules out; false where they are asked for by name. */
  readonly byAlias?: boolean;
}

const dualStack: Partial<ProfileValues> = { ipFamilies: ['IPv4', 'IPv6'] };
const nftables: Partial<ProfileValues> = { dataplane: 'Nftables' };
const ebpf: Partial<ProfileValues> = { dataplane: 'BPF' };
const ipvs: Partial<ProfileValues> = { kubeProxyMode: 'ipvs' };

const families: readonly ModuleFamily[] = [
  { requirement: 'iptables-base', modules: ['x_tables'], byAlias: false },
  { requirement: 'iptables-base', modules: ['ip_tables', 'nft_compat'], byAlias: false },
  { requirement: 'iptables-base', modules: ['iptable_raw', 'nf_tables'], byAlias: false },
  { requirement: 'iptables-base', modules: ['nf_tables'], profile: nftables },
  { requirement: 'iptables-base', modules: ['iptable_nat', 'nft_compat'], profile: ebpf, byAlias: false },
  {
    requirement: 'ip6tables-base',
    modules: ['ip6table_mangle', 'nft_compat'],
    profile: dualStack,
    off: {},
    byAlias: false,
  },
  { requirement: 'ip6tables-base', modules: ['nf_tables'], profile: { ...nftables, ...dualStack } },
  { requirement: 'match-set', modules: ['xt_set'] },
  { requirement: 'match-set', modules: ['nf_tables'], profile: nftables },
  { requirement: 'match-rpfilter', modules: ['ipt_rpfilter'], byAlias: false },
  { requirement: 'match-rpfilter', modules: ['ip6t_rpfilter'], profile: dualStack, byAlias: false },
  { requirement: 'match-rpfilter', modules: ['nft_fib_ipv4'], profile: nftables },
  { requirement: 'match-addrtype', modules: ['xt_addrtype'] },
  { requirement: 'match-addrtype', modules: ['nft_fib_ipv4'], profile: nftables },
  { requirement: 'match-comment', modules: ['xt_comment'] },
  { requirement: 'match-conntrack', modules: ['xt_conntrack'] },
  { requirement: 'match-conntrack', modules: ['nft_ct'], profile: nftables },
  { requirement: 'match-icmp', modules: ['ip_tables'], byAlias: false },
  { requirement: 'match-tcp', modules: ['xt_tcpudp'] },
  { requirement: 'match-udp', modules: ['xt_tcpudp'] },
  { requirement: 'match-ipvs', modules: ['xt_ipvs'], profile: ipvs, off: {} },
  { requirement: 'match-icmpv6', modules: ['ip6_tables'], byAlias: false },
  { requirement: 'match-mark', modules: ['xt_mark'] },
  { requirement: 'match-multiport', modules: ['xt_multiport'] },
  { requirement: 'match-sctp', modules: ['xt_sctp'], profile: { sctp: true }, off: { sctp: false } },
  { requirement: 'target-reject', modules: ['ipt_REJECT'], byAlias: false },
  { requirement: 'target-reject', modules: ['ip6t_REJECT'], profile: dualStack, byAlias: false },
  { requirement: 'target-reject', modules: ['nft_reject_ipv4', 'nft_reject_inet'], profile: nftables },
  { requirement: 'target-accept', modules: ['x_tables', 'nf_tables'], byAlias: false },
  { requirement: 'target-accept', modules: ['nf_tables'], profile: nftables },
  { requirement: 'target-drop', modules: ['x_tables', 'nf_tables'], byAlias: false },
  { requirement: 'target-drop', modules: ['nf_tables'], profile: nftables },
  { requirement: 'target-log', modules: ['xt_LOG'] },
  { requirement: 'target-log', modules: ['nf_log_syslog', 'nf_log_ipv4'] },
  { requirement: 'target-log', modules: ['nf_log_syslog', 'nf_log_ipv6'], profile: dualStack },
  { requirement: 'target-log', modules: ['nft_log'], profile: nftables },
  { requirement: 'ip-sets', modules: ['ip_set'] },
  { requirement: 'ip-sets', modules: ['ip_set_hash_net'], profile: nftables },
  { requirement: 'conntrack', modules: ['nf_conntrack'], byAlias: false },
  { requirement: 'conntrack', modules: ['nf_conntrack_netlink'] },
  { requirement: 'ipvs', modules: ['ip_vs_rr'], profile: ipvs, off: { kubeProxyMode: 'nftables' }, byAlias: false },
  { requirement: 'ipip-tunnel', modules: ['ipip'], off: { encapsulation: [] } },
  {
    requirement: 'vxlan-tunnel',
    modules: ['vxlan'],
    profile: { encapsulation: ['VXLAN'] },
    off: { encapsulation: ['IPIP'] },
  },
  { requirement: 'wireguard-tunnel', modules: ['wireguard'], profile: { wireguard: true }, off: {}, byAlias: false },
  { requirement: 'ebpf-tc-hook', modules: ['sch_ingress'], profile: ebpf, off: {} },
  { requirement: 'nat-targets', modules: ['xt_nat'] },
  { requirement: 'nat-targets', modules: ['xt_MASQUERADE', 'ipt_MASQUERADE'], byAlias: false },
  { requirement: 'nat-targets', modules: ['nft_masq'], profile: nftables },
  { requirement: 'notrack-target', modules: ['xt_CT'] },
  { requirement: 'connmark-target', modules: ['xt_connmark'] },
];

const unmet = [
  ['missing', 'ModuleMissing'],
  ['configured-only', 'ModuleNotInstalled'],
  ['blocked', 'ModuleBlocked'],
] as const;

const casesOf = ({ requirement, modules, profile = {}, off, byAlias = true }: ModuleFamily): RequirementCase[] => {
  const inState = (state: ModuleState): Pick<HostFactValues, 'kernelModules'> =>
    modulesWith(Object.fromEntries(modules.map((module) => [module, state])));
  const names = `${modules.join(', ')} (${JSON.stringify(profile)})`;
  return [
    ...(['loaded', 'built-in', 'loadable'] as const).map((state): RequirementCase => ({
      requirement,
      when: `${names} ${state}`,
      profile,
      facts: inState(state),
      verdict: 'Pass',
      reason: 'ModuleAvailable',
    })),
    ...unmet.map(([state, reason]): RequirementCase => ({
      requirement,
      when: `${names} ${state}`,
      profile,
      facts: inState(state),
      verdict: 'Fail',
      reason,
    })),
    {
      requirement,
      when: `${names} blacklisted`,
      profile,
      facts: inState('blacklisted'),
      verdict: byAlias ? 'Fail' : 'Pass',
      reason: byAlias ? 'ModuleBlacklisted' : 'ModuleAvailable',
    },
    {
      requirement,
      when: `${names} unknown`,
      profile,
      facts: inState('unknown'),
      verdict: 'Unknown',
      reason: 'ModuleUnknown',
    },
    {
      requirement,
      when: `no module seen (${names})`,
      profile,
      without: ['kernelModules'],
      verdict: 'Unknown',
      reason: 'EvidenceNotFound',
    },
    ...(off === undefined
      ? []
      : [
          {
            requirement,
            when: `${names} missing and not used`,
            profile: off,
            facts: inState('missing'),
            verdict: 'NotApplicable',
            reason: 'NotApplicable',
          } as const,
        ]),
  ];
};

/** RHEL 10 without kernel-modules-extra: all of x_tables but its core, nft_compat and IP sets are configured and not on the disk. */
const enterpriseLinux10: Partial<HostFactValues> = {
  kernelRelease: '6.12.0-55.7.1.el10_0.x86_64',
  ...modulesWith({
    x_tables: 'built-in',
    xt_tcpudp: 'built-in',
    ...Object.fromEntries(
      [
        ...['ip_tables', 'iptable_filter', 'iptable_nat', 'iptable_mangle', 'iptable_raw', 'ip6_tables'],
        ...['nft_compat', 'xt_set', 'xt_mark', 'ipt_REJECT', 'xt_LOG', 'ip_set', 'xt_CT'],
      ].map((module) => [module, 'configured-only' as const]),
    ),
  }),
};

const special: readonly RequirementCase[] = [
  {
    requirement: 'iptables-base',
    when: 'only the legacy variant is there',
    facts: modulesWith({ nf_tables: 'missing', nft_compat: 'missing' }),
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement: 'iptables-base',
    when: 'only the nft variant is there',
    facts: modulesWith({ ip_tables: 'missing', iptable_filter: 'missing', iptable_nat: 'missing' }),
    verdict: 'Pass',
    reason: 'ModuleAvailable',
    observed: 'x_tables, nf_tables, nft_compat, nft_chain_nat: loadable',
  },
  {
    requirement: 'iptables-base',
    when: 'legacy is missing and the nft variant is only not installed',
    facts: modulesWith({ ip_tables: 'missing', nft_compat: 'configured-only' }),
    verdict: 'Fail',
    reason: 'ModuleNotInstalled',
    observed: 'ip_tables: missing; nft_compat: configured-only',
  },
  {
    requirement: 'iptables-base',
    when: 'legacy is missing and nft_compat unknown',
    facts: modulesWith({ ip_tables: 'missing', nft_compat: 'unknown' }),
    verdict: 'Unknown',
    reason: 'ModuleUnknown',
  },
  {
    requirement: 'iptables-base',
    when: 'one table is missing and another unknown, without nft',
    facts: modulesWith({ iptable_raw: 'missing', iptable_nat: 'unknown', nf_tables: 'missing' }),
    verdict: 'Fail',
    reason: 'ModuleMissing',
  },
  {
    requirement: 'iptables-base',
    when: 'the kernel is all built in',
    facts: { kernelModules: allModules('built-in') },
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement: 'iptables-base',
    when: 'no module is named',
    facts: { kernelModules: {} },
    verdict: 'Unknown',
    reason: 'ModuleUnknown',
  },
  ...(
    ['iptables-base', 'match-set', 'match-mark', 'target-reject', 'target-log', 'ip-sets', 'notrack-target'] as const
  ).map((requirement): RequirementCase => ({
    requirement,
    when: 'RHEL 10 without kernel-modules-extra',
    facts: enterpriseLinux10,
    verdict: 'Fail',
    reason: 'ModuleNotInstalled',
  })),
  ...(['match-icmp', 'match-tcp', 'target-accept', 'ipip-tunnel'] as const).map((requirement): RequirementCase => ({
    requirement,
    when: 'RHEL 10 without kernel-modules-extra',
    facts: enterpriseLinux10,
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  })),
  {
    requirement: 'match-icmp',
    when: 'Linux 6.4 without ip_tables',
    facts: { kernelRelease: '6.4.0', ...modulesWith({ ip_tables: 'missing' }) },
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement: 'match-icmp',
    when: 'Linux 6.4 without xt_tcpudp',
    facts: { kernelRelease: '6.4.0', ...modulesWith({ xt_tcpudp: 'missing' }) },
    verdict: 'Fail',
    reason: 'ModuleMissing',
  },
  {
    requirement: 'match-icmp',
    when: 'Linux 6.3 without xt_tcpudp',
    facts: { kernelRelease: '6.3.13', ...modulesWith({ xt_tcpudp: 'missing' }) },
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement: 'match-icmp',
    when: 'release unseen, both there',
    without: ['kernelRelease'],
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement: 'match-icmp',
    when: 'release unseen, one missing',
    facts: modulesWith({ ip_tables: 'missing' }),
    without: ['kernelRelease'],
    verdict: 'Unknown',
    reason: 'ModuleUnknown',
  },
  {
    requirement: 'match-icmp',
    when: 'release unseen, both missing',
    facts: modulesWith({ ip_tables: 'missing', xt_tcpudp: 'missing' }),
    without: ['kernelRelease'],
    verdict: 'Fail',
    reason: 'ModuleMissing',
  },
  {
    requirement: 'match-icmpv6',
    when: 'IPv6 is off in the kernel',
    facts: { ipv6Enabled: false, ...modulesWith({ ip6_tables: 'missing' }) },
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
  {
    requirement: 'match-icmpv6',
    when: 'IPv6 in the kernel is unseen',
    without: ['ipv6Enabled'],
    verdict: 'Unknown',
    reason: 'EvidenceNotFound',
  },
  {
    requirement: 'match-icmpv6',
    when: 'IPv6 is on in the kernel, though not in the cluster',
    profile: { ipFamilies: ['IPv4'] },
    facts: modulesWith({ ip6_tables: 'missing' }),
    verdict: 'Fail',
    reason: 'ModuleMissing',
    observed: 'ip6_tables: missing',
  },
  {
    requirement: 'target-reject',
    when: 'only nft_reject is there, which iptables-nft does not use',
    facts: modulesWith({ ipt_REJECT: 'missing' }),
    verdict: 'Fail',
    reason: 'ModuleMissing',
  },
  {
    requirement: 'target-log',
    when: 'RHEL 7 with nf_log_ipv4',
    facts: modulesWith({ nf_log_syslog: 'missing' }),
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement: 'target-log',
    when: 'nf_log_syslog unknown, nf_log_ipv4 missing',
    facts: modulesWith({ nf_log_syslog: 'unknown', nf_log_ipv4: 'missing' }),
    verdict: 'Unknown',
    reason: 'ModuleUnknown',
  },
  {
    requirement: 'nat-targets',
    when: 'RHEL 7 with ipt_MASQUERADE',
    facts: modulesWith({ xt_MASQUERADE: 'missing' }),
    verdict: 'Pass',
    reason: 'ModuleAvailable',
  },
  {
    requirement: 'ipip-tunnel',
    when: 'the cluster has IPv6 only',
    profile: { ipFamilies: ['IPv6'] },
    facts: modulesWith({ ipip: 'missing' }),
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
  {
    requirement: 'ip-sets',
    when: 'two obstacles, of which the harder counts',
    facts: modulesWith({ ip_set: 'blacklisted', ip_set_hash_ip: 'missing' }),
    verdict: 'Fail',
    reason: 'ModuleMissing',
  },
];

export const kernelModuleCases: readonly RequirementCase[] = [...families.flatMap(casesOf), ...special];
