import type { OperatingSystem } from '../model/host-facts';

/**
 * How a host is changed.
 *
 * - `rhcos`: by a MachineConfig; the host itself must not be edited
 * - `rhel`: by commands, with the tools of Red Hat Enterprise Linux and its relatives
 * - `other`: by commands, with the tools of any other Linux distribution
 */
export const guidePlatforms = ['rhcos', 'rhel', 'other'] as const;
export type GuidePlatform = (typeof guidePlatforms)[number];

const rhelFamily = ['rhel', 'centos', 'rocky', 'almalinux', 'ol', 'fedora'];

/** The platform of a host by its os-release(5): CoreOS variants first, because newer ones carry `ID=rhel`. */
export function platformOf(operatingSystem: OperatingSystem): GuidePlatform {
  const { id, variantId, idLike = [] } = operatingSystem;
  if (id === 'rhcos' || id === 'scos' || variantId === 'coreos') return 'rhcos';
  return [id, ...idLike].some((name) => rhelFamily.includes(name)) ? 'rhel' : 'other';
}
