import type { CalicoVersion } from '../../model/profile-choices';
import { calicoVersions } from '../../model/profile-choices';

/** One network device of a host. */
export interface HostDevice {
  readonly name: string;
  /** In bytes. */
  readonly mtu: number;
  /** Whether it is up and has a carrier, as the kernel says with IFF_RUNNING. */
  readonly running: boolean;
}

/** Where no device matches: the smallest of common clouds. */
const withoutDevice = 1460;
/** The first release that passes over devices that are down. */
const onlyRunningSince: CalicoVersion = 'v3.28';

/**
 * The size of packets that Felix takes a host's network for: the smallest of the devices that match
 * (projectcalico/calico felix/dataplane/linux/int_dataplane.go, findHostMTU). In bytes.
 */
export function hostMtu(devices: readonly HostDevice[], pattern: RegExp, version: CalicoVersion): number {
  const onlyRunning = calicoVersions.indexOf(version) >= calicoVersions.indexOf(onlyRunningSince);
  const sizes = devices
    .filter(({ name, running }) => pattern.test(name) && (running || !onlyRunning))
    .map(({ mtu }) => mtu)
    .filter((mtu) => mtu > 0);
  return sizes.length === 0 ? withoutDevice : Math.min(...sizes);
}
