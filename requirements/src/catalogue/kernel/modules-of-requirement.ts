import { modulesOf } from '../../derived/module-availability';
import type { ProfileValues } from '../../model/profile-values';
import { defaultProfileValues } from '../../model/profile-defaults';
import { ipvsRows, setAndConntrackRows, tcHookRows, tunnelRows } from './feature-rows';
import { iptablesBaseRows } from './iptables-base-rows';
import type { KernelModuleRow } from './kernel-module-requirement';
import { matchRows } from './match-rows';
import { actionRows, furtherActionRows } from './target-rows';

/** Every requirement that is met by modules alone. */
export const kernelModuleRows: readonly KernelModuleRow[] = [
  ...iptablesBaseRows,
  ...matchRows,
  ...actionRows,
  ...setAndConntrackRows,
  ...ipvsRows,
  ...tunnelRows,
  ...tcHookRows,
  ...furtherActionRows,
];

/**
 * The kernel modules that could meet a requirement under a profile (the default one if none is given),
 * whatever the kernel release: several of them may be alternatives. Empty for a requirement that no module meets.
 */
export function modulesOfRequirement(
  requirement: string,
  { dataplane, ipFamilies }: Pick<ProfileValues, 'dataplane' | 'ipFamilies'> = defaultProfileValues,
): readonly string[] {
  if (requirement === 'conntrack-sctp') return ['nf_conntrack_proto_sctp'];
  const row = kernelModuleRows.find(({ id }) => id === requirement);
  return row === undefined
    ? []
    : modulesOf(row.need({ dataplane, ipv6: ipFamilies.includes('IPv6'), release: undefined }));
}
