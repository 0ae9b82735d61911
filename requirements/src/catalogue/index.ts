import type { CalicoVersion } from '../model/profile-choices';
import { calicoVersions } from '../model/profile-choices';
import type { Requirement } from '../model/requirement';
import { kubernetesDatastoreAvailable } from './datastore/kubernetes-datastore-available';
import { kernelRequirements } from './kernel';
import { ipipProtocolOpen } from './network/ipip-protocol-open';
import { kubeApiserverReachable } from './network/kube-apiserver-reachable';
import { pathMtuSufficient } from './network/path-mtu-sufficient';
import { bgpPortOpen, typhaPortOpen, vxlanPortOpen, wireguardPortOpen } from './network/port-requirements';
import { calicoHostPortsFree } from './node/calico-host-ports-free';
import { firewalldDisabled } from './node/firewalld-disabled';
import { iptablesManagersDisabled } from './node/iptables-managers-disabled';
import { ipv6Available } from './node/ipv6-available';
import { kernelVersionSupported } from './node/kernel-version-supported';
import { linuxDistributionSupported } from './node/linux-distribution-supported';
import {
  networkManagerIgnoresCali,
  networkManagerIgnoresTunl,
  networkManagerIgnoresVxlanCalico,
  networkManagerIgnoresWireguardCali,
} from './node/network-manager-requirements';
import { nmCloudSetupDisabled } from './node/nm-cloud-setup-disabled';
import { processorArchitectureSupported } from './node/processor-architecture-supported';
import { openshiftVersionSupported } from './openshift/openshift-version-supported';
import { capSysAdminAvailable } from './privileges/cap-sys-admin-available';
import { requirementInRelease } from './release-texts';

export { isFlowReason } from './network/flow-reasons';
export { modulesOfRequirement } from './kernel/modules-of-requirement';

/** Every requirement as the default release has it, in the order of the requirements document. */
export const catalogue: readonly Requirement[] = [
  processorArchitectureSupported,
  kernelVersionSupported,
  linuxDistributionSupported,
  networkManagerIgnoresCali,
  networkManagerIgnoresTunl,
  networkManagerIgnoresVxlanCalico,
  networkManagerIgnoresWireguardCali,
  nmCloudSetupDisabled,
  firewalldDisabled,
  iptablesManagersDisabled,
  ipv6Available,
  calicoHostPortsFree,
  kubernetesDatastoreAvailable,
  bgpPortOpen,
  ipipProtocolOpen,
  vxlanPortOpen,
  typhaPortOpen,
  kubeApiserverReachable,
  wireguardPortOpen,
  pathMtuSufficient,
  capSysAdminAvailable,
  openshiftVersionSupported,
  ...kernelRequirements,
];

const byVersion = new Map<string, readonly Requirement[]>(
  calicoVersions.map((version) => [
    version,
    catalogue.map((requirement) => requirementInRelease(requirement, version)),
  ]),
);

/** The catalogue of one Calico release; the default one's for a release that only a newer catalogue knows. */
export const catalogueFor = (version: CalicoVersion): readonly Requirement[] => byVersion.get(version) ?? catalogue;

const byId = new Map<string, Requirement>(catalogue.map((requirement) => [requirement.id, requirement]));

/**
 * The requirement of that id, or undefined for an id that this catalogue does not know. With a Calico release its
 * texts are that release's, else those of the requirements document.
 */
export function requirementById(id: string, version?: CalicoVersion): Requirement | undefined {
  const requirement = byId.get(id);
  return requirement === undefined || version === undefined ? requirement : requirementInRelease(requirement, version);
}
