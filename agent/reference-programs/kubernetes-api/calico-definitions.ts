import type { KubernetesObject } from './kubernetes-client';

/** The names, scope and version of Calico's own definitions, of which the agent reads no more; their fields are let through. */
const definition = (group: string, version: string, kind: string, plural: string): KubernetesObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${plural}.${group}` },
  spec: {
    group,
    scope: 'Cluster',
    names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
    versions: [
      {
        name: version,
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              apiVersion: { type: 'string' },
              kind: { type: 'string' },
              metadata: { type: 'object' },
              spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
              status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
            },
          },
        },
      },
    ],
  },
});

/**
 * What an installation by the operator has: its own Installation, and what Calico stores.
 * https://github.com/projectcalico/calico/blob/v3.30.3/manifests/crds.yaml
 */
export const calicoDefinitions: readonly KubernetesObject[] = [
  definition('operator.tigera.io', 'v1', 'Installation', 'installations'),
  definition('crd.projectcalico.org', 'v1', 'IPPool', 'ippools'),
  definition('crd.projectcalico.org', 'v1', 'FelixConfiguration', 'felixconfigurations'),
  definition('crd.projectcalico.org', 'v1', 'BGPConfiguration', 'bgpconfigurations'),
  definition('crd.projectcalico.org', 'v1', 'BGPPeer', 'bgppeers'),
  definition('crd.projectcalico.org', 'v1', 'ClusterInformation', 'clusterinformations'),
];
