import type { MinimumRelease } from '../derived/kernel-release';
import type { Dataplane } from '../model/profile-choices';

/** The kernel that a release asks for, whatever the data plane. */
export interface KernelMinimum {
  readonly documented: MinimumRelease;
  /** The older kernel of a listed distribution: Red Hat Enterprise Linux of that major release and the kernel it is built on. */
  readonly byDistribution?: { readonly enterpriseLinux: number; readonly kernel: MinimumRelease };
}

/** The kernel that a feature asks for; RHEL carries features of later kernels back to older numbers. */
export interface FeatureKernelMinimum {
  readonly enterpriseLinux: MinimumRelease;
  readonly other: MinimumRelease;
}

/** The processors, as `uname -m` names them, for which a release's calico-node is built with the eBPF data plane. */
export interface EbpfArchitectures {
  readonly inEveryPatch: readonly string[];
  /** Processors for which a later patch release of it is the first, with that patch release. */
  readonly sincePatch: Readonly<Record<string, string>>;
}

/** Distributions that the page of requirements for OpenShift lists, in its words. */
export interface ListedDistributions {
  readonly names: readonly string[];
  /** Major releases of Red Hat Enterprise Linux, the last included. */
  readonly enterpriseLinux: readonly [from: number, to: number];
}

/** How far a release documents the nftables data plane, and the kernel that its page asks for. */
export interface NftablesDataplane {
  readonly status: 'absent' | 'tech preview' | 'documented';
  readonly kernel?: MinimumRelease;
}

/** What a release does on OpenShift by its own manifests. */
export interface OpenShiftDefault {
  readonly dataplane: Dataplane;
  readonly kubeProxy: 'deployed' | 'not deployed';
}

/** Everything in which Calico releases differ for a node, and what was looked up and found the same. */
export interface CalicoRelease {
  readonly kernelMinimum: KernelMinimum;
  /** The oldest kernel that Felix's own code knows. */
  readonly codeKernelMinimum: MinimumRelease;
  readonly distributions: ListedDistributions;
  readonly ebpfKernelMinimum: FeatureKernelMinimum;
  /** On an older kernel Felix turns the eBPF data plane off. */
  readonly ebpfCodeKernelMinimum: FeatureKernelMinimum;
  readonly ebpfArchitectures: EbpfArchitectures;
  /** On an older kernel no traffic between nodes comes through VXLAN tunnels of IPv6. */
  readonly vxlanIpv6KernelMinimum: FeatureKernelMinimum;
  readonly openshiftDefault: OpenShiftDefault;
  readonly nftablesDataplane: NftablesDataplane;
  /** `nftablesMode` of FelixConfiguration when nobody sets it; `none` where there is no such field. */
  readonly nftablesModeDefault: 'none' | 'Disabled' | 'Auto';
  /** Patch releases whose choice between the variants of iptables may differ from that of the kubelet and kube-proxy. */
  readonly iptablesVariantMisdetected: readonly string[];
  /** TCP ports that the page calls usual for the Kubernetes API. */
  readonly apiserverPorts: readonly number[];
  /** UDP ports of the rows that only the page for Kubernetes has, IPv4 and IPv6. */
  readonly wireguardPorts: readonly [number, number];
  /** Whether Felix makes its VXLAN device flow-based in the eBPF data plane, so that it shares its port with no other. */
  readonly ebpfVxlanFlowBased: boolean;
  /** The interfaces of the documented line for NetworkManager. */
  readonly networkManagerInterfaces: readonly string[];
}
