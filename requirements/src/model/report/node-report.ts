import type { NodeVerdict, Summary, Verdict } from '../finding';
import type { ClusterProfile } from '../cluster-profile';
import type { ReportedFacts } from './reported-facts';

/** API group and version of our custom resources. */
export const apiGroup = 'calicoreadiness.io';
export const apiVersion = 'v1alpha1';

/** A finding as the report carries it. `requirement` and `reason` are open strings here: another catalogue may have written them. */
export interface ReportedFinding {
  /** @maxLength 63 @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ */
  readonly requirement: string;
  readonly verdict: Verdict;
  /** @maxLength 63 @pattern ^[A-Z][A-Za-z0-9]*$ */
  readonly reason: string;
  /** @maxLength 256 */
  readonly observed?: string;
  /** When this verdict with this reason was first seen. @format date-time */
  readonly since?: string;
}

/** A condition as Kubernetes knows it (metav1.Condition). */
export interface Condition {
  readonly type: 'Ready' | 'ConnectivityVerified' | 'Reporting';
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
  /** @format date-time */
  readonly lastTransitionTime: string;
  readonly observedGeneration?: number;
}

export interface NodeReportStatus {
  /** uid of the Node object; a report with another uid belongs to an earlier node of the same name. */
  readonly nodeUID?: string;
  readonly bootID?: string;
  readonly agentVersion: string;
  readonly catalogueVersion: string;
  readonly calicoVersion: string;
  /** @format date-time */
  readonly observedAt: string;
  /** @minimum 10 @maximum 86400 */
  readonly reportIntervalSeconds: number;
  readonly verdict: NodeVerdict;
  readonly summary: Summary;
  readonly profile: ClusterProfile;
  /** Of the requirements that apply, in catalogue order. @maxItems 128 */
  readonly findings: readonly ReportedFinding[];
  /**
   * Ids of the requirements that do not apply under the profile, in catalogue order. Reports of earlier agents have
   * findings with the verdict NotApplicable instead.
   */
  readonly notApplicable?: readonly string[];
  readonly facts: ReportedFacts;
  /** @maxItems 8 */
  readonly conditions: readonly Condition[];
}

export interface NodeReportSpec {
  /** Setting it makes the agent observe again at once; done when `status.observedAt` is later. @format date-time */
  readonly recheckRequestedAt?: string;
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
