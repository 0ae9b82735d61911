import type { CalicoRelease, FeatureKernelMinimum } from '@calico-readiness/requirements';
import { describeMinimum } from '@calico-readiness/requirements';

/** What a release has a value of its own for. */
export type Property = keyof CalicoRelease;

/** How one property is named and how its values are written. */
interface Row<Name extends Property = Property> {
  readonly title: string;
  readonly write: (value: CalicoRelease[Name]) => string;
}

const listed = (values: readonly (string | number)[]): string => (values.length === 0 ? 'none' : values.join(', '));

const featureKernel = ({ enterpriseLinux, other }: FeatureKernelMinimum): string =>
  `${describeMinimum(other)}; RHEL ${describeMinimum(enterpriseLinux)}`;

/** Every property in the order of the document. */
export const calicoReleaseProperties: { readonly [Name in Property]: Row<Name> } = {
  kernelMinimum: {
    title: 'Kernel, documented',
    write: ({ documented, byDistribution }) =>
      `${describeMinimum(documented)}${
        byDistribution === undefined
          ? ''
          : `; RHEL ${byDistribution.enterpriseLinux} with its ${describeMinimum(byDistribution.kernel)} is listed all the same`
      }`,
  },
  codeKernelMinimum: { title: "Oldest kernel in Felix's code", write: describeMinimum },
  distributions: { title: 'Distributions listed for OpenShift', write: ({ names }) => listed(names) },
  ebpfKernelMinimum: { title: 'Kernel for eBPF, documented', write: featureKernel },
  ebpfCodeKernelMinimum: { title: "Kernel for eBPF in Felix's code", write: featureKernel },
  ebpfArchitectures: {
    title: 'Processors with the eBPF data plane',
    write: ({ inEveryPatch, sincePatch }) =>
      listed([...inEveryPatch, ...Object.entries(sincePatch).map(([name, patch]) => `${name} since ${patch}`)]),
  },
  vxlanIpv6KernelMinimum: { title: 'Kernel for VXLAN of IPv6, documented', write: featureKernel },
  openshiftDefault: {
    title: 'Data plane on OpenShift by default',
    write: ({ dataplane, kubeProxy }) => `${dataplane}, kube-proxy ${kubeProxy}`,
  },
  nftablesDataplane: {
    title: 'nftables data plane',
    write: ({ status, kernel }) => `${status}${kernel === undefined ? '' : `, kernel ${describeMinimum(kernel)}`}`,
  },
  nftablesModeDefault: {
    title: 'Default of `nftablesMode` in FelixConfiguration',
    write: (mode) => (mode === 'none' ? 'no such field' : mode),
  },
  iptablesVariantMisdetected: {
    title: "Patch releases that overlook the kubelet's choice of an iptables variant",
    write: listed,
  },
  apiserverPorts: { title: 'Usual TCP ports of the Kubernetes API', write: listed },
  wireguardPorts: { title: 'UDP ports of WireGuard, IPv4 and IPv6', write: listed },
  ebpfVxlanFlowBased: { title: 'VXLAN device flow-based with eBPF', write: (flowBased) => (flowBased ? 'yes' : 'no') },
  networkManagerInterfaces: { title: 'Interfaces in the line for NetworkManager', write: listed },
};
