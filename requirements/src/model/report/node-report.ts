import type { NodeVerdict, Summary } from '../finding';
import type { ClusterProfile } from '../cluster-profile';
import type { AnsweredFlowTest, RequestedFlowTest } from '../traffic/requested-flow-test';
import type { ReportedFacts } from './reported-facts';
import type { ReportedFinding } from './reported-finding';

/** API group and version of our custom resources. */
export const apiGroup = 'calicoreadiness.io';
export const apiVersion = 'v1alpha1';

/** A condition as Kubernetes knows it (metav1.Condition). */
export interface Condition {
  /** What it speaks of: the requirements, the flows between nodes, or the agent itself. */
  readonly type: 'Ready' | 'ConnectivityVerified' | 'Reporting';
  /** Whether it holds. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** Why it holds or not, as one CamelCase word. */
  readonly reason: string;
  /** The same for a person. */
  readonly message: string;
  /** When its status last changed. @format date-time */
  readonly lastTransitionTime: string;
  /** Generation of the report's spec that it is about, where that matters. */
  readonly observedGeneration?: number;
}

/** What the agent found. Nobody else writes it, and each write replaces all of it. */
export interface NodeReportStatus {
  /** The uid of the Node object; a report with another uid belongs to an earlier node of the same name. */
  readonly nodeUID?: string;
  /** The boot that was observed (/proc/sys/kernel/random/boot_id). */
  readonly bootID?: string;
  /** Version of the agent that wrote this. */
  readonly agentVersion: string;
  /** When the agent's process began: whoever tests a flow to this node knows since when it could answer. @format date-time */
  readonly agentStartedAt?: string;
  /** Version of the catalogue that judged: ids, reasons and their meaning belong to it. */
  readonly catalogueVersion: string;
  /** The Calico release whose requirements were judged; `profile` says who named it. */
  readonly calicoVersion: string;
  /** When the agent last looked at the node. @format date-time */
  readonly observedAt: string;
  /** How often the agent writes a report that says nothing new; much later than that a report is stale. @minimum 10 @maximum 86400 */
  readonly reportIntervalSeconds: number;
  /** Ready when every required requirement of the node itself is met, NotReady when one is not, else Unknown. */
  readonly verdict: NodeVerdict;
  readonly summary: Summary;
  /** What is wrong with the node, as a sentence of the first requirement in catalogue order that is not met. Left out where none fails. */
  readonly worst?: string;
  /** The Calico configuration that was judged by, with the origin of each field. */
  readonly profile: ClusterProfile;
  /** One finding for each requirement that applies, in catalogue order. @maxItems 128 */
  readonly findings: readonly ReportedFinding[];
  /**
   * Ids of the requirements that do not apply under the profile, in catalogue order. Reports of earlier agents have
   * findings with the verdict NotApplicable instead.
   */
  readonly notApplicable?: readonly string[];
  readonly facts: ReportedFacts;
  /** What became of `spec.flowTest`. Left out where nobody asked lately. */
  readonly flowTest?: AnsweredFlowTest;
  /** The node's state for programs that know Kubernetes' conditions. @maxItems 8 */
  readonly conditions: readonly Condition[];
  /**
   * All findings in one line, for programs that list many nodes: a printer column shows it, and a table of reports
   * carries nothing else. Left out where a line can't carry the report.
   */
  readonly compact?: string;
}

/** What people ask of the node's agent. */
export interface NodeReportSpec {
  /** Setting it makes the agent observe again at once; done when `status.observedAt` is later. @format date-time */
  readonly recheckRequestedAt?: string;
  /** Setting it makes the agent test the flows to these peers at once; `status.flowTest` answers. */
  readonly flowTest?: RequestedFlowTest;
}

/** All findings of one node; cluster-scoped, named like the node, owned by it, written by its agent alone. */
export interface NodeReport {
  readonly apiVersion: `${typeof apiGroup}/${typeof apiVersion}`;
  readonly kind: 'NodeReport';
  readonly metadata: {
    readonly name: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly {
      readonly apiVersion: string;
      readonly kind: string;
      readonly name: string;
      readonly uid: string;
    }[];
  };
  readonly spec?: NodeReportSpec;
  readonly status?: NodeReportStatus;
}

/** Seconds after which a report is stale: 2.5 intervals and a minute, so that one lost heartbeat is no alarm. */
export const staleAfterSeconds = (reportIntervalSeconds: number): number => 2.5 * reportIntervalSeconds + 60;
