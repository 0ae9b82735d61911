import { allOf, anyOf } from '../../derived/module-availability';
import { msg } from '../../model/message';
import { withIpv6InCluster } from '../applicability';
import { quotes, quoting } from '../quotes';
import type { KernelModuleRow } from './kernel-module-requirement';

/** The chain type of NAT in nf_tables; until Linux 5.0 it was a module for IPv4 alone. */
export const nftablesNatChain = anyOf('nft_chain_nat', 'nft_chain_nat_ipv4');

/** What iptables-nft takes: nf_tables, and nft_compat for the matches and targets of x_tables. */
const nftVariant = allOf('x_tables', 'nf_tables', 'nft_compat', nftablesNatChain);

/** The base modules in either variant: iptables is as good as its better half. */
export const iptablesBaseRows: readonly KernelModuleRow[] = [
  {
    id: 'iptables-base',
    subject: { feature: 'iptables' },
    modules: ['ip_tables', 'iptable_filter', 'iptable_nat', 'iptable_mangle', 'iptable_raw', 'nf_tables', 'nft_compat'],
    need: ({ dataplane }) =>
      dataplane === 'Nftables'
        ? 'nf_tables'
        : anyOf(
            allOf('x_tables', 'ip_tables', 'iptable_filter', 'iptable_nat', 'iptable_mangle', 'iptable_raw'),
            nftVariant,
          ),
    needed: msg('ip_tables and its tables, or nf_tables and nft_compat; loaded, built-in or loadable'),
    origin: quoting(quotes.base, quotes.iptables),
    title: msg('The base modules of iptables are available'),
    failureTitle: msg('The base modules of iptables are not available'),
    shortTitle: msg('iptables base'),
    rationale: msg(
      'Felix writes policy and NAT as iptables rules, by the legacy or the nft variant, in the tables filter, nat, mangle and raw.',
    ),
  },
  {
    id: 'ip6tables-base',
    subject: { feature: 'ip6tables' },
    modules: [
      'ip6_tables',
      'ip6table_filter',
      'ip6table_nat',
      'ip6table_mangle',
      'ip6table_raw',
      'nf_tables',
      'nft_compat',
    ],
    need: ({ dataplane }) =>
      dataplane === 'Nftables'
        ? 'nf_tables'
        : anyOf(
            allOf('x_tables', 'ip6_tables', 'ip6table_filter', 'ip6table_nat', 'ip6table_mangle', 'ip6table_raw'),
            nftVariant,
          ),
    needed: msg('ip6_tables and its tables, or nf_tables and nft_compat; loaded, built-in or loadable'),
    origin: quoting(quotes.base, quotes.iptables),
    title: msg('The base modules of ip6tables are available'),
    failureTitle: msg('The base modules of ip6tables are not available'),
    shortTitle: msg('ip6tables base'),
    rationale: msg('For IPv6 Felix writes the same rules as for IPv4.'),
    appliesTo: withIpv6InCluster,
  },
];
