import type { Fact } from '../model/fact';
import type { OperatingSystem } from '../model/host-facts';
import { isRedHatCoreOs } from './distribution';

/** Whether a node belongs to an OpenShift cluster, as far as its operating system tells. */
export type OpenShiftPlatform = 'openshift' | 'other' | 'undecided';

/**
 * Systems of which a node may belong to either: RHEL was a worker's system up to OpenShift 4.18, and OKD, the community's
 * OpenShift, runs on Fedora's and CentOS Stream's CoreOS.
 */
const eitherWay = ['rhel', 'centos', 'fedora', 'scos'];

/** Red Hat's CoreOS is OpenShift's and carries its version in os-release. */
export function openshiftPlatform(system: Fact<OperatingSystem>): OpenShiftPlatform {
  if (system.status === 'unavailable') return 'undecided';
  if (isRedHatCoreOs(system.value) || system.value.openshiftVersion !== undefined) return 'openshift';
  return eitherWay.includes(system.value.id) ? 'undecided' : 'other';
}
