import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';

/** What every object of the API has, as the console's watch gives it. */
export type { K8sResourceCommon };

export interface GroupVersionKind {
  readonly group?: string;
  readonly version: string;
  readonly kind: string;
}

export interface WatchedList<T> {
  readonly items: readonly T[];
  /** Says only that the first page of 250 has arrived. */
  readonly loaded: boolean;
  readonly error: unknown;
}

export interface ListSelection {
  readonly fieldSelector?: string;
  /** Only objects with this label, whatever its value. */
  readonly label?: string;
}

const nothing: readonly never[] = [];

/**
 * All objects of one cluster-scoped kind, kept up to date. `null` stops the watch, and coming back from `null`
 * lists everything anew. Objects that did not change keep their identity from one render to the next.
 */
export function useWatchList<T extends K8sResourceCommon>(
  groupVersionKind: GroupVersionKind | null,
  { label, ...selection }: ListSelection = {},
): WatchedList<T> {
  const [items, loaded, error] = useK8sWatchResource<T[]>(
    groupVersionKind === null
      ? null
      : {
          groupVersionKind,
          isList: true,
          namespaced: false,
          ...selection,
          ...(label !== undefined && { selector: { matchExpressions: [{ key: label, operator: 'Exists' }] } }),
        },
  );
  return {
    items: Array.isArray(items) ? items : nothing,
    loaded: groupVersionKind !== null && loaded,
    // The console's store says '' when there is no error.
    error: error === '' ? undefined : (error as unknown),
  };
}
