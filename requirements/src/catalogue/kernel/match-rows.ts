import { isKernelAtLeast } from '../../derived/kernel-release';
import type { ModuleNeed } from '../../derived/module-availability';
import { allOf, oneOf } from '../../derived/module-availability';
import type { Message } from '../../model/message';
import { msg } from '../../model/message';
import type { RequirementId } from '../../model/requirement-id';
import { withIpv6InKernel, withIpvs, withSctp } from '../applicability';
import { documentation } from '../documentation';
import { quotes, quoting } from '../quotes';
import type { KernelModuleRow, ModuleUse } from './kernel-module-requirement';

type Further = Partial<Pick<KernelModuleRow, 'appliesTo' | 'links' | 'modules' | 'consults' | 'needed' | 'origin'>>;

/** A match of iptables. It takes its x_tables module under the legacy and the nft variant alike. */
const matchRow = (
  id: RequirementId,
  match: string,
  need: string | ((use: ModuleUse) => ModuleNeed),
  nftables: ModuleNeed,
  rationale: Message,
  further: Further = {},
): KernelModuleRow => ({
  id,
  subject: typeof need === 'string' ? { module: need } : { feature: match },
  modules: typeof need === 'string' ? [need] : [],
  need: (use) => {
    // nf_tables has expressions of its own for what iptables does with matches.
    if (use.dataplane === 'Nftables') return nftables;
    return typeof need === 'string' ? need : need(use);
  },
  origin: quoting(quotes.matches, quotes.iptables, quotes.smallModules),
  title: msg('The iptables match {{match}} is available', { match }),
  failureTitle: msg('The iptables match {{match}} is not available', { match }),
  shortTitle: msg('Match {{match}}', { match }),
  rationale,
  ...further,
});

/** icmp and icmpv6 moved from ip_tables and ip6_tables to xt_tcpudp in Linux 6.4. */
const icmpNeed =
  (before: string) =>
  ({ release }: ModuleUse): ModuleNeed => {
    if (release === undefined) return oneOf(before, 'xt_tcpudp');
    return isKernelAtLeast(release, [6, 4]) ? 'xt_tcpudp' : before;
  };

/** What nf_tables looks up in the routing table with (net/ipv4/netfilter/nft_fib_ipv4.c). */
const fib = ['nft_fib', 'nft_fib_ipv4'] as const;

/** The matches that the document names, each once, in its order. */
export const matchRows: readonly KernelModuleRow[] = [
  matchRow('match-set', 'set', 'xt_set', 'nf_tables', msg('Felix matches the addresses of policies as IP sets.')),
  matchRow(
    'match-rpfilter',
    'rpfilter',
    ({ ipv6 }) => (ipv6 ? allOf('ipt_rpfilter', 'ip6t_rpfilter') : 'ipt_rpfilter'),
    allOf(...fib),
    msg('Felix drops packets whose source address a pod has made up; rpfilter tells them.'),
    { modules: ['ipt_rpfilter'] },
  ),
  matchRow(
    'match-addrtype',
    'addrtype',
    'xt_addrtype',
    allOf(...fib),
    msg('Felix tells traffic to the host itself from traffic to pods by the type of the address.'),
  ),
  matchRow(
    'match-comment',
    'comment',
    'xt_comment',
    'nf_tables',
    msg('Every rule of Felix carries a comment, by which it knows its own rules.'),
  ),
  matchRow(
    'match-conntrack',
    'conntrack',
    'xt_conntrack',
    'nft_ct',
    msg('Felix accepts the packets of connections that policy has allowed before.'),
  ),
  matchRow(
    'match-icmp',
    'icmp',
    icmpNeed('ip_tables'),
    'nf_tables',
    msg('Policies can name types and codes of ICMP.'),
    {
      modules: ['ip_tables', 'xt_tcpudp'],
      needed: msg('ip_tables, since Linux 6.4 xt_tcpudp; loaded, built-in or loadable'),
    },
  ),
  matchRow('match-tcp', 'tcp', 'xt_tcpudp', 'nf_tables', msg('Policies name TCP ports.')),
  matchRow(
    'match-udp',
    'udp',
    'xt_tcpudp',
    'nf_tables',
    msg('Policies name UDP ports, and Felix lets VXLAN, DNS and DHCP through by them.'),
  ),
  matchRow(
    'match-ipvs',
    'ipvs',
    'xt_ipvs',
    'xt_ipvs',
    msg('With kube-proxy in IPVS mode Felix tells traffic to services by this match.'),
    { appliesTo: withIpvs, links: documentation.ipvs },
  ),
  matchRow(
    'match-icmpv6',
    'icmpv6',
    icmpNeed('ip6_tables'),
    'nf_tables',
    msg('Felix lets neighbour discovery through, and policies can name types of ICMPv6.'),
    {
      modules: ['ip6_tables', 'xt_tcpudp'],
      needed: msg('ip6_tables, since Linux 6.4 xt_tcpudp; loaded, built-in or loadable'),
      appliesTo: withIpv6InKernel,
      consults: ['kernelRelease', 'ipv6Enabled'],
    },
  ),
  matchRow(
    'match-mark',
    'mark',
    'xt_mark',
    'nf_tables',
    msg('Felix notes the outcome of each policy in the mark of the packet.'),
  ),
  matchRow(
    'match-multiport',
    'multiport',
    'xt_multiport',
    'nf_tables',
    msg('Rules with several ports use this match.'),
  ),
  // The list names sctp without a condition, and the line on conntrack says "if using SCTP". Felix writes the
  // match only for a policy that names SCTP, so the condition holds here, too.
  matchRow('match-sctp', 'sctp', 'xt_sctp', 'nf_tables', msg('Policies that name SCTP ports use this match.'), {
    appliesTo: withSctp,
    links: documentation.sctp,
    origin: quoting(quotes.matches, quotes.conntrack, quotes.iptables, quotes.smallModules),
  }),
];
