import type { ClusterObjects, ClusterProfile } from '@calico-readiness/requirements';
import type { ApiClient } from '../cluster/api-client';
import type { BgpPeersOfCluster } from './flows/bgp-peers-of-cluster';
import type { PeerListPlace } from './flows/peer-list-api';
import { createStoredObjectApi } from './flows/peer-list-api';
import { PeerListKeeper } from './flows/peer-list-keeper';
import { fleetFlows } from './flows/fleet-flows';
import { ToldFlows } from './flows/told-flows';
import type { ControllerMetrics, Reconciled } from './metrics/controller-metrics';
import { createNodeConditionApi } from './node-condition/node-condition-api';
import { NodeConditions } from './node-condition/node-conditions';
import { createPolicyReportApi } from './policy-report/policy-report-api';
import { PolicyReportKeeper } from './policy-report/policy-report-keeper';
import type { PolicyKeeperParts } from './profile/policy-keeper';
import type { FollowedObjects } from './report/follow-collection';
import type { KnownNode } from './report/known-node';
import type { ReportSummary } from './report/report-summary';

/** What leading takes. */
export type LeadingParts = Pick<PolicyKeeperParts, 'detectIntervalSeconds' | 'during' | 'log' | 'random' | 'signal'> & {
  readonly client: ApiClient;
  readonly metrics: ControllerMetrics;
  readonly told: ToldOthers;
  /** Where the list of peers is kept; nowhere where it is undefined. */
  readonly peerList: PeerListPlace | undefined;
};

/** Whom the controller tells beside those who read our own objects. */
export interface ToldOthers {
  /** Whether every Node gets the condition CalicoReady. */
  readonly nodeCondition?: boolean;
  /** Whether the cluster's report is also written as a report of OpenReports or of the policy working group. */
  readonly policyReport?: boolean;
}

/** All Nodes and NodeReports, as far as they are known. */
export interface FollowedFleet {
  readonly nodes: FollowedObjects<KnownNode>;
  readonly reports: FollowedObjects<ReportSummary>;
}

/** Counts the ends of attempts at one thing. */
export const endedAs =
  ({ metrics }: LeadingParts, what: Reconciled) =>
  (outcome: 'success' | 'failure'): void => {
    metrics.ended(what, outcome);
  };

/** Writes the cluster's report for other tools; undefined where nobody asked for it. */
export const policyReportOf = (parts: LeadingParts): PolicyReportKeeper | undefined =>
  parts.told.policyReport === true
    ? new PolicyReportKeeper({
        ...parts,
        api: createPolicyReportApi(parts.client),
        ended: endedAs(parts, 'policyReport'),
      })
    : undefined;

/** Sets a condition of every Node; undefined where nobody asked for it. */
export const conditionsOf = (parts: LeadingParts, fleet: FollowedFleet): NodeConditions | undefined =>
  parts.told.nodeCondition === true
    ? new NodeConditions({
        ...parts,
        ...fleet,
        api: createNodeConditionApi(parts.client),
        ended: endedAs(parts, 'nodeCondition'),
      })
    : undefined;

/** Keeps the list of peers; undefined where nobody asked for it. */
export function peerListOf(
  parts: LeadingParts,
  fleet: FollowedFleet,
  objects: () => ClusterObjects | undefined,
  bgpPeers: BgpPeersOfCluster,
): PeerListKeeper | undefined {
  const { client, peerList } = parts;
  if (peerList === undefined) return undefined;
  return new PeerListKeeper({
    ...parts,
    ...peerList,
    ...fleet,
    configMaps: createStoredObjectApi(client, peerList.namespace, 'ConfigMap'),
    secrets: createStoredObjectApi(client, peerList.namespace, 'Secret'),
    objects,
    bgpPeers,
    ended: endedAs(parts, 'peerList'),
  });
}

/** What is told of the flows between nodes, and counted, once the profile and the cluster's objects are known. */
export function toldFlowsOf(
  { metrics }: LeadingParts,
  { nodes, reports }: FollowedFleet,
  known: () => { readonly profile: ClusterProfile | undefined; readonly objects: ClusterObjects | undefined },
  bgpPeers: BgpPeersOfCluster,
): ToldFlows {
  return new ToldFlows({
    look: (now) => {
      const { profile, objects } = known();
      if (profile === undefined || objects === undefined) return undefined;
      return fleetFlows(
        { nodes: nodes.byName, reports: reports.byName, profile, objects, bgpPeers: bgpPeers.list },
        now,
      );
    },
    looked: (flows) => {
      metrics.takeFlows(flows?.failingPairs ?? new Map());
    },
  });
}
