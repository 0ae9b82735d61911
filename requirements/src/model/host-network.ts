import type { PortNumber } from './profile-values';

/** What the kernel has registered with legacy iptables in the host's network namespace (/proc/net/ip_tables_names and its kin). */
export interface LegacyIptables {
  /** Tables for IPv4 (ip_tables_names). */
  readonly tables: readonly string[];
  /** Tables for IPv6 (ip6_tables_names). */
  readonly ip6Tables: readonly string[];
  /** Matches, for IPv4 or IPv6 (ip_tables_matches, ip6_tables_matches). */
  readonly matches: readonly string[];
  /** Targets, for IPv4 or IPv6 (ip_tables_targets, ip6_tables_targets). */
  readonly targets: readonly string[];
}

/** A socket that is bound to one of Calico's ports in the host's network namespace. */
export interface Listener {
  /** The protocol of the socket. */
  readonly protocol: 'tcp' | 'udp';
  readonly port: PortNumber;
  /** The address as the kernel prints it, e.g. `0.0.0.0` or `::`. */
  readonly address: string;
  /** Name of the process, when it could be found; null for a kernel socket or when it could not. */
  readonly process: string | null;
  /** The host's own service that the process belongs to (`bird.service`), where its control group shows that for certain. */
  readonly unit?: string;
}

/** Names of the VXLAN and WireGuard devices in the host's network namespace (/proc/1/net/dev, DEVTYPE in /sys/class/net/NAME/uevent). */
export interface TunnelDevices {
  /** VXLAN devices. */
  readonly vxlan: readonly string[];
  /** WireGuard devices. */
  readonly wireguard: readonly string[];
}
