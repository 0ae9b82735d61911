import type { OperatingSystem } from '../model/host-facts';

/**
 * Whether this is Red Hat Enterprise Linux CoreOS: its os-release says `ID=rhcos`, or, where it is built as
 * an image of RHEL itself, `ID=rhel` with `VARIANT_ID=coreos`.
 */
export const isRedHatCoreOs = ({ id, variantId }: OperatingSystem): boolean =>
  id === 'rhcos' || (id === 'rhel' && variantId === 'coreos');

/** Whether this is Red Hat Enterprise Linux of that major release, and not CoreOS. */
export const isRedHatLinux = (system: OperatingSystem, major: number): boolean =>
  system.id === 'rhel' && !isRedHatCoreOs(system) && system.versionId?.split('.')[0] === String(major);

/** The system's name for people: `Red Hat Enterprise Linux 9.4 (Plow)`, else `rhel 9.4`. */
export const distributionName = ({ prettyName, id, versionId }: OperatingSystem): string =>
  prettyName ?? [id, versionId].filter((part) => part !== undefined).join(' ');
