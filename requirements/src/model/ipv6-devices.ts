/** Devices of Felix that carry IPv6 between nodes (felix/dataplane/linux/dataplanedefs). */
export const calicoIpv6Devices = ['vxlan-v6.calico', 'wg-v6.cali'] as const;
export type CalicoIpv6Device = (typeof calicoIpv6Devices)[number];

/**
 * Whether IPv6 is off on network devices: `disable_ipv6` below /proc/sys/net/ipv6/conf (ip-sysctl.rst). `all` decides
 * nothing by itself: writing it writes `default` and every device that there is.
 */
export interface Ipv6Devices {
  /** On a device that is made from now on. */
  readonly offByDefault: boolean;
  /**
   * Those of Felix's devices that there are, and whether it is off on them.
   * @each Whether IPv6 is off on {name}.
   */
  readonly calicoOff: { readonly [Device in CalicoIpv6Device]?: boolean };
  /** The devices among which calico-node looks for the node's address: on on one of them, off on all, or none there. */
  readonly uplinks: 'on' | 'off' | 'none';
}
