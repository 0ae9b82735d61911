import type { ClusterProfile } from '@calico-readiness/requirements';
import { apiGroup, apiVersion } from '@calico-readiness/requirements';
import { readBgpPeerList, readClusterObjects } from '../cluster/read-cluster-objects';
import { BgpPeersOfCluster } from './flows/bgp-peers-of-cluster';
import type { LeadingParts } from './optional-keepers';
import { conditionsOf, endedAs, peerListOf, policyReportOf, toldFlowsOf } from './optional-keepers';
import { ClusterDetection } from './profile/cluster-detection';
import { createPolicyApi } from './profile/policy-api';
import { PolicyKeeper } from './profile/policy-keeper';
import { createClusterReportApi } from './report/cluster-report-api';
import { Collection } from './report/collection';
import { FollowedObjects } from './report/follow-collection';
import { nodesOfPage, readNode } from './report/known-node';
import { ReportKeeper } from './report/report-keeper';
import { ReportReader } from './report/report-summary';

/** What only one controller of a cluster does: keeps the policy's status, the ClusterReport and the list of peers, and tells others, until the signal aborts. */
export async function leadCluster(parts: LeadingParts): Promise<void> {
  const { client, log, metrics } = parts;
  const changed = (): void => {
    report.changed();
    conditions?.changed();
  };
  const nodes = new FollowedObjects({
    ...parts,
    kind: 'Nodes',
    collection: new Collection(client, { path: '/api/v1/nodes', pageSize: nodesOfPage }),
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
  const fleet = { nodes, reports };
  const report: ReportKeeper = new ReportKeeper({
    ...parts,
    ...fleet,
    api: createClusterReportApi(client),
    flows: (now) => flows.at(now),
    written: (written) => {
      policyReport?.take(written);
    },
    summedUp: (summary, now) => {
      metrics.takeFleet(summary, now);
    },
    ended: endedAs(parts, 'report'),
  });
  let profile: ClusterProfile | undefined;
  const bgpPeers = new BgpPeersOfCluster({ read: () => readBgpPeerList(client), log });
  const flows = toldFlowsOf(parts, fleet, () => ({ profile, objects: detection.objects }), bgpPeers);
  const detection = new ClusterDetection({ read: () => readClusterObjects(client), log });
  const policy = new PolicyKeeper({
    ...parts,
    api: createPolicyApi(client),
    detection,
    statusKnown: (status, { spec }) => {
      profile = status.profile;
      report.takeWaivers(spec?.waivers);
      conditions?.takeWaivers(spec?.waivers);
      report.takeProfile(profile);
      peerList?.takeProfile(profile);
      metrics.takePolicy(status);
    },
    ended: endedAs(parts, 'profile'),
  });
  const conditions = conditionsOf(parts, fleet);
  const policyReport = policyReportOf(parts);
  const peerList = peerListOf(parts, fleet, () => detection.objects, bgpPeers);
  const keepers = [nodes, reports, policy, report, conditions, policyReport, peerList];
  await Promise.all(keepers.map((keeper) => keeper?.run()));
}
