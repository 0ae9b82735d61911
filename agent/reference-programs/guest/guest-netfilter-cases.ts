import { doing, forEach, legacy, matches, nft, rules, sets } from './guest-module-rules';
import type { ModuleCase } from './guest-module-script';

/** Rules for the modules of IP sets. */
export const setCases: readonly ModuleCase[] = [
  { files: rules('blacklist ip_set'), deeds: doing('ipset create a', legacy('filter -A INPUT -m set')) },
  {
    files: rules(...forEach('blacklist', 'ip-set-hash-ip xt_set')),
    deeds: doing(...sets, legacy('filter -A INPUT -m set')),
  },
  { files: rules('install nfnetlink /bin/false'), deeds: doing('ipset create a', nft('filter -S')) },
  {
    files: rules(
      'alias ip_set_hash:ip off',
      'install ip_set_hash:net /bin/false',
      'alias ip_set_hash:ip,port ip_set_hash_ipport',
    ),
    deeds: doing(...sets),
  },
  {
    files: rules('install ip_set_hash_[a-m]* /bin/false', 'blacklist ip_set_hash_ipport # not here'),
    deeds: doing(...sets),
  },
];

/** Rules for the modules of iptables, of both variants. */
export const iptablesCases: readonly ModuleCase[] = [
  {
    files: rules(...forEach('blacklist', 'xt_mark xt_conntrack xt_addrtype xt_multiport xt_tcpudp')),
    deeds: doing(...matches, nft('mangle -A PREROUTING -j MARK')),
  },
  {
    files: rules(
      'install ipt_mark /bin/false',
      'alias ipt_conntrack off',
      'install xt-addrtype /bin/false',
      'blacklist ipt_multiport',
      'alias ipt_tcp xt_tcpudp',
    ),
    deeds: doing(...matches),
  },
  {
    files: rules(
      ...forEach(
        'blacklist',
        'x_tables ip_tables iptable_filter iptable_raw ipt_REJECT ipt_rpfilter nf_conntrack nf_nat nf_reject_ipv4',
      ),
    ),
    deeds: doing(
      legacy('filter -S'),
      legacy('filter -A INPUT -j REJECT'),
      legacy('raw -A PREROUTING -m rpfilter'),
      legacy('filter -A INPUT -m conntrack'),
      legacy('nat -A POSTROUTING -j MASQUERADE'),
    ),
  },
  {
    files: rules(...forEach('install', 'iptable_raw nf_reject_ipv4 nf_defrag_ipv4', ' /bin/false')),
    deeds: doing(
      legacy('filter -S'),
      legacy('raw -S'),
      legacy('filter -A INPUT -j REJECT'),
      legacy('filter -A INPUT -m conntrack'),
      legacy('filter -A INPUT -m mark'),
      nft('filter -A INPUT -m conntrack'),
    ),
  },
  {
    files: rules(...forEach('install', 'libcrc32c xt_LOG', ' /bin/false')),
    deeds: doing(nft('filter -S'), legacy('filter -A INPUT -j LOG'), legacy('filter -A INPUT -m conntrack')),
  },
  {
    files: rules(...forEach('blacklist', 'libcrc32c nf_log_syslog crc32c_generic')),
    deeds: doing(nft('filter -S'), legacy('filter -A INPUT -j LOG')),
  },
  { files: rules('blacklist nf_tables'), deeds: doing(nft('filter -S'), 'ip6tables-nft -N') },
  {
    files: rules(...forEach('blacklist', 'nft_compat nft_chain_nat')),
    deeds: doing(nft('mangle -A PREROUTING -j MARK'), nft('nat -A POSTROUTING -j MASQUERADE'), nft('filter -S')),
  },
  {
    files: rules('install x_tables /bin/false'),
    deeds: doing(legacy('filter -S'), 'ip6tables-legacy -t filter -S', nft('filter -S'), nft('filter -A INPUT -m set')),
  },
  {
    files: rules(...forEach('alias', 'nfnetlink-subsys-11 nfnetlink-subsys-6', ' off')),
    deeds: doing(nft('filter -S'), nft('mangle -A PREROUTING -j MARK'), 'ipset create a'),
  },
];
