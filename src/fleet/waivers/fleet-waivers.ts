import { ActiveWaivers, readWaivers } from '@calico-readiness/requirements';
import type { ReadWaivers } from '@calico-readiness/requirements';
import type { LoadProblem } from '../../k8s/load-problem';
import type { ReadinessPolicyObject } from '../../k8s/models';

/** The waivers of the cluster's policy, as far as the user may see them. */
export interface FleetWaivers {
  /** The policy as the API gives it; undefined where there is none, or none that can be read. */
  readonly policy: ReadinessPolicyObject | undefined;
  /** Why the policy cannot be read; then what it waives counts as if it were not waived. */
  readonly problem: LoadProblem | null;
  readonly read: ReadWaivers;
  /** Those that have not ended. Another object whenever one ends or the policy has others. */
  readonly active: ActiveWaivers;
}

export const noWaivers: FleetWaivers = {
  policy: undefined,
  problem: null,
  read: readWaivers(undefined),
  active: new ActiveWaivers([], 0),
};
