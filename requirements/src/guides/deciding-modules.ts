import { setAndConntrackRows, ipvsRows, tcHookRows, tunnelRows } from '../catalogue/kernel/feature-rows';
import { iptablesBaseRows } from '../catalogue/kernel/iptables-base-rows';
import type { KernelModuleRow } from '../catalogue/kernel/kernel-module-requirement';
import { moduleUse } from '../catalogue/kernel/kernel-module-requirement';
import { matchRows } from '../catalogue/kernel/match-rows';
import { actionRows, furtherActionRows } from '../catalogue/kernel/target-rows';
import type { ModuleEvidence } from '../derived/module-availability';
import { moduleAvailability } from '../derived/module-availability';
import type { ProfileValues } from '../model/cluster-profile';
import type { HostFacts } from '../model/host-facts';

const rows = new Map<string, KernelModuleRow>(
  [
    ...iptablesBaseRows,
    ...matchRows,
    ...actionRows,
    ...setAndConntrackRows,
    ...ipvsRows,
    ...tunnelRows,
    ...tcHookRows,
    ...furtherActionRows,
  ].map((row) => [row.id, row]),
);

/**
 * The modules that decide a requirement on a host, with their evidence state; for one that is not met, the
 * modules that stand in its way. None for a requirement that is not about modules, and none while the
 * modules could not be observed.
 */
export function decidingModules(requirement: string, profile: ProfileValues, facts: HostFacts): readonly ModuleEvidence[] {
  const row = rows.get(requirement);
  if (row === undefined || facts.kernelModules.status === 'unavailable') return [];
  return moduleAvailability(row.need(moduleUse(profile, facts)), facts.kernelModules.value).evidence;
}
