import { moduleUse } from '../../catalogue/kernel/kernel-module-requirement';
import { kernelModuleRows, modulesOfRequirement } from '../../catalogue/kernel/modules-of-requirement';
import { loadingOnDemand } from '../../derived/loading-on-demand';
import { moduleAvailability } from '../../derived/module-availability';
import type { ModuleEvidence } from '../../derived/module-presence';
import type { ProfileValues } from '../../model/profile-values';
import type { HostFacts } from '../../model/host-facts';

/**
 * The modules that decide a requirement on a host, with their evidence state; for one that is not met, the
 * modules that stand in its way. None for a requirement that is not about modules, and none while the
 * modules could not be observed.
 */
export function decidingModules(
  requirement: string,
  profile: ProfileValues,
  facts: HostFacts,
): readonly ModuleEvidence[] {
  if (facts.kernelModules.status === 'unavailable') return [];
  const modules = facts.kernelModules.value;
  const row = kernelModuleRows.find(({ id }) => id === requirement);
  if (row !== undefined)
    return moduleAvailability(row.need(moduleUse(profile, facts)), modules, loadingOnDemand(facts, profile)).evidence;
  return modulesOfRequirement(requirement, profile).map((name) => ({ name, state: modules[name] ?? 'unknown' }));
}
