/** Firewall managers that few hosts have. A host shows them where they are installed, so that they cost nothing elsewhere. */
const rareFirewallUnits = [
  'csf.service',
  'lfd.service',
  'iptables-restore.service',
  'ip6tables-restore.service',
  'SuSEfirewall2.service',
  'SuSEfirewall2_init.service',
  'SuSEfirewall2_setup.service',
  'firewall.service',
] as const;

/**
 * systemd units that manage iptables or nftables rules and so interfere with Calico's; firewalld first. csf.service
 * and lfd.service are ConfigServer's firewall and the daemon that restarts it. ipset.service filters nothing, but
 * it owns IP sets, on which most of Calico's rules match. iptables-restore.service and ip6tables-restore.service are
 * Flatcar's and Gentoo's, SuSEfirewall2 is SUSE's before firewalld, firewall.service is NixOS's.
 */
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
  ...rareFirewallUnits,
] as const;

export type FirewallUnit = (typeof firewallUnits)[number];

/**
 * Docker is no firewall manager, but when it switches IP forwarding on it sets the policy of the FORWARD chain of
 * the table `ip filter` to DROP (Docker, "Packet filtering and firewalls").
 */
export const dockerUnit = 'docker.service';

/** Every unit whose state a host shows: the firewall managers, and Docker. */
export const watchedUnits = [...firewallUnits, dockerUnit] as const;

export type WatchedUnit = (typeof watchedUnits)[number];

/** Docker is shown in the same way. */
const rareUnits: readonly string[] = [...rareFirewallUnits, dockerUnit];

/** Whether a host that does not show this unit has none; of any other unit it would mean that nobody looked. */
export const isShownOnlyWhereInstalled = (unit: string): boolean => rareUnits.includes(unit);
