import type { LoadingOnDemand } from '../../derived/loading-on-demand';
import { loadingOnDemand } from '../../derived/loading-on-demand';
import { missingModuleTree } from '../../derived/missing-module-tree';
import type { ModuleNeed } from '../../derived/module-availability';
import { moduleAvailability } from '../../derived/module-availability';
import type { Availability } from '../../derived/module-presence';
import { describeModules } from '../../derived/module-presence';
import type { HostFactName, HostFacts } from '../../model/host-facts';
import type { KernelModules } from '../../model/kernel-module';
import type { ProfileValues } from '../../model/profile-values';
import type { Judgement } from '../../model/requirement';
import type { ModuleReason } from './module-reason-titles';
import { obstacleReasons } from './module-reasons';

/** What `judgeModules` looks at beside the modules. */
export const moduleConsults = ['modprobePath', 'moduleLoading'] as const satisfies HostFactName[];

/** Judges a need for modules on a host under a profile. */
export function judgeModules(
  need: ModuleNeed,
  modules: KernelModules,
  { profile, facts }: { readonly profile: ProfileValues; readonly facts: HostFacts },
): Judgement {
  const loading = loadingOnDemand(facts, profile);
  const treeMissing = missingModuleTree(facts);
  const availability = moduleAvailability(need, modules, loading);
  const reason = reasonOf(availability, treeMissing !== undefined);
  const why = whyOf(reason, treeMissing, loading);
  const evidence = describeModules(availability.evidence);
  return {
    outcome: outcomes[availability.presence],
    reason,
    observed: why === undefined ? evidence : `${why}; ${evidence}`,
  };
}

/** What was seen beside the modules, where it decides. */
function whyOf(reason: ModuleReason, treeMissing: string | undefined, loading: LoadingOnDemand): string | undefined {
  switch (reason) {
    case 'ModuleTreeMissing':
      return treeMissing;
    case 'ModulesNotLoadedOnDemand':
    case 'ModuleLoadingUnknown':
      return loading.observed;
    default:
      return undefined;
  }
}

const outcomes = { present: 'met', absent: 'unmet', undetermined: 'undetermined' } as const;

/** Where no module of the running kernel is on the disk, that is why one is not installed, or why nothing was seen of it. */
function reasonOf(availability: Availability, treeMissing: boolean): ModuleReason {
  switch (availability.presence) {
    case 'present':
      return 'ModuleAvailable';
    case 'absent':
      return treeMissing && availability.obstacle === 'configured-only'
        ? 'ModuleTreeMissing'
        : obstacleReasons[availability.obstacle];
    case 'undetermined':
      if (availability.doubt === 'signature') return 'ModuleUnverified';
      if (availability.doubt === 'loading') return 'ModuleLoadingUnknown';
      return treeMissing ? 'ModuleTreeMissing' : 'ModuleUnknown';
    default:
      return availability satisfies never;
  }
}
