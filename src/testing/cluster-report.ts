import { declareProfile } from '@calico-readiness/requirements';
import { isoAgo } from './reports';

interface ClusterReportWish {
  /** Seconds since the reports were summed up. */
  readonly age?: number;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** A ClusterReport of a hundred nodes as the controller writes it, of which ninety are ready. */
export const clusterReportObject = ({ age = 60, status = {} }: ClusterReportWish = {}) => ({
  apiVersion: 'calicoreadiness.io/v1alpha1',
  kind: 'ClusterReport',
  metadata: { name: 'cluster' },
  status: {
    observedAt: isoAgo(age, Date.now()),
    reportIntervalSeconds: 900,
    controllerVersion: '0.1.0',
    catalogueVersion: '1',
    verdict: 'NotReady',
    nodes: { nodes: 100, ready: 90, notReady: 4, unknown: 3, stale: 2, noReport: 1 },
    connectivity: { verified: 10, notVerified: 86, broken: 1 },
    profile: declareProfile({}, 'test'),
    requirements: [],
    causes: [
      {
        requirement: 'firewalld-disabled',
        reason: 'FirewalldActive',
        requirements: ['firewalld-disabled'],
        reasons: ['FirewalldActive'],
        verdict: 'Fail',
        bearing: 'blocks',
        nodes: 4,
        nodeNames: ['a'],
      },
    ],
    causesTotal: 1,
    findings: [
      {
        requirement: 'openshift-version-supported',
        verdict: 'Pass',
        reason: 'VersionSupported',
        observed: '4.20.1; channel stable-4.20',
      },
    ],
    conditions: [],
    ...status,
  },
});
