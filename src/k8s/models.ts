import { apiGroup, apiVersion } from '@calico-readiness/requirements';
import type { GroupVersionKind, K8sResourceCommon } from '../console/watch-list';

/** A kind as the API serves it; `plural` is its name in a URL. */
export interface ResourceKind extends GroupVersionKind {
  readonly plural: string;
}

export const nodeReportKind: ResourceKind = {
  group: apiGroup,
  version: apiVersion,
  kind: 'NodeReport',
  plural: 'nodereports',
};
export const clusterReportKind: ResourceKind = {
  group: apiGroup,
  version: apiVersion,
  kind: 'ClusterReport',
  plural: 'clusterreports',
};
export const readinessPolicyKind: ResourceKind = {
  group: apiGroup,
  version: apiVersion,
  kind: 'ReadinessPolicy',
  plural: 'readinesspolicies',
};
export const nodeKind: ResourceKind = { version: 'v1', kind: 'Node', plural: 'nodes' };
export const machineConfigPoolKind: ResourceKind = {
  group: 'machineconfiguration.openshift.io',
  version: 'v1',
  kind: 'MachineConfigPool',
  plural: 'machineconfigpools',
};

export const machineConfigKind: ResourceKind = {
  group: 'machineconfiguration.openshift.io',
  version: 'v1',
  kind: 'MachineConfig',
  plural: 'machineconfigs',
};
/** Node disruption policies among other things; one object, named `cluster`. */
export const machineConfigurationKind: ResourceKind = {
  group: 'operator.openshift.io',
  version: 'v1',
  kind: 'MachineConfiguration',
  plural: 'machineconfigurations',
};
export const infrastructureKind: ResourceKind = {
  group: 'config.openshift.io',
  version: 'v1',
  kind: 'Infrastructure',
  plural: 'infrastructures',
};

/** Where the console's proxy serves all objects of a kind. */
export const listUrl = ({ group, version, plural }: ResourceKind): string =>
  group === undefined
    ? `/api/kubernetes/api/${version}/${plural}`
    : `/api/kubernetes/apis/${group}/${version}/${plural}`;

/** Where the console's proxy serves one object of a cluster-scoped kind. */
export const objectUrl = (kind: ResourceKind, name: string): string => `${listUrl(kind)}/${encodeURIComponent(name)}`;

/** What we read of the ReadinessPolicy; what is in its specification is untrusted. */
export interface ReadinessPolicyObject extends K8sResourceCommon {
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** What we read of a Node. */
export interface NodeObject extends K8sResourceCommon {
  readonly status?: {
    readonly nodeInfo?: { readonly osImage?: string; readonly architecture?: string; readonly kernelVersion?: string };
  };
}

export interface LabelRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelRequirement[];
}

/** A condition of a MachineConfigPool; `lastTransitionTime` is RFC 3339. */
export interface PoolCondition {
  readonly type?: string;
  readonly status?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
}

/** A rendered MachineConfig, and the ones that it was made of. */
export interface PoolConfiguration {
  readonly name?: string;
  readonly source?: readonly { readonly name?: string }[];
}

/** What we read of a MachineConfigPool. */
export interface MachineConfigPoolObject extends K8sResourceCommon {
  readonly spec?: {
    readonly nodeSelector?: LabelSelector;
    readonly machineConfigSelector?: LabelSelector;
    readonly paused?: boolean;
    /** What the nodes shall have. */
    readonly configuration?: PoolConfiguration;
  };
  readonly status?: {
    /** What all nodes had when the pool was updated last. */
    readonly configuration?: PoolConfiguration;
    readonly observedGeneration?: number;
    readonly conditions?: readonly PoolCondition[];
    readonly machineCount?: number;
    readonly updatedMachineCount?: number;
    readonly degradedMachineCount?: number;
  };
}
