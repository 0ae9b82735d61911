import type { WatchedUnit } from '../../derived/firewall-units';
import type { Verdict } from '../../model/finding';
import type { Message } from '../../model/message';
import { msg } from '../../model/message';

/** What one firewall manager does to the rules of a host, and which traffic of Calico that breaks. */
export interface FirewallInterference {
  /** Units that do the same. */
  readonly units: readonly WatchedUnit[];
  readonly does: Message;
  readonly breaks: Message;
}

/**
 * One row for every watched unit. The sources are the units and scripts of Debian's packages (nftables 1.0.6, ufw
 * 0.36.2, iptables-persistent 1.0.20, ferm 2.5.1, shorewall 5.2.8, firewalld 1.3.3), the init script of Red Hat's
 * iptables-services, csf's own units, SUSE's SuSEfirewall2 and NixOS's module of its firewall, projectcalico/calico#4382 and #5232 for firewalld, and Felix' cali-INPUT chain,
 * which accepts IPIP and VXLAN from Calico's nodes and neither BGP nor Typha.
 */
export const firewallInterference: readonly FirewallInterference[] = [
  {
    units: ['firewalld.service'],
    does: msg(
      'Rejects in chains of its own what its zones do not allow, forwarded packets included, whatever Calico has accepted. A reload writes its rules again.',
    ),
    breaks: msg(
      'Forwarded traffic of pods, between nodes and to services. BGP (TCP 179), Typha (TCP 5473), IPIP (protocol 4), VXLAN (UDP 4789) and WireGuard (UDP 51820) from other nodes.',
    ),
  },
  {
    units: ['iptables.service', 'ip6tables.service', 'iptables-restore.service', 'ip6tables-restore.service'],
    does: msg(
      'Puts its saved rules in place of all others when it starts, and removes the rules of every table when it stops.',
    ),
    breaks: msg(
      'Network policy, services and outgoing NAT of pods, until Felix and kube-proxy have written their rules again. What its saved rules reject, including forwarded traffic of pods, BGP (TCP 179) and Typha (TCP 5473).',
    ),
  },
  {
    units: ['ebtables.service'],
    does: msg('Filters frames that cross bridges of the host.'),
    breaks: msg(
      'Only what crosses a bridge, such as one that holds the uplink: then pods and tunnels to other nodes. Calico itself routes and bridges nothing.',
    ),
  },
  {
    units: ['arptables.service'],
    does: msg('Filters ARP packets.'),
    breaks: msg(
      'ARP, by which pods find the node as their gateway and nodes find each other; without it nothing else passes.',
    ),
  },
  {
    units: ['ipset.service'],
    does: msg('Restores saved IP sets when it starts, outdated ones included, and may remove sets when it stops.'),
    breaks: msg(
      'Network policy, outgoing NAT and tunnels that match on IP sets of Calico, until Felix has filled them again.',
    ),
  },
  {
    units: ['nftables.service'],
    does: msg(
      'Flushes the whole ruleset when it stops, and with the file that Debian ships also when it starts or reloads.',
    ),
    breaks: msg(
      'Network policy, services and outgoing NAT of pods by nftables or iptables-nft, until Felix and kube-proxy have written their rules again. A forward chain of its own that drops also drops what Calico has accepted.',
    ),
  },
  {
    units: ['ufw.service'],
    does: msg('Drops by default what comes in and what is forwarded.'),
    breaks: msg(
      'BGP (TCP 179) and Typha (TCP 5473) from other nodes. IPIP (protocol 4), VXLAN (UDP 4789) and forwarded traffic of pods wherever rules of Calico do not accept them first.',
    ),
  },
  {
    units: ['netfilter-persistent.service'],
    does: msg(
      'Puts saved rules in place of all others when it starts or reloads. Rules of Calico and kube-proxy that were saved with them come back outdated. Where FLUSH_ON_STOP is set, stopping removes all rules.',
    ),
    breaks: msg(
      'Network policy, services and outgoing NAT of pods, until Felix and kube-proxy have written their rules again.',
    ),
  },
  {
    units: ['shorewall.service', 'shorewall6.service'],
    does: msg('Puts the rules of its policy in place of all others when it starts or reloads.'),
    breaks: msg(
      'Network policy, services and outgoing NAT of pods, until Felix and kube-proxy have written their rules again. Forwarded traffic of pods and BGP (TCP 179) and Typha (TCP 5473) where its policy does not allow them.',
    ),
  },
  {
    units: ['ferm.service'],
    does: msg('Replaces every table that its file names when it starts or reloads, and flushes them when it stops.'),
    breaks: msg(
      'Network policy, services and outgoing NAT of pods, until Felix and kube-proxy have written their rules again. What its file drops, including forwarded traffic of pods, BGP (TCP 179) and Typha (TCP 5473).',
    ),
  },
  {
    units: ['csf.service', 'lfd.service'],
    does: msg('Flushes all chains and writes its own when it starts; lfd makes csf do so again by itself.'),
    breaks: msg(
      'Network policy, services and outgoing NAT of pods, until Felix and kube-proxy have written their rules again. BGP (TCP 179), Typha (TCP 5473) and other traffic of nodes that its lists of ports leave out.',
    ),
  },
  {
    units: ['SuSEfirewall2.service', 'SuSEfirewall2_init.service', 'SuSEfirewall2_setup.service'],
    does: msg(
      'Removes all rules and writes its own when it starts; by its default it drops what comes in and what is forwarded.',
    ),
    breaks: msg(
      'Network policy, services and outgoing NAT of pods, until Felix and kube-proxy have written their rules again. Forwarded traffic of pods, BGP (TCP 179) and Typha (TCP 5473) where its configuration does not allow them.',
    ),
  },
  {
    units: ['firewall.service'],
    does: msg(
      'Puts its own chains in front of the INPUT chain and drops or rejects what its configuration does not allow. A reload does so again.',
    ),
    breaks: msg(
      'BGP (TCP 179) and Typha (TCP 5473) from other nodes; IPIP (protocol 4), VXLAN (UDP 4789) and WireGuard (UDP 51820) wherever its rules come first.',
    ),
  },
  {
    units: ['docker.service'],
    does: msg('Sets the policy of the FORWARD chain to DROP when it switches forwarding on.'),
    breaks: msg(
      'With the nftables data plane, forwarded traffic of pods: Calico accepts it in its own chain, and the policy still drops it.',
    ),
  },
];

/** What a finding must tell to name managers; both a report's finding and an evaluated one do. */
export interface NamingFinding {
  readonly requirement: string;
  readonly verdict: Verdict;
  readonly observed: string;
}

/**
 * The rows of a failed finding, each with those of its units that the observation names. None for a finding that is met or
 * undecided. An observation comes from a host, so only names that the table knows count.
 */
export function interferenceOfFinding({
  requirement,
  verdict,
  observed,
}: NamingFinding): readonly FirewallInterference[] {
  if (requirement !== 'firewalld-disabled' && requirement !== 'iptables-managers-disabled') return [];
  if (verdict !== 'Fail' && verdict !== 'Warn') return [];
  const named = observed.split('; ').map((part) => part.split(': ', 1)[0]);
  return firewallInterference.flatMap((row) => {
    const units = row.units.filter((unit) => named.includes(unit));
    return units.length > 0 ? [{ ...row, units }] : [];
  });
}
