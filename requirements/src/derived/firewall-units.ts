/** systemd units that manage iptables or nftables rules and so interfere with Calico's; firewalld first. */
export const firewallUnits = [
  'firewalld.service',
  'iptables.service',
  'ip6tables.service',
  'ebtables.service',
  'arptables.service',
  'ipset.service',
  'nftables.service',
  'ufw.service',
  'netfilter-persistent.service',
  'shorewall.service',
  'shorewall6.service',
  'ferm.service',
] as const;

export type FirewallUnit = (typeof firewallUnits)[number];
