import type { K8sResourceCommon } from '../../console/watch-list';

/** The condition of a Node that the controller writes where it is asked to; without it nothing is said of the node. */
const conditionType = 'CalicoReady';

/** A Node as far as the console's list hands it over; every value is untrusted. */
export interface ListedNode extends K8sResourceCommon {
  readonly status?: { readonly conditions?: unknown };
}

export interface ReadinessCondition {
  readonly status: 'True' | 'False' | 'Unknown';
  /** The controller's own words; untrusted. */
  readonly message: string;
}

/** What the Node itself says; undefined for one without the condition, or with a status that Kubernetes does not know. */
export function readinessCondition({ status }: ListedNode): ReadinessCondition | undefined {
  const conditions: unknown = status?.conditions;
  if (!Array.isArray(conditions)) return undefined;
  for (const condition of conditions as readonly unknown[]) {
    if (typeof condition !== 'object' || condition === null) continue;
    const { type, status: value, message } = condition as Record<string, unknown>;
    if (type !== conditionType) continue;
    if (value !== 'True' && value !== 'False' && value !== 'Unknown') return undefined;
    return { status: value, message: typeof message === 'string' ? message : '' };
  }
  return undefined;
}
