import type { OperatingSystem } from '../model/host-facts';

/**
 * Whose tools a host is changed with. It decides remedies only; whether a distribution is one of those that are known to work,
 * the requirement itself says.
 *
 * - `rhcos`: Red Hat CoreOS, and CentOS Stream CoreOS of OKD: by MachineConfigs
 * - `rhel`: Red Hat Enterprise Linux and what is rebuilt from it: dnf, grubby, the same kernel packages
 * - `other`: any other
 */
export type DistributionFamily = 'rhcos' | 'rhel' | 'other';

/** ID of os-release(5) of what is rebuilt from RHEL with its packages, whether or not ID_LIKE says so. */
const rebuilds = ['rhel', 'almalinux', 'centos', 'ol', 'rocky'];

/** The family by ID, VARIANT_ID and ID_LIKE. Amazon Linux 2 calls itself like RHEL and has packages and kernels of its own. */
export function distributionFamily({ id, idLike = [], variantId }: OperatingSystem): DistributionFamily {
  const isCoreOs = variantId === 'coreos';
  if (id === 'rhcos' || id === 'scos' || (isCoreOs && (id === 'rhel' || id === 'centos'))) return 'rhcos';
  if (rebuilds.includes(id)) return 'rhel';
  return idLike.includes('rhel') && id !== 'amzn' && !isCoreOs ? 'rhel' : 'other';
}
