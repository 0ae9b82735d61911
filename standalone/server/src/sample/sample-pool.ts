import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import type { PoolName } from './fleet-plan';

const selectorOf = (pool: PoolName): object =>
  pool === 'master' || pool === 'worker'
    ? { matchLabels: { 'machineconfiguration.openshift.io/role': pool } }
    : {
        matchExpressions: [{ key: 'machineconfiguration.openshift.io/role', operator: 'In', values: ['worker', pool] }],
      };

/** As created; its target and its status come from the operator's stand-in. Custom pools inherit what worker has; infra is paused, as it often is in practice. */
export const samplePool = (pool: PoolName): KubernetesObject => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind: 'MachineConfigPool',
  metadata: { name: pool, labels: { [`pools.operator.machineconfiguration.openshift.io/${pool}`]: '' } },
  spec: {
    machineConfigSelector: selectorOf(pool),
    nodeSelector: { matchLabels: { [`node-role.kubernetes.io/${pool}`]: '' } },
    paused: pool === 'infra',
    maxUnavailable: 1,
  },
});

/** What the installer brings for a role, in place of its hundred files. */
export const sampleMachineConfig = (role: 'master' | 'worker'): KubernetesObject => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind: 'MachineConfig',
  metadata: { name: `00-${role}`, labels: { 'machineconfiguration.openshift.io/role': role } },
  spec: {
    config: {
      ignition: { version: '3.4.0' },
      storage: {
        files: [
          {
            path: '/etc/NetworkManager/conf.d/sdn.conf',
            mode: 0o644,
            overwrite: true,
            contents: { source: 'data:,' },
          },
        ],
      },
    },
  },
});

/** How the cluster is laid out; the sample has a control plane of its own. */
export const sampleInfrastructure: KubernetesObject = {
  apiVersion: 'config.openshift.io/v1',
  kind: 'Infrastructure',
  metadata: { name: 'cluster' },
  spec: {},
  status: { controlPlaneTopology: 'HighlyAvailable', infrastructureTopology: 'HighlyAvailable' },
};

/** As the Machine Config Operator creates it; its status comes from the operator's stand-in. */
export const sampleMachineConfiguration: KubernetesObject = {
  apiVersion: 'operator.openshift.io/v1',
  kind: 'MachineConfiguration',
  metadata: { name: 'cluster' },
  spec: { managementState: 'Managed', logLevel: 'Normal', operatorLogLevel: 'Normal' },
};
