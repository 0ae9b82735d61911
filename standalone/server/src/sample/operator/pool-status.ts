import { isRecord, type KubernetesObject } from '../../kubernetes/kubernetes-object';

/** How far the machines of a pool are. */
export interface PoolProgress {
  readonly machines: number;
  readonly updated: number;
  /** The node that cannot go on; its pool is degraded. */
  readonly degraded: string | undefined;
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly lastTransitionTime: string;
}

/** The status of a pool as the Machine Config Operator writes it, its conditions with the time of their last change. */
export const poolStatus = (pool: KubernetesObject, { machines, updated, degraded }: PoolProgress): object => {
  const spec = isRecord(pool['spec']) ? pool['spec'] : {};
  const status = isRecord(pool['status']) ? pool['status'] : {};
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const before = (Array.isArray(status['conditions']) ? status['conditions'] : []) as readonly Condition[];
  const condition = (type: string, holds: boolean, reason = '', message = ''): Condition => {
    const state = holds ? 'True' : 'False';
    const known = before.find((candidate) => candidate.type === type && candidate.status === state);
    return { type, status: state, reason, message, lastTransitionTime: known?.lastTransitionTime ?? now };
  };
  const isDone = updated === machines;
  const fault =
    degraded === undefined
      ? []
      : ([
          '1 nodes are reporting degraded status on sync',
          `Node ${degraded} is reporting: "disk validation failed: content mismatch for file (sample data)"`,
        ] as const);
  return {
    ...status,
    observedGeneration: pool.metadata.generation,
    machineCount: machines,
    readyMachineCount: updated,
    updatedMachineCount: updated,
    unavailableMachineCount: isDone || spec['paused'] === true ? 0 : 1,
    degradedMachineCount: degraded === undefined ? 0 : 1,
    ...(isDone && { configuration: spec['configuration'] }),
    conditions: [
      condition('Updated', isDone),
      condition('Updating', !isDone && spec['paused'] !== true),
      condition('NodeDegraded', degraded !== undefined, ...fault),
      condition('Degraded', degraded !== undefined),
      condition('RenderDegraded', false),
    ],
  };
};
