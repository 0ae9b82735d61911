import type { HostFactValues } from '../../src/model/host-facts';
import type { RequirementCase } from '../requirement-case';
import { allModules, modulesWith } from '../stock-host';

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

/** Of modules where one state of all of them is not the whole story. */
export const specialModuleCases: readonly RequirementCase[] = [
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
