import { randomUUID } from 'node:crypto';
import { declareProfile, evaluateNode, type HostFacts } from '@calico-readiness/requirements';
import { buildNodeReport } from '@calico-readiness/agent';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import type { PlannedNode, PoolName } from './fleet-plan';
import { hostVariants, type HostVariant } from './host-variants';

export const sampleReportIntervalSeconds = 900;
const agentVersion = '0.1.0';
const profile = declareProfile({ encapsulation: ['VXLAN'], bgp: false }, 'ReadinessPolicy cluster');

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

export const sampleNode = ({ name, pool, variant }: PlannedNode, created: string): KubernetesObject => {
  const facts: HostFacts = hostVariants[variant];
  const system = seen(facts, 'operatingSystem') as { readonly id: string; readonly prettyName?: string };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      uid: randomUUID(),
      creationTimestamp: created,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'node.openshift.io/os_id': system.id,
        ...Object.fromEntries(rolesOf[pool].map((role) => [`node-role.kubernetes.io/${role}`, ''])),
      },
      annotations: { 'machineconfiguration.openshift.io/state': 'Done' },
    },
    spec: {},
    status: {
      addresses: [{ type: 'Hostname', address: name }],
      conditions: [
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

const reportOfVariant = (variant: HostVariant, since: string): KubernetesObject => {
  const facts: HostFacts = hostVariants[variant];
  const findings = evaluateNode(facts, profile);
  const reportIntervalSeconds = sampleReportIntervalSeconds;
  return {
    ...buildNodeReport({
      facts,
      findings,
      profile,
      nodeName: variant,
      agentVersion,
      reportIntervalSeconds,
      observedAt: since,
    }),
  };
};

/** By variant and time: the fleet has thousands of nodes, but few different hosts. */
const reports = new Map<string, KubernetesObject>();

/** The report that an agent on this node would have written, all of whose findings stand since `since`. */
export const sampleReport = (
  node: KubernetesObject,
  variant: HostVariant,
  since: string,
  observedAt: string,
): KubernetesObject => {
  const key = `${variant} ${since}`;
  const report = reports.get(key) ?? reportOfVariant(variant, since);
  reports.set(key, report);
  const { name, uid = '' } = node.metadata;
  return {
    ...report,
    metadata: { ...report.metadata, name, ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name, uid }] },
    status: { ...(report['status'] as object), nodeUID: uid, observedAt },
  };
};

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

export const samplePolicy: KubernetesObject = {
  apiVersion: 'calicoreadiness.io/v1alpha1',
  kind: 'ReadinessPolicy',
  metadata: { name: 'cluster' },
  spec: { profile: { encapsulation: ['VXLAN'], bgp: false }, reportIntervalSeconds: sampleReportIntervalSeconds },
};
