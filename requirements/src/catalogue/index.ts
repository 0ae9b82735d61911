import type { CalicoVersion } from '../model/cluster-profile';
import type { Requirement } from '../model/requirement';
import { kubernetesDatastoreAvailable } from './datastore/kubernetes-datastore-available';
import { kernelRequirements } from './kernel';
import { ipipProtocolOpen } from './network/ipip-protocol-open';
import { kubeApiserverReachable } from './network/kube-apiserver-reachable';
import { bgpPortOpen, typhaPortOpen, vxlanPortOpen, wireguardPortOpen } from './network/port-requirements';
import { firewalldDisabled } from './node/firewalld-disabled';
import { iptablesManagersDisabled } from './node/iptables-managers-disabled';
import { kernelVersionSupported } from './node/kernel-version-supported';
import { linuxDistributionSupported } from './node/linux-distribution-supported';
import {
  networkManagerIgnoresCali,
  networkManagerIgnoresTunl,
  networkManagerIgnoresVxlanCalico,
  networkManagerIgnoresWireguardCali,
} from './node/network-manager-requirements';
import { processorArchitectureSupported } from './node/processor-architecture-supported';
import { openshiftVersionSupported } from './openshift/openshift-version-supported';
import { capSysAdminAvailable } from './privileges/cap-sys-admin-available';

export { modulesOfRequirement } from './kernel/modules-of-requirement';

/** Every requirement, in the order of the requirements document. */
export const catalogue: readonly Requirement[] = [
  processorArchitectureSupported,
  kernelVersionSupported,
  linuxDistributionSupported,
  networkManagerIgnoresCali,
  networkManagerIgnoresTunl,
  networkManagerIgnoresVxlanCalico,
  networkManagerIgnoresWireguardCali,
  firewalldDisabled,
  iptablesManagersDisabled,
  kubernetesDatastoreAvailable,
  bgpPortOpen,
  ipipProtocolOpen,
  vxlanPortOpen,
  typhaPortOpen,
  kubeApiserverReachable,
  wireguardPortOpen,
  capSysAdminAvailable,
  openshiftVersionSupported,
  ...kernelRequirements,
];

const byVersion = new Map<string, readonly Requirement[]>([['v3.25', catalogue]] satisfies [CalicoVersion, readonly Requirement[]][]);

/** The catalogue of one Calico release; the default one's for a release that only a newer catalogue knows. */
export const catalogueFor = (version: CalicoVersion): readonly Requirement[] => byVersion.get(version) ?? catalogue;

const byId = new Map<string, Requirement>(catalogue.map((requirement) => [requirement.id, requirement]));

/** The requirement of that id, or undefined for an id that this catalogue does not know. */
export const requirementById = (id: string): Requirement | undefined => byId.get(id);
