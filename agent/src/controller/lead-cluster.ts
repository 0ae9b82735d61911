import { apiGroup, apiVersion } from '@calico-readiness/requirements';
import type { ApiClient } from '../cluster/api-client';
import { readClusterObjects } from '../cluster/read-cluster-objects';
import type { ControllerMetrics } from './metrics/controller-metrics';
import { ClusterDetection } from './profile/cluster-detection';
import { createPolicyApi } from './profile/policy-api';
import type { PolicyKeeperParts } from './profile/policy-keeper';
import { PolicyKeeper } from './profile/policy-keeper';
import { createClusterReportApi } from './report/cluster-report-api';
import { Collection } from './report/collection';
import { readNode } from './report/fleet';
import { FollowedObjects } from './report/follow-collection';
import { ReportKeeper } from './report/report-keeper';
import { ReportReader } from './report/report-summary';

/** What leading takes. */
export type LeadingParts = Pick<PolicyKeeperParts, 'detectIntervalSeconds' | 'during' | 'log' | 'random' | 'signal'> & {
  readonly client: ApiClient;
  readonly metrics: ControllerMetrics;
};

/** What only one controller of a cluster does: keeps the policy's status and the ClusterReport, until the signal aborts. */
export async function leadCluster(parts: LeadingParts): Promise<void> {
  const { client, log, metrics } = parts;
  const changed = (): void => {
    report.changed();
  };
  const nodes = new FollowedObjects({
    ...parts,
    kind: 'Nodes',
    collection: new Collection(client, { path: '/api/v1/nodes', isMetadataOnly: true }),
    read: readNode,
    changed,
  });
  const reports = new FollowedObjects({
    ...parts,
    kind: 'NodeReports',
    collection: new Collection(client, { path: `/apis/${apiGroup}/${apiVersion}/nodereports` }),
    read: new ReportReader().read,
    changed,
  });
  const report: ReportKeeper = new ReportKeeper({
    ...parts,
    api: createClusterReportApi(client),
    nodes,
    reports,
    summedUp: (fleet, now) => {
      metrics.takeFleet(fleet, now);
    },
    ended: (outcome) => {
      metrics.ended('report', outcome);
    },
  });
  const policy = new PolicyKeeper({
    ...parts,
    api: createPolicyApi(client),
    detection: new ClusterDetection({ read: () => readClusterObjects(client), log }),
    statusKnown: (status) => {
      report.takeProfile(status.profile);
      metrics.takePolicy(status);
    },
    ended: (outcome) => {
      metrics.ended('profile', outcome);
    },
  });
  await Promise.all([nodes.run(), reports.run(), policy.run(), report.run()]);
}
