import type { PortNumber } from './profile-values';

/** What the kernel has registered with legacy iptables in the host's network namespace (/proc/net/ip_tables_names and its kin). */
export interface LegacyIptables {
  readonly tables: readonly string[];
  readonly ip6Tables: readonly string[];
  readonly matches: readonly string[];
  readonly targets: readonly string[];
}

/** A socket that is bound to one of Calico's ports in the host's network namespace. */
export interface Listener {
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
  readonly vxlan: readonly string[];
  readonly wireguard: readonly string[];
}
