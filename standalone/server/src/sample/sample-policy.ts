import {
  declareProfile,
  defaultProfileValues,
  type ClusterProfile,
  type ReadinessPolicySpec,
  type Waiver,
} from '@calico-readiness/requirements';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import type { ObjectStore } from '../kubernetes/object-store';
import { readinessPolicyType } from '../kubernetes/resource-type';

export const sampleReportIntervalSeconds = 900;

const declared = { encapsulation: ['VXLAN'], bgp: false } as const;

/** What every report of the fleet is judged against, until somebody declares another one. */
export const sampleProfile = declareProfile(declared, 'ReadinessPolicy cluster');

/** What the policy declares by now; agents take no notice of what else is in it. */
export const profileOf = (store: ObjectStore): ClusterProfile => {
  const { profile } = (store.find(readinessPolicyType, 'cluster')?.['spec'] ?? {}) as ReadinessPolicySpec;
  const { ports, ...values } = profile ?? {};
  const known = Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(sampleProfile, name)));
  return declareProfile(
    { ...known, ...(ports && { ports: { ...defaultProfileValues.ports, ...ports } }) },
    'ReadinessPolicy cluster',
  );
};

const day = 86_400_000;

/** A waiver that covers findings, one that has ended, and one that covers nothing. `now` is in milliseconds since 1970. */
const sampleWaivers = (now: number): readonly Waiver[] => {
  const inDays = (days: number): string => new Date(now + days * day).toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    {
      requirement: 'iptables-managers-disabled',
      nodeSelector: { matchExpressions: [{ key: 'node-role.kubernetes.io/worker', operator: 'Exists' }] },
      reason: 'nftables.service loads an empty rule set; it goes with the next image',
      owner: 'platform team',
      expiry: inDays(30),
    },
    {
      requirement: 'firewalld-disabled',
      nodeSelector: { matchLabels: { 'node-role.kubernetes.io/worker': '' } },
      reason: 'waits for the change window',
      owner: 'network team',
      expiry: inDays(-3),
    },
    {
      requirement: 'kernel-version-supported',
      nodeSelector: { matchLabels: { 'node-role.kubernetes.io/edge': '' } },
      reason: 'edge nodes get their new kernel in spring',
      owner: 'edge team',
      expiry: inDays(120),
    },
  ];
};

/** The policy that declares it, with waivers. `now` is in milliseconds since 1970. */
export const samplePolicy = (now: number): KubernetesObject => ({
  apiVersion: 'calicoreadiness.io/v1alpha1',
  kind: 'ReadinessPolicy',
  metadata: { name: 'cluster' },
  spec: { profile: declared, reportIntervalSeconds: sampleReportIntervalSeconds, waivers: sampleWaivers(now) },
});
