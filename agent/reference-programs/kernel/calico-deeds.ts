/** One thing that Calico does, as a command, and the modules without which the kernel can't do it. */
export type Deed = readonly [command: string, ...modules: string[]];

const tables: readonly Deed[] = ['filter', 'nat', 'mangle', 'raw'].flatMap((table): Deed[] => [
  [`iptables-legacy -t ${table} -S`, 'x_tables', 'ip_tables', `iptable_${table}`],
  [`ip6tables-legacy -t ${table} -S`, 'x_tables', 'ip6_tables', `ip6table_${table}`],
]);

/** What follows `-A CHAIN`, the table, and the module of the match or target. */
const rules: readonly (readonly [table: string, rule: string, ...modules: string[]])[] = [
  ['filter', 'INPUT -m mark --mark 0x1/0x1', 'xt_mark'],
  ['mangle', 'PREROUTING -j MARK --set-xmark 0x1/0x1', 'xt_mark'],
  ['filter', 'INPUT -m comment --comment calico', 'xt_comment'],
  ['filter', 'INPUT -m conntrack --ctstate ESTABLISHED', 'xt_conntrack', 'nf_conntrack'],
  ['filter', 'INPUT -m addrtype --dst-type LOCAL', 'xt_addrtype'],
  ['filter', 'INPUT -p tcp -m multiport --dports 80,443', 'xt_multiport'],
  ['filter', 'INPUT -p tcp -m tcp --dport 80', 'xt_tcpudp'],
  ['filter', 'INPUT -p sctp -m sctp --dport 80', 'xt_sctp'],
  ['filter', 'INPUT -m set --match-set calico dst', 'xt_set', 'ip_set', 'ip_set_hash_net'],
  ['raw', 'PREROUTING -m rpfilter --invert', 'ipt_rpfilter'],
  ['filter', 'INPUT -j REJECT', 'ipt_REJECT'],
  ['filter', 'INPUT -j LOG', 'xt_LOG'],
  ['raw', 'PREROUTING -j CT --notrack', 'xt_CT'],
  ['filter', 'INPUT -m ipvs --ipvs', 'xt_ipvs', 'ip_vs'],
  ['mangle', 'PREROUTING -j CONNMARK --save-mark', 'xt_connmark'],
  ['nat', 'POSTROUTING -j MASQUERADE', 'xt_MASQUERADE', 'nf_nat'],
  ['nat', 'PREROUTING -p tcp -j DNAT --to-destination 192.0.2.1:80', 'xt_nat', 'nf_nat'],
];

/** What works with these modules, and does not when one is missing. */
export const deeds: readonly Deed[] = [
  ['ip link add cali0 type veth peer name cali1', 'veth'],
  ['ip link add calico0 type ipip local 192.0.2.1', 'ipip'],
  // With ioctl(2) in place of rtnetlink(7), which asks for another alias; releases of Felix do the one or the other. The
  // device that the module itself makes is then in the way, and is the one that is wanted.
  ['ip tunnel add tunl0 mode ipip || ip link show tunl0', 'ipip'],
  ['ip link add vxlan.calico type vxlan id 4096 dstport 4789', 'vxlan'],
  ['ip link add wireguard.cali type wireguard', 'wireguard'],
  ['tc qdisc add dev lo clsact', 'sch_ingress'],
  ['ipset create a hash:ip', 'ip_set', 'ip_set_hash_ip'],
  ['ipset create b hash:net', 'ip_set', 'ip_set_hash_net'],
  ['ipset create c hash:ip,port', 'ip_set', 'ip_set_hash_ipport'],
  ['ipset create d hash:ip family inet6', 'ip_set', 'ip_set_hash_ip'],
  ...tables,
  ...rules.map(([table, rule, ...modules]): Deed => [
    `iptables-legacy -t ${table} -A ${rule}`,
    'x_tables',
    'ip_tables',
    `iptable_${table}`,
    ...modules,
  ]),
  ['iptables-nft -t filter -S', 'nf_tables'],
  ['ip6tables-nft -t filter -S', 'nf_tables'],
  ['iptables-nft -N cali-FORWARD', 'nf_tables'],
  ['ip6tables-nft -N cali-FORWARD', 'nf_tables'],
];

/** iptables-nft writes some matches as expressions of nf_tables, so that it may work without their modules. */
export const translatedDeeds = rules.map(([table, rule, ...modules]): Deed => [
  `iptables-nft -t ${table} -A ${rule}`,
  'nf_tables',
  'nft_compat',
  ...(table === 'nat' ? ['nft_chain_nat'] : []),
  ...modules,
]);

/** What has to be done before a deed. Felix loads wireguard by its name, and does not mind when that fails. */
export function preparationOf(command: string): readonly string[] {
  if (command.includes('--match-set')) return ['ipset create calico hash:net'];
  return command.endsWith('type wireguard') ? ['modprobe -q wireguard || true'] : [];
}
