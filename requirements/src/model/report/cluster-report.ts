import type { ClusterProfile } from '../cluster-profile';
import type { NodeVerdict, Verdict } from '../finding';
import type { ConnectivityCounts, NodeCounts, RequirementCounts } from './cluster-counts';
import type { apiGroup, apiVersion } from './node-report';
import type { ReportedFlows } from './reported-flows';
import type { ReportedWaiver } from './reported-waiver';

/** The name of the one ClusterReport of a cluster. */
export const clusterReportName = 'cluster';

/** How a cause bears on readiness, in the order in which causes are listed. */
export const bearings = ['blocks', 'undecided', 'does-not-block'] as const;
export type Bearing = (typeof bearings)[number];

/** Most causes that a ClusterReport lists, and most nodes that it names of one. */
export const clusterReportLimits = { causes: 32, nodeNames: 10, requirements: 64, reasons: 8 } as const;

/** The same requirement failing for the same reason on a set of nodes, or several that one root keeps from being met. */
export interface ReportedCause {
  /** Id of the root, where several requirements fail for one reason. @maxLength 63 @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ */
  readonly root?: string;
  /** Id of the requirement; with a root, of the first that it explains. @maxLength 63 @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ */
  readonly requirement: string;
  /** Why it is not met, as one CamelCase word. @maxLength 63 @pattern ^[A-Z][A-Za-z0-9]*$ */
  readonly reason: string;
  /** Ids of all that the cause keeps from being met on some node. @maxItems 64 */
  readonly requirements: readonly string[];
  /** Every reason that it gives. @maxItems 8 */
  readonly reasons: readonly string[];
  /** The verdict on the nodes. */
  readonly verdict: Verdict;
  /** Whether it keeps nodes from being ready, may do so, or does not. */
  readonly bearing: Bearing;
  /** How many nodes it is on, without those on which all of it is waived. */
  readonly nodes: number;
  /** How many nodes it is on where all of it is waived; left out where there is none. */
  readonly waived?: number;
  /** The first of them, by name. @maxItems 10 */
  readonly nodeNames: readonly string[];
}

/** Verdict and reason for one requirement on the cluster as a whole. */
export interface ClusterFinding {
  /** Id of the requirement. @maxLength 63 @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ */
  readonly requirement: string;
  /** Whether the cluster meets it; Unknown without evidence. */
  readonly verdict: Verdict;
  /** Why, as one CamelCase word out of the requirement's own. @maxLength 63 @pattern ^[A-Z][A-Za-z0-9]*$ */
  readonly reason: string;
  /** What was seen, short. @maxLength 256 */
  readonly observed?: string;
}

/** A condition of the cluster's report as Kubernetes knows it (metav1.Condition). */
export interface ClusterCondition {
  /** What it speaks of: whether every node meets the requirements. */
  readonly type: 'Ready';
  /** Whether it holds. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** Why it holds or not, as one CamelCase word. @maxLength 63 @pattern ^[A-Z][A-Za-z0-9]*$ */
  readonly reason: string;
  /** The same for a person. @maxLength 512 */
  readonly message: string;
  /** When its status last changed. @format date-time */
  readonly lastTransitionTime: string;
}

/** What the reports of all nodes say together. Only the controller writes it, and each write replaces all of it. */
export interface ClusterReportStatus {
  /** When the reports were last summed up. @format date-time */
  readonly observedAt: string;
  /** How often it is written when it says nothing new; much later than that it is stale. @minimum 10 @maximum 86400 */
  readonly reportIntervalSeconds: number;
  /** Version of the controller that wrote this. @maxLength 64 */
  readonly controllerVersion: string;
  /** Version of the catalogue that it knows: ids and reasons of requirements belong to it. @maxLength 64 */
  readonly catalogueVersion: string;
  /** Ready when every node is, NotReady when one is not, else Unknown. */
  readonly verdict: NodeVerdict;
  readonly nodes: NodeCounts;
  readonly connectivity: ConnectivityCounts;
  /** The Calico configuration that nodes are judged by; left out until the controller knows it. */
  readonly profile?: ClusterProfile;
  /** Requirements by how many nodes meet them, in catalogue order. @maxItems 128 */
  readonly requirements: readonly RequirementCounts[];
  /** What keeps nodes from being ready: blocking causes first, then Unknown ones, each with most nodes first. @maxItems 32 */
  readonly causes: readonly ReportedCause[];
  /** How many causes there are; more than are listed where there are too many. */
  readonly causesTotal: number;
  /** The waivers of the policy, in its order; left out where there is none. @maxItems 65 */
  readonly waivers?: readonly ReportedWaiver[];
  /** The flows between nodes; left out until agents have tested some. */
  readonly flows?: ReportedFlows;
  /** Findings about the cluster as a whole. @maxItems 16 */
  readonly findings: readonly ClusterFinding[];
  /** The cluster's state for programs that know Kubernetes' conditions. @maxItems 4 */
  readonly conditions: readonly ClusterCondition[];
}

/** What all nodes' reports say together; cluster-scoped, a singleton of the name `cluster`, written by the controller alone. */
export interface ClusterReport {
  readonly apiVersion: `${typeof apiGroup}/${typeof apiVersion}`;
  readonly kind: 'ClusterReport';
  readonly metadata: {
    readonly name: typeof clusterReportName;
    readonly uid?: string;
    readonly resourceVersion?: string;
  };
  readonly status?: ClusterReportStatus;
}
