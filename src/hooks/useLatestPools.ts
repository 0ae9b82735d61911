import { useEffect, useRef } from 'react';
import { useWatchList } from '../console/watch-list';
import { loadProblem } from '../k8s/load-problem';
import { machineConfigPoolKind } from '../k8s/models';
import type { MachineConfigPoolObject } from '../k8s/models';

export const noPools: readonly MachineConfigPoolObject[] = [];

/**
 * MachineConfigPools where there are any; a cluster without them, or a user who may not see them, has none. What was seen
 * stays while the API does not answer: without its pools a rollout would look as if it were over.
 */
export function useLatestPools(watching: boolean): readonly MachineConfigPoolObject[] | undefined {
  const { items, loaded, error } = useWatchList<MachineConfigPoolObject>(watching ? machineConfigPoolKind : null);
  const latest = useRef<readonly MachineConfigPoolObject[]>();
  const pools = poolsOf(items, loaded, error, latest.current);
  useEffect(() => {
    latest.current = pools;
  }, [pools]);
  return pools;
}

function poolsOf(
  items: readonly MachineConfigPoolObject[],
  loaded: boolean,
  error: unknown,
  latest: readonly MachineConfigPoolObject[] | undefined,
): readonly MachineConfigPoolObject[] | undefined {
  if (!error) return loaded ? items : latest;
  return loadProblem(error, machineConfigPoolKind.plural).kind === 'error' ? (latest ?? noPools) : noPools;
}
