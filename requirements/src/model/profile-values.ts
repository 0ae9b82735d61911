import type { CalicoVersion, Dataplane, Encapsulation, IpFamily, KubeProxyMode } from './profile-choices';

/** A TCP or UDP port. @minimum 1 @maximum 65535 */
export type PortNumber = number;

/** TCP and UDP port numbers that Calico and the cluster use. */
export interface CalicoPorts {
  /** TCP, of BIRD: BGP between nodes and with routers. @minimum 1 @maximum 65535 */
  readonly bgp: PortNumber;
  /** UDP, of the kernel: VXLAN between nodes. @minimum 1 @maximum 65535 */
  readonly vxlan: PortNumber;
  /** TCP, of Typha: asked by every node. @minimum 1 @maximum 65535 */
  readonly typha: PortNumber;
  /** UDP, of the kernel: WireGuard for IPv4. @minimum 1 @maximum 65535 */
  readonly wireguard: PortNumber;
  /** UDP, of the kernel: WireGuard for IPv6. @minimum 1 @maximum 65535 */
  readonly wireguardV6: PortNumber;
  /** TCP, of kube-apiserver (its --secure-port). @minimum 1 @maximum 65535 */
  readonly kubeApiserver: PortNumber;
  /** TCP, of Felix's health, where somebody says it; else it hangs on whether this is OpenShift. Typha's is the one before. @minimum 1 @maximum 65535 */
  readonly felixHealth?: PortNumber;
}

/** The largest packet in bytes that a device takes, without a tunnel's heads. @minimum 576 @maximum 65535 */
export type PacketBytes = number;

/**
 * What Calico was told of the size of its packets, in bytes before a tunnel wraps them. What is left out Calico takes from
 * the devices of each node.
 */
export interface CalicoMtu {
  /** Of pods and of every tunnel (Installation spec.calicoNetwork.mtu). @minimum 576 @maximum 65535 */
  readonly pods?: PacketBytes;
  /** Of IP-in-IP (FelixConfiguration ipipMTU). @minimum 576 @maximum 65535 */
  readonly ipip?: PacketBytes;
  /** Of VXLAN over IPv4 (vxlanMTU). @minimum 576 @maximum 65535 */
  readonly vxlan?: PacketBytes;
  /** Of VXLAN over IPv6 (vxlanMTUV6). @minimum 576 @maximum 65535 */
  readonly vxlanV6?: PacketBytes;
  /** Of WireGuard over IPv4 (wireguardMTU). @minimum 576 @maximum 65535 */
  readonly wireguard?: PacketBytes;
  /** Of WireGuard over IPv6 (wireguardMTUV6). @minimum 576 @maximum 65535 */
  readonly wireguardV6?: PacketBytes;
  /** Which devices of a node Calico looks at: a regular expression for their names (mtuIfacePattern). @minLength 1 @maxLength 200 */
  readonly interfacePattern?: string;
}

/** The Calico configuration that decides which requirements apply. */
export interface ProfileValues {
  /** The Calico release, whose requirements hold. */
  readonly calicoVersion: CalicoVersion;
  /** What programs the packet filter: Felix by iptables or nftables, or by eBPF programs. */
  readonly dataplane: Dataplane;
  /** How the IP pools may wrap the traffic between nodes; empty for not at all. */
  readonly encapsulation: readonly Encapsulation[];
  /** Whether nodes speak BGP. */
  readonly bgp: boolean;
  /** The families of addresses that pods may have; at least one. */
  readonly ipFamilies: readonly IpFamily[];
  /** How kube-proxy programs services; `none` where there is no kube-proxy. */
  readonly kubeProxyMode: KubeProxyMode;
  /** Whether WireGuard encrypts the traffic between nodes. */
  readonly wireguard: boolean;
  /** Whether pods use SCTP. */
  readonly sctp: boolean;
  /** Whether Typha stands between the nodes and the API. */
  readonly typha: boolean;
  /** TCP and UDP port numbers that Calico and the cluster use. */
  readonly ports: CalicoPorts;
  /** The size of packets, where somebody says it; else Calico takes it from the devices of each node. */
  readonly mtu?: CalicoMtu;
}

/** The name of one field of the profile. */
export type ProfileFieldName = keyof ProfileValues;
