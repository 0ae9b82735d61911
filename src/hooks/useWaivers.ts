import { useEffect, useMemo, useRef } from 'react';
import { ActiveWaivers, nextExpiry, readinessPolicyName, readWaivers } from '@calico-readiness/requirements';
import { useWatchList } from '../console/watch-list';
import { noWaivers } from '../fleet/waivers/fleet-waivers';
import type { FleetWaivers } from '../fleet/waivers/fleet-waivers';
import { loadProblem } from '../k8s/load-problem';
import { readinessPolicyKind } from '../k8s/models';
import type { ReadinessPolicyObject } from '../k8s/models';

/**
 * What the policy waives at this time (milliseconds since 1970); undefined until that is known. Where the user may not see
 * the policy, nothing is waived, and it is said why.
 */
export function useWaivers(watching: boolean, now: number): FleetWaivers | undefined {
  const { items, loaded, error } = useWatchList<ReadinessPolicyObject>(watching ? readinessPolicyKind : null);
  const hasFailed = error !== undefined && error !== null;
  const found = items.find(({ metadata }) => metadata?.name === readinessPolicyName);
  const latest = useRef<ReadinessPolicyObject>();
  const policy = found ?? (loaded && !hasFailed ? undefined : latest.current);
  useEffect(() => {
    latest.current = policy;
  }, [policy]);
  // The controller writes the status of the policy every so often; what is waived stays the same object meanwhile.
  const written = JSON.stringify(policy?.spec?.['waivers'] ?? null);
  const read = useMemo(() => readWaivers(JSON.parse(written)), [written]);
  const active = useActive(read.usable, now);
  const isKnown = loaded || hasFailed || policy !== undefined;
  return useMemo(() => {
    if (!isKnown) return undefined;
    const problem = hasFailed ? loadProblem(error, readinessPolicyKind.plural) : null;
    // A cluster without the definition has no waivers, which is no trouble.
    if (problem?.kind === 'not-installed') return noWaivers;
    return { policy, problem, read, active };
  }, [policy, read, active, isKnown, hasFailed, error]);
}

/** The same object until one of them ends. */
function useActive(usable: FleetWaivers['read']['usable'], now: number): ActiveWaivers {
  const ended = usable.filter(({ expiresAt }) => expiresAt <= now).length;
  const next = nextExpiry(usable, now);
  return useMemo(
    () => new ActiveWaivers(usable, now),
    // Time matters only where it ends a waiver.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [usable, ended, next],
  );
}
