import { machineConfigurationFields, machineConfigurationLists, type MapList } from './map-list';

/** One kind of object that the embedded API serves. */
export interface ResourceType {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly hasStatus: boolean;
  /** The fields of `spec` in the schema of the custom resource; where they are given, others are dropped or refused. */
  readonly specFields?: readonly string[];
  /** Lists of `spec` whose entries are merged by a key in a server-side apply; the only ones whose managers are kept. */
  readonly mapLists?: readonly MapList[];
}

const clusterScoped = (
  group: string,
  version: string,
  plural: string,
  kind: string,
  hasStatus: boolean,
): ResourceType => ({
  group,
  version,
  plural,
  kind,
  namespaced: false,
  hasStatus,
});

export const nodeType = clusterScoped('', 'v1', 'nodes', 'Node', true);
const namespaceType = clusterScoped('', 'v1', 'namespaces', 'Namespace', true);
const customResourceDefinitionType = clusterScoped(
  'apiextensions.k8s.io',
  'v1',
  'customresourcedefinitions',
  'CustomResourceDefinition',
  true,
);
export const nodeReportType = clusterScoped('calicoreadiness.io', 'v1alpha1', 'nodereports', 'NodeReport', true);
export const clusterReportType = clusterScoped(
  'calicoreadiness.io',
  'v1alpha1',
  'clusterreports',
  'ClusterReport',
  true,
);
export const readinessPolicyType = clusterScoped(
  'calicoreadiness.io',
  'v1alpha1',
  'readinesspolicies',
  'ReadinessPolicy',
  true,
);
export const machineConfigType: ResourceType = {
  ...clusterScoped('machineconfiguration.openshift.io', 'v1', 'machineconfigs', 'MachineConfig', false),
  specFields: [
    'baseOSExtensionsContainerImage',
    'config',
    'extensions',
    'fips',
    'kernelArguments',
    'kernelType',
    'osImageURL',
  ],
};
export const infrastructureType = clusterScoped('config.openshift.io', 'v1', 'infrastructures', 'Infrastructure', true);
export const machineConfigPoolType = clusterScoped(
  'machineconfiguration.openshift.io',
  'v1',
  'machineconfigpools',
  'MachineConfigPool',
  true,
);

export const machineConfigurationType: ResourceType = {
  ...clusterScoped('operator.openshift.io', 'v1', 'machineconfigurations', 'MachineConfiguration', true),
  specFields: machineConfigurationFields,
  mapLists: machineConfigurationLists,
};

/** What every back end serves: a plain Kubernetes with our custom resources. */
export const plainKubernetesTypes: readonly ResourceType[] = [
  nodeType,
  namespaceType,
  customResourceDefinitionType,
  nodeReportType,
  clusterReportType,
  readinessPolicyType,
];

/** What OpenShift has beyond it, as far as the console pages ask for it. */
export const openShiftTypes: readonly ResourceType[] = [
  machineConfigType,
  machineConfigPoolType,
  machineConfigurationType,
  infrastructureType,
];

/** `v1` or `apps/v1`. */
export const apiVersionOf = ({ group, version }: Pick<ResourceType, 'group' | 'version'>): string =>
  group === '' ? version : `${group}/${version}`;
