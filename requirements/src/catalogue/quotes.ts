import type { Message } from '../model/message';
import type { Origin } from '../model/requirement';

/** The origin of a requirement that the requirements document states, in its own words. */
export const quoting = (...quotes: readonly string[]): Origin => ({ kind: 'document', quotes });

/** The origin of a requirement that the document does not state, with the reason why Calico needs it. */
export const beyond = (reason: Message): Origin => ({ kind: 'beyond', reason });

/** Sentences of the requirements document that several requirements share, word for word. */
export const quotes = {
  networkManager:
    'If your nodes have NetworkManager, complete the steps in Preventing NetworkManager from controlling Calico interfaces before installing Calico.',
  ensureTraffic: 'Ensure that your hosts and firewalls allow the necessary traffic based on your configuration.',
  firewall:
    'If your Linux distribution comes with installed Firewalld or another iptables manager it should be disabled.',
  firewallHarm: 'These may interfere with rules added by Calico and result in unexpected behavior.',
  iptables: 'The iptables modules (both the “legacy” and “nft” variants are supported).',
  smallModules:
    'These are typically broken up into many small modules, one for each type of match criteria and one for each type of action.',
  base: 'The “base” modules (including the IPv6 versions if IPv6 is enabled in your cluster).',
  matches:
    'At least the following match criteria: set, rpfilter, addrtype, comment, conntrack, icmp, tcp, udp, ipvs, icmpv6 (if IPv6 is enabled in your kernel), mark, multiport, rpfilter, sctp, ipvs (if using kube-proxy in IPVS mode).',
  actions: 'At least the following actions: REJECT, ACCEPT, DROP, LOG.',
  conntrack: 'Netfilter Conntrack support compiled in (with SCTP support if using SCTP).',
  tunnels: 'IPIP, VXLAN, Wireguard support, if using Calico networking in one of those modes.',
  ebpf: 'eBPF (including the tc hook support) and XDP (if you want to use the eBPF dataplane).',
} as const;
