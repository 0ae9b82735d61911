import { allOf } from '../../derived/module-availability';
import { msg } from '../../model/message';
import { withEbpf, withIpip, withIpvs, withVxlan, withWireguard } from '../applicability';
import { documentation } from '../documentation';
import { quotes, quoting } from '../quotes';
import type { KernelModuleRow } from './kernel-module-requirement';
import { vxlanOverIpv6 } from './vxlan-over-ipv6';

const ipSetModules = ['ip_set', 'ip_set_hash_ip', 'ip_set_hash_net', 'ip_set_hash_ipport'] as const;
const conntrackModules = ['nf_conntrack', 'nf_conntrack_netlink'] as const;
const ipvsModules = ['ip_vs', 'ip_vs_rr', 'ip_vs_wrr', 'ip_vs_sh'] as const;
const tcHookModules = ['sch_ingress', 'cls_bpf'] as const;

/** IP sets and connection tracking. */
export const setAndConntrackRows: readonly KernelModuleRow[] = [
  {
    id: 'ip-sets',
    subject: { feature: 'IP sets' },
    modules: ipSetModules,
    // Felix makes and lists IP sets whatever the data plane.
    need: () => allOf(...ipSetModules),
    origin: quoting('IP sets support.'),
    title: msg('IP sets are available'),
    failureTitle: msg('IP sets are not available'),
    shortTitle: msg('IP sets'),
    rationale: msg('Felix keeps the addresses that policies select in IP sets, and stops when it cannot.'),
  },
  {
    id: 'conntrack',
    subject: { feature: 'conntrack' },
    modules: conntrackModules,
    need: () => allOf(...conntrackModules),
    origin: quoting(quotes.conntrack),
    title: msg('Netfilter conntrack is available'),
    failureTitle: msg('Netfilter conntrack is not available'),
    shortTitle: msg('Conntrack'),
    rationale: msg('Policy is about connections; Felix also ends the connections of pods that are gone.'),
  },
];

/** IPVS, for kube-proxy. */
export const ipvsRows: readonly KernelModuleRow[] = [
  {
    id: 'ipvs',
    subject: { feature: 'IPVS' },
    modules: ipvsModules,
    need: () => allOf(...ipvsModules),
    origin: quoting('IPVS support if using kube-proxy in IPVS mode.'),
    title: msg('IPVS is available'),
    failureTitle: msg('IPVS is not available'),
    shortTitle: msg('IPVS'),
    rationale: msg('kube-proxy in IPVS mode balances services with it.'),
    appliesTo: withIpvs,
    links: documentation.ipvs,
  },
];

/** The tunnels, each for the mode that uses it. */
export const tunnelRows: readonly KernelModuleRow[] = [
  {
    id: 'ipip-tunnel',
    subject: { module: 'ipip' },
    modules: ['ipip'],
    need: () => 'ipip',
    origin: quoting(quotes.tunnels),
    title: msg('IP-in-IP tunnels are available'),
    failureTitle: msg('IP-in-IP tunnels are not available'),
    shortTitle: msg('IPIP tunnel'),
    rationale: msg('Felix makes the device tunl0, over which pods on different nodes talk.'),
    appliesTo: withIpip,
    links: documentation.encapsulation,
  },
  {
    id: 'vxlan-tunnel',
    subject: { module: 'vxlan' },
    modules: ['vxlan'],
    need: () => 'vxlan',
    origin: quoting(quotes.tunnels),
    title: msg('VXLAN tunnels are available'),
    failureTitle: msg('VXLAN tunnels are not available'),
    shortTitle: msg('VXLAN tunnel'),
    rationale: msg('Felix makes the device vxlan.calico, over which pods on different nodes talk.'),
    appliesTo: withVxlan,
    beside: vxlanOverIpv6,
    links: documentation.encapsulation,
  },
  {
    id: 'wireguard-tunnel',
    subject: { module: 'wireguard' },
    modules: ['wireguard'],
    need: () => 'wireguard',
    origin: quoting(quotes.tunnels),
    title: msg('WireGuard is available'),
    failureTitle: msg('WireGuard is not available'),
    shortTitle: msg('WireGuard'),
    rationale: msg('A node without WireGuard sends and receives its traffic in clear text, and nothing else shows it.'),
    appliesTo: withWireguard,
    links: documentation.wireguard,
  },
];

/** What attaches eBPF programs to interfaces. */
export const tcHookRows: readonly KernelModuleRow[] = [
  {
    id: 'ebpf-tc-hook',
    subject: { feature: 'tc' },
    modules: tcHookModules,
    need: () => allOf(...tcHookModules),
    origin: quoting(quotes.ebpf),
    title: msg('The tc hook for eBPF is available'),
    failureTitle: msg('The tc hook for eBPF is not available'),
    shortTitle: msg('tc hook'),
    rationale: msg(
      'Felix attaches its programs to interfaces by the clsact queueing discipline and its BPF classifier.',
    ),
    appliesTo: withEbpf,
    links: documentation.ebpf,
  },
];
