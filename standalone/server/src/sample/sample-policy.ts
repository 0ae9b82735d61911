import { declareProfile } from '@calico-readiness/requirements';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';

export const sampleReportIntervalSeconds = 900;

const declared = { encapsulation: ['VXLAN'], bgp: false } as const;

/** What every report of the fleet is judged against. */
export const sampleProfile = declareProfile(declared, 'ReadinessPolicy cluster');

/** The policy that declares it. */
export const samplePolicy: KubernetesObject = {
  apiVersion: 'calicoreadiness.io/v1alpha1',
  kind: 'ReadinessPolicy',
  metadata: { name: 'cluster' },
  spec: { profile: declared, reportIntervalSeconds: sampleReportIntervalSeconds },
};
