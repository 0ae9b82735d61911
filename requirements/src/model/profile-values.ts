import type { CalicoVersion, Dataplane, Encapsulation, IpFamily, KubeProxyMode } from './profile-choices';

/** A TCP or UDP port. @minimum 1 @maximum 65535 */
export type PortNumber = number;

/** TCP and UDP port numbers that Calico and the cluster use. */
export interface CalicoPorts {
  readonly bgp: PortNumber;
  readonly vxlan: PortNumber;
  readonly typha: PortNumber;
  readonly wireguard: PortNumber;
  readonly wireguardV6: PortNumber;
  readonly kubeApiserver: PortNumber;
  /** Felix's health port, where somebody says it; else it hangs on whether this is OpenShift. Typha's is the one before. @minimum 1 @maximum 65535 */
  readonly felixHealth?: PortNumber;
}

/** The Calico configuration that decides which requirements apply. */
export interface ProfileValues {
  readonly calicoVersion: CalicoVersion;
  readonly dataplane: Dataplane;
  /** Empty for none. */
  readonly encapsulation: readonly Encapsulation[];
  readonly bgp: boolean;
  readonly ipFamilies: readonly IpFamily[];
  readonly kubeProxyMode: KubeProxyMode;
  readonly wireguard: boolean;
  readonly sctp: boolean;
  readonly typha: boolean;
  readonly ports: CalicoPorts;
}

/** The name of one field of the profile. */
export type ProfileFieldName = keyof ProfileValues;
