import { randomUUID } from 'node:crypto';
import type { HostFacts } from '@calico-readiness/requirements';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import type { PlannedNode, PoolName } from './fleet-plan';
import { hostVariants } from './host-variants';
import { kubeletStatus, managedFields, pressureConditions } from './kubelet-status';

const rolesOf: Readonly<Record<PoolName, readonly string[]>> = {
  master: ['master', 'control-plane'],
  worker: ['worker'],
  'worker-b': ['worker', 'worker-b'],
  infra: ['worker', 'infra'],
};

const seen = <Name extends keyof HostFacts>(facts: HostFacts, name: Name): unknown => {
  const fact = facts[name];
  return fact.status === 'observed' ? fact.value : undefined;
};

/** The Node that its kubelet would have registered. */
export const sampleNode = ({ name, pool, zone, variant }: PlannedNode, created: string): KubernetesObject => {
  const facts: HostFacts = hostVariants[variant];
  const system = seen(facts, 'operatingSystem') as { readonly id: string; readonly prettyName?: string };
  const labels: Readonly<Record<string, string>> = {
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
    'kubernetes.io/arch': 'amd64',
    'topology.kubernetes.io/zone': zone,
    'node.openshift.io/os_id': system.id,
    ...Object.fromEntries(rolesOf[pool].map((role) => [`node-role.kubernetes.io/${role}`, ''])),
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      uid: randomUUID(),
      creationTimestamp: created,
      labels,
      annotations: { 'machineconfiguration.openshift.io/state': 'Done' },
      managedFields: managedFields(created, Object.keys(labels)),
    },
    spec: {},
    status: {
      addresses: [{ type: 'Hostname', address: name }],
      ...kubeletStatus,
      conditions: [
        ...pressureConditions(created),
        { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'sample data', lastTransitionTime: created },
      ],
      nodeInfo: {
        architecture: 'amd64',
        kernelVersion: String(seen(facts, 'kernelRelease')),
        osImage: system.prettyName ?? system.id,
        operatingSystem: 'linux',
        kubeletVersion: 'v1.33.0',
      },
    },
  };
};
