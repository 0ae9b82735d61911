import type { CalicoPorts, ProfileValues } from './profile-values';
import type { apiGroup, apiVersion } from './report/node-report';

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
}

/** What the administrator declares for the whole cluster; cluster-scoped, a singleton of the name `cluster`. */
export interface ReadinessPolicy {
  readonly apiVersion: `${typeof apiGroup}/${typeof apiVersion}`;
  readonly kind: 'ReadinessPolicy';
  readonly metadata: {
    readonly name: typeof readinessPolicyName;
    readonly uid?: string;
    readonly resourceVersion?: string;
  };
  readonly spec?: ReadinessPolicySpec;
}
