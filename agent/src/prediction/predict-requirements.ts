import type { ClusterProfile, Finding, HostFactName, Requirement } from '@calico-readiness/requirements';
import { evaluateRequirement, profileValues, sourcesOf } from '@calico-readiness/requirements';
import { createHost } from '../host/create-host';
import { gatherFacts } from '../observation/gather-facts';
import type { ObserveOptions } from '../observation/observe-host';
import type { Change } from './change';
import { laidOver } from './predict-host';

/** The host of which something is predicted, and what ends it. */
export type PredictedHost = Pick<ObserveOptions, 'hostRoot' | 'kernelRelease' | 'signal'>;

/**
 * What some requirements come to at the next boot of a host once a change is laid over it: what `predictHost` says of them.
 * Looks at nothing but the facts that they name (`needs` and `consults`), which is a small part of a host. Rejects with
 * HostRootError when the root is no directory.
 */
export async function predictRequirements(
  { hostRoot, kernelRelease, signal }: PredictedHost,
  change: Change,
  requirements: readonly Requirement[],
  profile: ClusterProfile,
): Promise<readonly Finding[]> {
  const { fileSystem, correct } = laidOver(hostRoot, change);
  const release = kernelRelease === undefined ? {} : { kernelRelease };
  const host = await createHost({ root: hostRoot, fileSystem, when: 'next boot', ...release });
  const ending = signal === undefined ? {} : { signal };
  const facts = correct(await gatherFacts(host, { wanted: factsOf(requirements), ...ending }));
  const [values, sources] = [profileValues(profile), sourcesOf(profile)];
  return requirements.map((requirement) => evaluateRequirement(requirement, facts, values, sources));
}

/** Everything that requirements look at; that they name it all is held by their own test (consulted-facts.spec.ts). */
const factsOf = (requirements: readonly Requirement[]): ReadonlySet<HostFactName> =>
  new Set(requirements.flatMap(({ needs, consults = [] }) => [...needs, ...consults]));
