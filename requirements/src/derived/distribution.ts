import type { OperatingSystem } from '../model/host-facts';

/**
 * Whether this is Red Hat Enterprise Linux CoreOS: its os-release says `ID=rhcos`, or, where it is built as
 * an image of RHEL itself, `ID=rhel` with `VARIANT_ID=coreos`.
 */
export const isRedHatCoreOs = ({ id, variantId }: OperatingSystem): boolean =>
  id === 'rhcos' || (id === 'rhel' && variantId === 'coreos');

/** Whether this is Red Hat Enterprise Linux of one of the major releases, `to` included, and not CoreOS. */
export function isRedHatLinux(system: OperatingSystem, from: number, to = from): boolean {
  const major = Number(/^(\d{1,3})(?!\d)/.exec(system.versionId ?? '')?.[1] ?? Number.NaN);
  return system.id === 'rhel' && !isRedHatCoreOs(system) && major >= from && major <= to;
}

/** The system's name for people: `Red Hat Enterprise Linux 9.4 (Plow)`, else `rhel 9.4`. */
export const distributionName = ({ prettyName, id, versionId }: OperatingSystem): string =>
  prettyName ?? [id, versionId].filter((part) => part !== undefined).join(' ');
