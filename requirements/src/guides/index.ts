import { datastoreGuide } from './datastore-guide';
import { ebpfGuide } from './ebpf-guide';
import { firewalldGuide } from './firewall/firewalld-guide';
import type { Guide } from './guide';
import { kernelModulesGuide } from './kernel-modules/kernel-modules-guide';
import { networkManagerGuide } from './network-managers/networkmanager-guide';
import { openshiftGuide } from './openshift-guide';
import { operatingSystemGuide } from './operating-system-guide';
import { portsGuide } from './ports/ports-guide';
import { privilegesGuide } from './privileges-guide';

/** Every guide, in the order of `guideIds`. */
export const guides: readonly Guide[] = [
  networkManagerGuide,
  firewalldGuide,
  kernelModulesGuide,
  operatingSystemGuide,
  portsGuide,
  datastoreGuide,
  privilegesGuide,
  openshiftGuide,
  ebpfGuide,
];

const byId = new Map<string, Guide>(guides.map((guide) => [guide.id, guide]));

/** The guide of that id, or undefined for an id that there is no guide for, such as a mistyped address. */
export const guideById = (id: string): Guide | undefined => byId.get(id);
