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

/**
 * Docker is no firewall manager, but when it switches IP forwarding on it sets the policy of the FORWARD chain of
 * the table `ip filter` to DROP (Docker, "Packet filtering and firewalls").
 */
export const dockerUnit = 'docker.service';

/** Every unit whose state a host shows: the firewall managers, and Docker where it is installed. */
export const watchedUnits = [...firewallUnits, dockerUnit] as const;

export type WatchedUnit = (typeof watchedUnits)[number];
