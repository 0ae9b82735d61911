/** A list that is a map (x-kubernetes-list-type); each entry has its key and one other field. */
export interface MapList {
  /** The field of `spec` that has the list, and its name there. */
  readonly parent: string;
  readonly name: string;
  readonly key: string;
  readonly field: string;
}

/** The fields of `spec` of OpenShift's MachineConfiguration (openshift/api, operator/v1/types_machineconfiguration.go). */
export const machineConfigurationFields = [
  'failedRevisionLimit',
  'forceRedeploymentReason',
  'logLevel',
  'managedBootImages',
  'managementState',
  'nodeDisruptionPolicy',
  'observedConfig',
  'operatorLogLevel',
  'succeededRevisionLimit',
  'unsupportedConfigOverrides',
] as const;

/** Those of its lists that are maps there. */
export const machineConfigurationLists: readonly MapList[] = [
  { parent: 'nodeDisruptionPolicy', name: 'files', key: 'path', field: 'actions' },
  { parent: 'nodeDisruptionPolicy', name: 'units', key: 'name', field: 'actions' },
];
