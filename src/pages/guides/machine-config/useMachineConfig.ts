import { useMemo } from 'react';
import { disruptionPolicy, guideSituation, isEmptyChange, machineConfig } from '@calico-readiness/requirements';
import type { DisruptionEntry, Guide, GuideSituation, MachineConfigObject } from '@calico-readiness/requirements';
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
  /** Null when no file and no unit helps. Keeps its identity while it says the same. */
  readonly object: MachineConfigObject | null;
  /** What makes it effective without a reboot; null where nothing does. */
  readonly policy: readonly DisruptionEntry[] | null;
}

const nothingKnown: Pick<Fleet, 'rows' | 'machineConfigPools'> = { rows: [], machineConfigPools: [] };

export function useMachineConfig(
  guide: Guide,
  fleet: Fleet | undefined,
  affected: readonly AffectedRow[],
  appliedRoles: readonly string[],
): MachineConfig {
  const [parameters, setParameters] = useSearchParams();
  const { rows, machineConfigPools } = fleet ?? nothingKnown;
  const offered = useMemo(() => rolesToOffer(rows, affected, machineConfigPools), [rows, affected, machineConfigPools]);
  // Where it was applied, nodes stop being affected: what has become of it must stay in reach.
  const roles = useMemo(() => [...new Set([...appliedRoles, ...offered])], [appliedRoles, offered]);
  const role = roles.find((name) => name === parameters.get('role')) ?? roles[0] ?? 'worker';
  const tailored = useMemo(() => {
    const reach = poolsReached(role, rows, affected, machineConfigPools);
    const reached = affected.filter(({ row }) => reach.some(({ pool }) => pool === row.pool?.name));
    const situation = guideSituation(affectedNodes(reached));
    const change = guide.change(situation);
    const text = isEmptyChange(change) ? null : JSON.stringify(machineConfig({ role, guide: guide.id, change }));
    return { reach, situation, text, policy: disruptionPolicy(change, situation) };
  }, [guide, role, rows, affected, machineConfigPools]);
  const chooseRole = (name: string) => {
    const next = new URLSearchParams(parameters);
    next.set('role', name);
    setParameters(next, { replace: true });
  };
  const { reach, situation, text, policy } = tailored;
  const object = useMemo(() => (text === null ? null : (JSON.parse(text) as MachineConfigObject)), [text]);
  return { role, roles, chooseRole, reach, situation, object, policy };
}
