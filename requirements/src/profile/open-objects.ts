import type { ClusterObject, ClusterObjects } from './cluster-objects';
import type { FelixSettings } from './felix-settings';
import { felixSettings } from './felix-settings';
import type { ListReading } from './open-object';
import { openList, openListed, openObject } from './open-object';
import type { ObjectReading } from './reading';

/** Resources of Calico, as stored and as its own API server shows them; the fields that count here are the same. */
export const calicoApiVersions = ['crd.projectcalico.org/v1', 'projectcalico.org/v3'];

/** The cluster's objects, checked to be what was asked for, and Felix's settings as one node has them. */
export interface OpenObjects {
  readonly installation: ObjectReading;
  readonly ipPools: ListReading;
  readonly felix: FelixSettings;
  readonly bgpConfiguration: ObjectReading;
  readonly bgpConfigurations: ListReading;
  /** BGPConfiguration `node.<name>`; absent when no node was asked for, and where the list could not be read. */
  readonly ownBgpConfiguration: ObjectReading;
  readonly clusterInformation: ObjectReading;
  readonly networkConfig: ObjectReading;
  readonly networkOperator: ObjectReading;
  readonly kubeProxyConfig: ObjectReading;
}

/** Opens all objects; without a node name only what holds for every node counts. */
export function openObjects(objects: ClusterObjects, nodeName?: string): OpenObjects {
  const calico = (read: ClusterObject, kind: string) =>
    openObject(read, { kind, apiVersions: calicoApiVersions, name: 'default' });
  const openshift = (read: ClusterObject, group: 'config' | 'operator') =>
    openObject(read, {
      kind: 'Network',
      apiVersions: [`${group}.openshift.io/v1`],
      name: 'cluster',
      label: `Network.${group} cluster`,
    });
  const bgpConfigurations = openList(objects.bgpConfigurations, 'BGPConfiguration', calicoApiVersions);
  return {
    installation: openObject(objects.installation, {
      kind: 'Installation',
      apiVersions: ['operator.tigera.io/v1'],
      name: 'default',
    }),
    ipPools: openList(objects.ipPools, 'IPPool', calicoApiVersions),
    felix: felixSettings(openList(objects.felixConfigurations, 'FelixConfiguration', calicoApiVersions), nodeName),
    bgpConfiguration: calico(objects.bgpConfiguration, 'BGPConfiguration'),
    bgpConfigurations,
    ownBgpConfiguration:
      nodeName === undefined || bgpConfigurations.status !== 'read'
        ? { status: 'absent', from: 'no node was asked for' }
        : openListed(bgpConfigurations, 'BGPConfiguration', `node.${nodeName}`),
    clusterInformation: calico(objects.clusterInformation, 'ClusterInformation'),
    networkConfig: openshift(objects.networkConfig, 'config'),
    networkOperator: openshift(objects.networkOperator, 'operator'),
    kubeProxyConfig: openObject(objects.kubeProxyConfig, {
      kind: 'ConfigMap',
      apiVersions: ['v1'],
      name: 'proxy-config',
      namespace: 'openshift-kube-proxy',
      label: 'ConfigMap openshift-kube-proxy/proxy-config',
    }),
  };
}
