import { useMemo } from 'react';
import { guideSituation } from '@calico-readiness/requirements';
import type { Guide, GuideSituation, HostChange } from '@calico-readiness/requirements';
import { useSearchParams } from '../../../console/router';
import type { Fleet } from '../../../fleet/build-fleet';
import { affectedNodes } from '../affected-nodes';
import type { AffectedRow } from '../affected-nodes';
import { poolsReached, rolesToOffer } from '../pool-reach';
import type { PoolReach } from '../pool-reach';

/** One MachineConfig for one role, tailored to the affected nodes of all the pools that the role reaches. */
export interface MachineConfig {
  /** The role that the address asks for, if it is one to choose from, else the first of these. */
  readonly role: string;
  readonly roles: readonly string[];
  readonly chooseRole: (role: string) => void;
  readonly reach: readonly PoolReach[];
  readonly situation: GuideSituation;
  readonly change: HostChange;
}

const nothingKnown: Pick<Fleet, 'rows' | 'machineConfigPools'> = { rows: [], machineConfigPools: [] };

export function useMachineConfig(
  guide: Guide,
  fleet: Fleet | undefined,
  affected: readonly AffectedRow[],
): MachineConfig {
  const [parameters, setParameters] = useSearchParams();
  const { rows, machineConfigPools } = fleet ?? nothingKnown;
  const roles = useMemo(() => rolesToOffer(rows, affected, machineConfigPools), [rows, affected, machineConfigPools]);
  const role = roles.find((name) => name === parameters.get('role')) ?? roles[0] ?? 'worker';
  const tailored = useMemo(() => {
    const reach = poolsReached(role, rows, affected, machineConfigPools);
    const reached = affected.filter(({ row }) => reach.some(({ pool }) => pool === row.pool?.name));
    const situation = guideSituation(affectedNodes(reached));
    return { reach, situation, change: guide.change(situation) };
  }, [guide, role, rows, affected, machineConfigPools]);
  const chooseRole = (name: string) => {
    const next = new URLSearchParams(parameters);
    next.set('role', name);
    setParameters(next, { replace: true });
  };
  return { role, roles, chooseRole, ...tailored };
}
