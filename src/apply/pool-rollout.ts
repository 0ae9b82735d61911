import type { MachineConfigPoolObject, PoolCondition, PoolConfiguration } from '../k8s/models';
import { asList, asNumberBetween, asRecord, asText, asTime } from '../k8s/untyped';

/** How far a pool has got with one MachineConfig, coming or going. */
export type RolloutState =
  /** The operator has not made its rendered configuration yet. */
  | 'waiting'
  /** It cannot make one. */
  | 'render-degraded'
  | 'paused'
  | 'updating'
  | 'degraded'
  | 'updated';

export interface PoolRollout {
  readonly pool: string;
  readonly state: RolloutState;
  /** What the operator says of a fault; untrusted. */
  readonly message?: string;
  /** Machines with the pool's current target; undefined while the operator has not counted for it. */
  readonly updated: number | undefined;
  readonly machines: number;
  readonly degraded: number;
  /**
   * Reports that were observed since then speak of the change, in milliseconds since 1970: when the last node was
   * updated, or the first one began. Undefined while no node can have it.
   */
  readonly since: number | undefined;
}

/** The MachineConfig that is rolled out. */
export interface RolledOut {
  readonly name: string;
  /** False when it was deleted, and the pools are to lose it. */
  readonly present: boolean;
  /** By pool, the rendered configuration that was the target when the MachineConfig was changed last. */
  readonly replaced: Readonly<Record<string, string>>;
}

/** From the pool's own object alone. */
export function poolRollout(pool: MachineConfigPoolObject, config: RolledOut): PoolRollout {
  const name = pool.metadata?.name ?? '';
  const conditions = asList(pool.status?.conditions).map((entry) => asRecord(entry) as PoolCondition);
  const counted = (pool.status?.observedGeneration ?? Infinity) >= (pool.metadata?.generation ?? 0);
  const machines = count(pool.status?.machineCount);
  const state = stateOf(pool, config, conditions, counted);
  const isRolling = state === 'updating' || state === 'degraded' || state === 'updated';
  const message = messageOf(state, conditions);
  return {
    pool: name,
    state,
    ...(message !== undefined && { message }),
    updated:
      state === 'waiting' || state === 'render-degraded' || !counted
        ? undefined
        : count(pool.status?.updatedMachineCount),
    machines,
    degraded: count(pool.status?.degradedMachineCount),
    since: isRolling ? sinceOf(state, conditions) : undefined,
  };
}

function stateOf(
  pool: MachineConfigPoolObject,
  config: RolledOut,
  conditions: readonly PoolCondition[],
  counted: boolean,
): RolloutState {
  const target = pool.spec?.configuration;
  const isTarget =
    has(target, config.name) === config.present && target?.name !== config.replaced[pool.metadata?.name ?? ''];
  if (!isTarget) return holds(conditions, 'RenderDegraded') ? 'render-degraded' : 'waiting';
  const isDone =
    counted &&
    pool.status?.configuration?.name === target?.name &&
    has(pool.status?.configuration, config.name) === config.present &&
    holds(conditions, 'Updated');
  if (isDone) return 'updated';
  if (holds(conditions, 'NodeDegraded') || holds(conditions, 'Degraded')) return 'degraded';
  return pool.spec?.paused === true ? 'paused' : 'updating';
}

/** Whether a pool has or awaits this MachineConfig. */
export const isInPool = (pool: MachineConfigPoolObject, name: string): boolean =>
  has(pool.spec?.configuration, name) || has(pool.status?.configuration, name);

const has = (configuration: PoolConfiguration | undefined, name: string): boolean =>
  asList(configuration?.source).some((source) => asRecord(source)['name'] === name);

const find = (conditions: readonly PoolCondition[], type: string): PoolCondition | undefined =>
  conditions.find((condition) => condition.type === type);

const holds = (conditions: readonly PoolCondition[], type: string): boolean =>
  find(conditions, type)?.status === 'True';

const count = (value: unknown): number => asNumberBetween(0, 1_000_000, value) ?? 0;

function messageOf(state: RolloutState, conditions: readonly PoolCondition[]): string | undefined {
  const types =
    state === 'render-degraded' ? ['RenderDegraded'] : state === 'degraded' ? ['NodeDegraded', 'Degraded'] : [];
  return types.map((type) => asText(find(conditions, type)?.message)).find((message) => message !== undefined);
}

const sinceOf = (state: RolloutState, conditions: readonly PoolCondition[]): number | undefined =>
  asTime(find(conditions, state === 'updated' ? 'Updated' : 'Updating')?.lastTransitionTime);
