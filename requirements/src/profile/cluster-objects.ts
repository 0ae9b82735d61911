/**
 * One read of the cluster's API, and how it ended. The object is what the API answered: untrusted JSON.
 *
 * - `found`: the object, or the list
 * - `absent`: the API said that there is none (404), or that it does not know the kind: not installed
 * - `unreadable`: it may exist, but nobody could look (forbidden, timeout); `reason` in a few words
 */
export type ClusterObject =
  | { readonly status: 'found'; readonly object: unknown }
  | { readonly status: 'absent' }
  | { readonly status: 'unreadable'; readonly reason: string };

/** The API answered with this object or list. */
export const foundObject = (object: unknown): ClusterObject => ({ status: 'found', object });

/** There is no such object, or no such kind. */
export const absentObject: ClusterObject = { status: 'absent' };

/** The object could not be read, e.g. `unreadableObject('forbidden')`. */
export const unreadableObject = (reason: string): ClusterObject => ({ status: 'unreadable', reason });

/** The objects that tell how Calico is, or will be, configured. */
export interface ClusterObjects {
  /** Installation `default`, operator.tigera.io/v1. */
  readonly installation: ClusterObject;
  /** The list of all IPPools, crd.projectcalico.org/v1 or projectcalico.org/v3. */
  readonly ipPools: ClusterObject;
  /** The list of all FelixConfigurations (`default`, `node.<name>`), crd.projectcalico.org/v1 or projectcalico.org/v3. */
  readonly felixConfigurations: ClusterObject;
  /** BGPConfiguration `default`, crd.projectcalico.org/v1 or projectcalico.org/v3. */
  readonly bgpConfiguration: ClusterObject;
  /** The list of all BGPConfigurations (`default`, `node.<name>`), for what single nodes set. */
  readonly bgpConfigurations: ClusterObject;
  /** ClusterInformation `default`, crd.projectcalico.org/v1 or projectcalico.org/v3. */
  readonly clusterInformation: ClusterObject;
  /** Network `cluster`, config.openshift.io/v1. */
  readonly networkConfig: ClusterObject;
  /** Network `cluster`, operator.openshift.io/v1. */
  readonly networkOperator: ClusterObject;
  /** ConfigMap `proxy-config` of the namespace `openshift-kube-proxy`. */
  readonly kubeProxyConfig: ClusterObject;
}

/** What a cluster without OpenShift and without Calico shows. */
export const noClusterObjects: ClusterObjects = {
  installation: absentObject,
  ipPools: absentObject,
  felixConfigurations: absentObject,
  bgpConfiguration: absentObject,
  bgpConfigurations: absentObject,
  clusterInformation: absentObject,
  networkConfig: absentObject,
  networkOperator: absentObject,
  kubeProxyConfig: absentObject,
};
