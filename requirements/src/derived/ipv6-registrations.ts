import type { Fact } from '../model/fact';
import type { KernelConfiguration, KernelModules } from '../model/kernel-module';
import type { KernelRelease } from './kernel-release';
import { isKernelAtLeast } from './kernel-release';

/** An extension of x_tables that a kernel without CONFIG_IP6_NF_IPTABLES has for IPv4 only, although its module is built. */
export interface Ipv6Guard {
  readonly module: string;
  /** As the rules name it. */
  readonly extension: string;
  /** Whether each kernel guards its IPv6 registration, or those that have the change of `guardingReleases`. */
  readonly guarded: 'always' | 'since-change';
}

/**
 * Read in net/netfilter/xt_*.c of Linux 6.1.192 and 6.12.117, all extensions; single files in others (xt_LOG in 3.10,
 * xt_addrtype and xt_mark in 5.10.13, xt_connmark in 6.5, xt_mark in 7.0). The other matches and targets that Calico uses
 * need no entry. set, multiport, tcp, udp, icmp6, sctp and MASQUERADE have registrations for IPv6 that nothing guards; those of comment,
 * conntrack, ipvs, SNAT, DNAT and the matches mark and connmark serve every family; ip6t_REJECT and ip6t_rpfilter are not built.
 * nft_compat asks the same registry, so iptables-nft has no more.
 */
export const ipv6Guards: readonly Ipv6Guard[] = [
  { module: 'xt_LOG', extension: 'LOG', guarded: 'always' },
  // Before the change it is registered, and takes what stands in an IPv6 packet for addresses of IPv4.
  { module: 'xt_addrtype', extension: 'addrtype', guarded: 'always' },
  { module: 'xt_mark', extension: 'MARK', guarded: 'since-change' },
  { module: 'xt_CT', extension: 'CT', guarded: 'since-change' },
  { module: 'xt_connmark', extension: 'CONNMARK', guarded: 'since-change' },
];

/**
 * "netfilter: xtables: avoid NFPROTO_UNSPEC where needed" (0bfcb7b71e73) is in Linux 6.12, and in these stable releases and
 * all later ones of their line. A distribution may have taken it into any other kernel.
 */
const guardingReleases = [
  [5, 15, 168],
  [6, 1, 113],
  [6, 6, 57],
  [6, 11, 4],
] as const;

/** What of some modules serves IPv6; `extensions` are those that do not, or may not. */
export type Ipv6Half =
  | { readonly presence: 'present' }
  | { readonly presence: 'absent' | 'undetermined'; readonly extensions: readonly string[] };

/** Whether the table has an entry for one of the modules. */
export const hasIpv6Guard = (modules: readonly string[]): boolean =>
  ipv6Guards.some(({ module }) => modules.includes(module));

/** Judges the IPv6 half of modules that are available; `release` is undefined when it could not be read. */
export function ipv6Half(
  modules: readonly string[],
  configuration: Fact<KernelConfiguration>,
  states: KernelModules,
  release: KernelRelease | undefined,
): Ipv6Half {
  const guards = ipv6Guards.filter(({ module }) => modules.includes(module));
  if (guards.length === 0) return { presence: 'present' };
  const isOn = ip6tablesIsOn(configuration, states);
  if (isOn === true) return { presence: 'present' };
  const guarded = guards.map((guard) => ({ ...guard, is: guard.guarded === 'always' ? true : hasChange(release) }));
  const named = (answer: boolean | undefined): string[] =>
    guarded.filter(({ is }) => is === answer).map(({ extension }) => extension);
  if (named(true).length > 0) return { presence: isOn === false ? 'absent' : 'undetermined', extensions: named(true) };
  return named(undefined).length > 0
    ? { presence: 'undetermined', extensions: named(undefined) }
    : { presence: 'present' };
}

/** Modules that exist only in a kernel with CONFIG_IP6_NF_IPTABLES (net/ipv6/netfilter/Kconfig). */
export const modulesOfIp6tables: readonly string[] = [
  'ip6_tables',
  'ip6table_filter',
  'ip6table_mangle',
  'ip6t_REJECT',
  'ip6t_rpfilter',
];

/** What is on the disk proves more than a symbol, and a module that could not be seen may be such a proof. */
function ip6tablesIsOn(configuration: Fact<KernelConfiguration>, states: KernelModules): boolean | undefined {
  const symbol = configuration.status === 'observed' ? configuration.value['IP6_NF_IPTABLES'] : undefined;
  if (symbol === 'y' || symbol === 'm') return true;
  const seen = modulesOfIp6tables.map((module) => states[module] ?? 'unknown');
  if (seen.some((state) => !['missing', 'unknown', 'unverified'].includes(state))) return true;
  return symbol === 'n' && seen.every((state) => state === 'missing') ? false : undefined;
}

/** Undefined where the number does not tell: distributions count in a field of their own, and leave the patch level at 0. */
function hasChange(release: KernelRelease | undefined): boolean | undefined {
  if (release === undefined) return undefined;
  if (isKernelAtLeast(release, [6, 12])) return true;
  const line = guardingReleases.find(([major, minor]) => release.major === major && release.minor === minor);
  return line === undefined || release.patch === 0 ? undefined : release.patch >= line[2];
}
