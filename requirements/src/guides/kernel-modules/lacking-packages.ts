import type { ExtraModules } from '../../derived/extra-modules';
import { extraModules, extraModulesOf } from '../../derived/extra-modules';
import type { HostFacts } from '../../model/host-facts';
import type { ProfileValues } from '../../model/profile-values';
import { decidingModules } from './deciding-modules';

/** A node with what is not met on it. */
interface LackingNode {
  readonly facts: HostFacts;
  readonly profile: ProfileValues;
  readonly requirements: readonly string[];
}

/** The packages of extra modules of nodes on which a module that decides is configured and not installed, each once. */
export function lackingPackages(nodes: readonly LackingNode[]): readonly ExtraModules[] {
  const lacking = nodes.filter(({ facts, profile, requirements }) =>
    requirements.some((requirement) =>
      decidingModules(requirement, profile, facts).some(({ state }) => state === 'configured-only'),
    ),
  );
  const found = new Set(lacking.map(({ facts }) => extraModulesOf(facts)?.id));
  return extraModules.filter(({ id }) => found.has(id));
}
