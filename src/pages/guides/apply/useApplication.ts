import { useMemo } from 'react';
import { machineConfigName, machineConfigRoleLabel } from '@calico-readiness/requirements';
import type { Guide, MachineConfigObject } from '@calico-readiness/requirements';
import { phaseOf } from '../../../apply/application';
import type { Phase } from '../../../apply/application';
import { mergeFaults } from '../../../apply/merge-faults';
import type { MergeFault } from '../../../apply/merge-faults';
import { ownership } from '../../../apply/ownership';
import type { Ownership } from '../../../apply/ownership';
import { isInPool, poolRollout } from '../../../apply/pool-rollout';
import type { PoolRollout } from '../../../apply/pool-rollout';
import { isApplied, proposedObject } from '../../../apply/proposed-object';
import { replacedConfigurations } from '../../../apply/replaced-configurations';
import { verifyPool } from '../../../apply/verification';
import type { PoolVerification } from '../../../apply/verification';
import type { Fleet } from '../../../fleet/build-fleet';
import { selects } from '../../../fleet/pool';
import type { MachineConfigResource } from '../../../k8s/machine-config';
import type { MachineConfigPoolObject } from '../../../k8s/models';

/** Everything that the page says of one application; nothing of it is kept anywhere but in the cluster. */
export interface Application {
  readonly name: string;
  readonly existing: MachineConfigResource | undefined;
  readonly ownership: Ownership | undefined;
  readonly phase: Phase;
  /** What would be written; null when the cluster has all that the guide wants. */
  readonly proposal: MachineConfigResource | null;
  readonly faults: readonly MergeFault[];
  readonly poolObjects: readonly MachineConfigPoolObject[];
  readonly pools: readonly PoolRollout[];
  readonly verification: readonly PoolVerification[];
}

/** `wanted` is null when the guide wants nothing of the nodes that are affected now. It must keep its identity. */
export function useApplication(
  guide: Guide,
  role: string,
  wanted: MachineConfigObject | null,
  configs: readonly MachineConfigResource[],
  { rows, machineConfigPools }: Pick<Fleet, 'rows' | 'machineConfigPools'>,
): Application {
  const name = machineConfigName(role, guide.id);
  const existing = configs.find(({ metadata }) => metadata?.name === name);
  const proposal = useMemo(() => {
    if (wanted === null) return null;
    if (existing !== undefined && ownership(existing, guide.id).kind === 'ours' && isApplied(wanted, existing))
      return null;
    return proposedObject(wanted, existing);
  }, [wanted, existing, guide]);
  const poolObjects = useMemo(
    () =>
      machineConfigPools.filter(
        (pool) => isInPool(pool, name) || selects(pool.spec?.machineConfigSelector, { [machineConfigRoleLabel]: role }),
      ),
    [machineConfigPools, name, role],
  );
  const judged = proposal ?? existing;
  const faults = useMemo(
    () => (judged === undefined ? [] : mergeFaults(judged, configs, machineConfigPools)),
    [judged, configs, machineConfigPools],
  );
  return useMemo(() => {
    const rolledOut = { name, present: existing !== undefined, replaced: replacedConfigurations(existing) };
    const pools = poolObjects
      .filter((pool) => existing !== undefined || isInPool(pool, name))
      .map((pool) => poolRollout(pool, rolledOut));
    const verification = pools.map((pool) =>
      verifyPool(
        pool,
        rows.filter((row) => row.pool?.name === pool.pool && row.system.family === 'rhcos'),
        guide.id,
      ),
    );
    const whose = existing && ownership(existing, guide.id);
    const phase = phaseOf({ ownership: whose, pools, verification });
    return { name, existing, ownership: whose, phase, proposal, faults, poolObjects, pools, verification };
  }, [name, existing, proposal, faults, poolObjects, rows, guide]);
}
