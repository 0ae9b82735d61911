// The types have no doc comments of their own: those would become descriptions in the custom resource definitions.

/** Calico releases that the catalogue knows; the first is the requirements document's and the default. */
export const calicoVersions = ['v3.25', 'v3.26', 'v3.27', 'v3.28', 'v3.29', 'v3.30', 'v3.31', 'v3.32'] as const;
export type CalicoVersion = (typeof calicoVersions)[number];

/** What programs the packet filter: Felix by iptables or nftables, or by eBPF programs. */
export const dataplanes = ['Iptables', 'Nftables', 'BPF'] as const;
export type Dataplane = (typeof dataplanes)[number];

/** How the IP pools may wrap the traffic between nodes. */
export const encapsulations = ['IPIP', 'VXLAN'] as const;
export type Encapsulation = (typeof encapsulations)[number];

/** The families of addresses that pods may have. */
export const ipFamilies = ['IPv4', 'IPv6'] as const;
export type IpFamily = (typeof ipFamilies)[number];

/** How kube-proxy programs services; `none` where there is no kube-proxy. */
export const kubeProxyModes = ['iptables', 'ipvs', 'nftables', 'none'] as const;
export type KubeProxyMode = (typeof kubeProxyModes)[number];
