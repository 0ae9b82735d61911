import type { HostTree } from '../../test/temporary-host';
import type { Deed } from '../kernel/calico-deeds';
import { deeds, translatedDeeds } from '../kernel/calico-deeds';
import type { ModuleCase } from './guest-module-script';

/** The deeds whose commands have one of these in them. */
const doing = (...parts: readonly string[]): readonly Deed[] =>
  parts.map((part) => {
    const deed = [...deeds, ...translatedDeeds].find(([command]) => command.includes(part));
    if (deed === undefined) throw new Error(`no deed has ${part}`);
    return deed;
  });

const rules = (...lines: readonly string[]): HostTree => ({
  'etc/modprobe.d/calico.conf': lines.map((line) => `${line}\n`).join(''),
});
const forEach = (keyword: string, names: string, end = ''): readonly string[] =>
  names.split(' ').map((name) => `${keyword} ${name}${end}`);

const legacy = (rule: string): string => `iptables-legacy -t ${rule}`;
const nft = (rule: string): string => `iptables-nft -t ${rule}`;
const matches = ['-m mark', '-m conntrack', '-m addrtype', '-p tcp -m multiport', '-p tcp -m tcp'].map((match) =>
  legacy(`filter -A INPUT ${match}`),
);
const links = ['type veth', 'type ipip', 'type vxlan', 'type wireguard', 'clsact'];
const sets = ['ipset create a', 'ipset create b', 'ipset create c'];

const noRules: ModuleCase = { files: {}, deeds: [...deeds, ...translatedDeeds] };

const aboutLinks: readonly ModuleCase[] = [
  { files: rules(...forEach('blacklist', 'veth ipip vxlan wireguard sch_ingress')), deeds: doing(...links) },
  {
    files: rules(...forEach('install', 'veth ipip vxlan wireguard sch_ingress', ' /bin/false')),
    deeds: doing(...links),
  },
  {
    files: rules(
      ...forEach(
        'alias',
        'rtnl-link-veth rtnl-link-ipip netdev-tunl0 rtnl-link-vxlan rtnl-link-wireguard sch_clsact',
        ' off',
      ),
    ),
    deeds: doing(...links),
  },
  {
    files: rules(...forEach('alias', 'ipip vxlan wireguard', ' off')),
    deeds: doing('type ipip', 'type vxlan', 'type wireguard'),
  },
  {
    files: rules(...forEach('install', 'rtnl-link-vxlan rtnl_link_ipip', ' /bin/false')),
    deeds: doing('type ipip', 'type vxlan'),
  },
  {
    files: rules(...forEach('install', 'udp_tunnel tunnel4', ' /bin/false')),
    deeds: doing('type ipip', 'type vxlan', 'type wireguard'),
  },
  {
    files: rules(...forEach('blacklist', 'udp_tunnel ip_tunnel libcurve25519_generic')),
    deeds: doing('type ipip', 'type vxlan', 'type wireguard'),
  },
  { files: rules('install vxlan /bin/true', 'install ip?p /bin/false'), deeds: doing('type ipip', 'type vxlan') },
  { files: rules('blacklist vxlan\r', 'install ipip /bin/false\r'), deeds: doing('type ipip', 'type vxlan') },
  {
    files: rules('install vxlan /sbin/modprobe --ignore-install vxlan', 'install vxlan /bin/false', 'Blacklist ipip'),
    deeds: doing('type ipip', 'type vxlan'),
  },
  {
    files: rules(
      'install vxlan /bin/false',
      'softdep vxlan pre: dummy',
      'install ipip /bin/false',
      'softdep ipip pre: nothing-of-that-name',
    ),
    deeds: doing('type ipip', 'type vxlan'),
  },
  { files: rules('alias netdev-tunl0 off'), deeds: doing('ip tunnel add tunl0') },
  { files: rules('blacklist ipip'), deeds: doing('ip tunnel add tunl0') },
  { files: rules('blacklist vxlan'), before: 'modprobe vxlan', deeds: doing('type vxlan') },
];

const aboutSets: readonly ModuleCase[] = [
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

const aboutRules: readonly ModuleCase[] = [
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

/** Where a file is decides as much as what is in it. */
const aboutPlaces: readonly ModuleCase[] = [
  {
    files: {
      'usr/lib/modprobe.d/a.conf': 'blacklist vxlan\n',
      'usr/lib/modprobe.d/b.conf': 'blacklist ipip\n',
      'etc/modprobe.d/a.conf': '',
    },
    deeds: doing('type vxlan', 'type ipip'),
  },
  {
    files: {
      'run/modprobe.d/a.conf': 'blacklist vxlan\n',
      'etc/modprobe.d/a.conf': { linkTo: '/dev/null' },
      'usr/local/lib/modprobe.d/b.conf': 'blacklist ipip\n',
    },
    deeds: doing('type vxlan', 'type ipip'),
  },
  {
    files: { 'etc/modprobe.d/a.conf.bak': 'blacklist vxlan\n', 'etc/modprobe.d/.b.conf': 'blacklist ipip\n' },
    deeds: doing('type vxlan', 'type ipip'),
  },
];

/** Written by hand: what administrators and hardening guides do, and what only looks like it. */
export const moduleCases: readonly ModuleCase[] = [noRules, ...aboutLinks, ...aboutSets, ...aboutRules, ...aboutPlaces];

/** The kernel's own list, and modprobe's on the kernel's command line. */
export const denyingCommandLine =
  'module_blacklist=udp_tunnel,ip_set_hash_net,xt_mark,xt-set,nf_nat modprobe.blacklist=ipip,ip-set-hash-ip modprobe.blacklist=xt_addrtype';

/** Under that command line. After the last one nothing can be loaded any more. */
export const deniedCases: readonly ModuleCase[] = [
  {
    files: {},
    deeds: doing(
      'type veth',
      'type ipip',
      'type vxlan',
      'type wireguard',
      ...sets,
      ...matches.slice(0, 3),
      legacy('filter -A INPUT -m set'),
      legacy('nat -S'),
      nft('nat -A POSTROUTING -j MASQUERADE'),
    ),
  },
  {
    files: { 'proc/sys/kernel/modules_disabled': '1\n' },
    before: 'echo 1 >/proc/sys/kernel/modules_disabled',
    deeds: doing('type veth', 'ipset create c', legacy('filter -S')),
  },
];
