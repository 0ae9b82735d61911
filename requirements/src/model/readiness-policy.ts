import type { ClusterProfile } from './cluster-profile';
import type { CalicoPorts, ProfileValues } from './profile-values';
import type { apiGroup, apiVersion } from './report/node-report';
import type { Waiver } from './waiver';

/** The name of the one ReadinessPolicy of a cluster. */
export const readinessPolicyName = 'cluster';

/** What is declared; everything may be left out. */
export interface ReadinessPolicySpec {
  /** The Calico configuration as the administrator declares it; a field or port left out is detected or defaulted. */
  readonly profile?: Partial<Omit<ProfileValues, 'ports'>> & {
    /** Ports that are not Calico's own, and that of kube-apiserver; each of the same protocol is another. */ readonly ports?: Partial<CalicoPorts>;
  };
  /** How often an agent writes a report that says nothing new. @minimum 10 @maximum 86400 */
  readonly reportIntervalSeconds?: number;
  /** Setting it makes every agent observe again within a minute. @format date-time */
  readonly recheckRequestedAt?: string;
  /** Whether agents test the flows between nodes by traffic of their own; they do where it is left out. */
  readonly testFlows?: boolean;
  /** Requirements that some nodes may go without for a time. Whoever reads reports counts what they cover apart. @maxItems 64 */
  readonly waivers?: readonly Waiver[];
}

/** What the types of a policy's conditions are. */
export const policyConditionTypes = ['Accepted', 'Detected', 'WaiversValid'] as const;

/** A condition of the policy as Kubernetes knows it (metav1.Condition). */
export interface PolicyCondition {
  /** What it speaks of: whether agents can use what is declared, whether the cluster's objects could be read, or whether every waiver holds. */
  readonly type: (typeof policyConditionTypes)[number];
  /** Whether it holds. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** Why it holds or not, as one CamelCase word. @maxLength 63 @pattern ^[A-Z][A-Za-z0-9]*$ */
  readonly reason: string;
  /** The same for a person. @maxLength 1024 */
  readonly message: string;
  /** When its status last changed. @format date-time */
  readonly lastTransitionTime: string;
  /** Generation of the policy that it is about. */
  readonly observedGeneration?: number;
}

/** What Calico's own settings for one node change of the cluster's profile (FelixConfiguration `node.<name>`). */
export interface NodeProfile {
  /** Name of the Node. @maxLength 253 @pattern ^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$ */
  readonly node: string;
  /** The fields that differ on this node, as they hold there. */
  readonly profile: Partial<ClusterProfile>;
}

/** Most nodes with a profile of their own that a policy lists. */
export const mostNodeProfiles = 64;

/** What the controller makes of the policy and of the cluster's objects. Nobody else writes it. */
export interface ReadinessPolicyStatus {
  /** Generation of the policy that `profile` was made of; an older one lacks what was declared since. */
  readonly observedGeneration: number;
  /** The Calico configuration that nodes are judged by: declared over detected over defaulted. */
  readonly profile: ClusterProfile;
  /** Nodes on which Calico's own settings differ from it, by name. @maxItems 64 */
  readonly nodeProfiles?: readonly NodeProfile[];
  /** What is wrong with the policy, and what could not be read, for people and for programs that know conditions. @maxItems 4 */
  readonly conditions: readonly PolicyCondition[];
}

/** What the administrator declares for the whole cluster; cluster-scoped, a singleton of the name `cluster`. */
export interface ReadinessPolicy {
  readonly apiVersion: `${typeof apiGroup}/${typeof apiVersion}`;
  readonly kind: 'ReadinessPolicy';
  readonly metadata: {
    readonly name: typeof readinessPolicyName;
    readonly uid?: string;
    readonly resourceVersion?: string;
    /** Counts the changes of `spec`. */
    readonly generation?: number;
  };
  readonly spec?: ReadinessPolicySpec;
  readonly status?: ReadinessPolicyStatus;
}
