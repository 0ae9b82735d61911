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
export const nodeKind: ResourceKind = { version: 'v1', kind: 'Node', plural: 'nodes' };
export const machineConfigPoolKind: ResourceKind = {
  group: 'machineconfiguration.openshift.io',
  version: 'v1',
  kind: 'MachineConfigPool',
  plural: 'machineconfigpools',
};

/** Where the console's proxy serves all objects of a kind. */
export const listUrl = ({ group, version, plural }: ResourceKind): string =>
  group === undefined
    ? `/api/kubernetes/api/${version}/${plural}`
    : `/api/kubernetes/apis/${group}/${version}/${plural}`;

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

/** What we read of a MachineConfigPool. */
export interface MachineConfigPoolObject extends K8sResourceCommon {
  readonly spec?: {
    readonly nodeSelector?: LabelSelector;
    readonly machineConfigSelector?: LabelSelector;
    readonly paused?: boolean;
  };
  readonly status?: {
    readonly machineCount?: number;
    readonly updatedMachineCount?: number;
    readonly degradedMachineCount?: number;
  };
}
