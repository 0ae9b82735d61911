import type { HostFacts } from '../model/host-facts';

/** How many of the installed releases a finding names: the last by name, which mostly are the newest. */
const mostNamed = 2;

/**
 * Whether the running kernel has no modules on the disk while other kernels have, as after an update without a reboot, in
 * words for a finding; undefined where that was not seen.
 */
export function missingModuleTree({ moduleLoading }: Pick<HostFacts, 'moduleLoading'>): string | undefined {
  const others = moduleLoading.status === 'observed' ? moduleLoading.value.otherReleases : undefined;
  if (others === undefined || others.length === 0) return undefined;
  const named = [...others.slice(-mostNamed), ...(others.length > mostNamed ? ['…'] : [])];
  return `modules on the disk: only of ${named.join(', ')}`;
}
