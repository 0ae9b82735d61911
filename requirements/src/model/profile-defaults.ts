import type { CalicoVersion, Dataplane } from './profile-choices';
import type { ProfileValues } from './profile-values';

/** What Calico v3.25 does on OpenShift when nobody says otherwise (Installation API of tigera/operator v1.29, requirements document). */
export const defaultProfileValues: ProfileValues = {
  calicoVersion: 'v3.25',
  dataplane: 'Iptables',
  encapsulation: ['IPIP'],
  bgp: true,
  ipFamilies: ['IPv4'],
  kubeProxyMode: 'iptables',
  wireguard: false,
  sctp: false,
  typha: true,
  ports: { bgp: 179, vxlan: 4789, typha: 5473, wireguard: 51820, wireguardV6: 51821, kubeApiserver: 6443 },
};

/**
 * Releases whose manifests for OpenShift choose the eBPF data plane and leave kube-proxy out
 * (projectcalico/calico manifests/ocp/03-cr-installation.yaml and cluster-network-operator.yaml, first in v3.30.0).
 */
const ebpfByDefault: readonly CalicoVersion[] = ['v3.30', 'v3.31', 'v3.32'];

/**
 * What a Calico release does on OpenShift when nobody says otherwise. Those manifests want kube-proxy back for
 * every other data plane, so its default follows the data plane: `dataplane` is the declared one, if any.
 */
export function defaultProfileValuesFor(version: CalicoVersion, dataplane?: Dataplane): ProfileValues {
  if (!ebpfByDefault.includes(version)) return { ...defaultProfileValues, calicoVersion: version };
  return {
    ...defaultProfileValues,
    calicoVersion: version,
    dataplane: 'BPF',
    kubeProxyMode: (dataplane ?? 'BPF') === 'BPF' ? 'none' : defaultProfileValues.kubeProxyMode,
  };
}
