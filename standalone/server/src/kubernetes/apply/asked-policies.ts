/** A policy of the cluster in the hands of several managers; `uid` is that of the object as it is now. */
export interface PolicyApi {
  readonly uid: () => string;
  /** By server-side apply with strict validation; '' is no manager. */
  readonly apply: (
    manager: string,
    object: object,
    dryRun?: 'dry run',
  ) => Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  /** As `oc edit` does, by a merge patch. */
  readonly edit: (nodeDisruptionPolicy: object | null) => Promise<unknown>;
  readonly specNow: () => Promise<unknown>;
  readonly remove: () => Promise<unknown>;
}

export const machineConfigurations = '/apis/operator.openshift.io/v1/machineconfigurations';

export const machineConfiguration = (metadata: object, spec?: object): object => ({
  apiVersion: 'operator.openshift.io/v1',
  kind: 'MachineConfiguration',
  metadata: { name: 'cluster', ...metadata },
  ...(spec !== undefined && { spec }),
});

/** What the operator's object is before each case. */
export const unmanagedPolicies = machineConfiguration({}, { managementState: 'Managed' });

const reload = (serviceName: string) => [{ type: 'Reload', reload: { serviceName } }];
export const none = [{ type: 'None' }];
export const a = { path: '/a', actions: reload('a.service') };
export const b = { path: '/b', actions: reload('b.service') };
/** A specification with these policies for files. */
export const files = (...entries: object[]) => ({ nodeDisruptionPolicy: { files: entries } });
