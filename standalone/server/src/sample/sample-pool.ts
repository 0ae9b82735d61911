import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import type { PoolName } from './fleet-plan';

const selectorOf = (pool: PoolName): object =>
  pool === 'master' || pool === 'worker'
    ? { matchLabels: { 'machineconfiguration.openshift.io/role': pool } }
    : {
        matchExpressions: [{ key: 'machineconfiguration.openshift.io/role', operator: 'In', values: ['worker', pool] }],
      };

/** Custom pools inherit what worker has; infra is paused, as it often is in practice. */
export const samplePool = (pool: PoolName, machineCount: number): KubernetesObject => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind: 'MachineConfigPool',
  metadata: { name: pool, labels: { [`pools.operator.machineconfiguration.openshift.io/${pool}`]: '' } },
  spec: {
    machineConfigSelector: selectorOf(pool),
    nodeSelector: { matchLabels: { [`node-role.kubernetes.io/${pool}`]: '' } },
    paused: pool === 'infra',
    maxUnavailable: 1,
    configuration: { name: `rendered-${pool}-sample` },
  },
  status: {
    machineCount,
    readyMachineCount: machineCount,
    updatedMachineCount: machineCount,
    unavailableMachineCount: 0,
    degradedMachineCount: 0,
    configuration: { name: `rendered-${pool}-sample` },
    conditions: [
      { type: 'Updated', status: 'True', reason: '', message: '' },
      { type: 'Updating', status: 'False', reason: '', message: '' },
      { type: 'Degraded', status: 'False', reason: '', message: '' },
    ],
  },
});
