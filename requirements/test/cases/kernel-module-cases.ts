import type { ProfileValues } from '../../src/model/profile-values';
import type { HostFactValues } from '../../src/model/host-facts';
import type { ModuleState } from '../../src/model/kernel-module';
import type { RequirementId } from '../../src/model/requirement-id';
import type { RequirementCase } from '../requirement-case';
import { modulesWith } from '../stock-host';

/** Modules that decide a requirement. */
export interface ModuleFamily {
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

/** Of every requirement that modules decide. */
export const moduleFamilies: readonly ModuleFamily[] = [
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
  ['unsigned', 'ModuleUnsigned'],
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
      when: `${names} unverified`,
      profile,
      facts: inState('unverified'),
      verdict: 'Unknown',
      reason: 'ModuleUnverified',
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

/** Of every requirement that modules decide, with its modules in each state. */
export const kernelModuleCases: readonly RequirementCase[] = moduleFamilies.flatMap(casesOf);
