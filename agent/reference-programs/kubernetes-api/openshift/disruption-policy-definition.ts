const service = { type: 'object', required: ['serviceName'], properties: { serviceName: { type: 'string' } } };

const actions = {
  type: 'array',
  maxItems: 10,
  'x-kubernetes-list-type': 'atomic',
  items: {
    type: 'object',
    required: ['type'],
    properties: {
      type: { type: 'string', enum: ['Reboot', 'Drain', 'Reload', 'Restart', 'DaemonReload', 'None'] },
      reload: service,
      restart: service,
    },
  },
};

const entries = (key: string) => ({
  type: 'array',
  maxItems: 50,
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': [key],
  items: { type: 'object', required: ['actions', key], properties: { [key]: { type: 'string' }, actions } },
});

/**
 * OpenShift's definition of MachineConfiguration as far as node disruption policies go (openshift/api,
 * operator/v1/types_machineconfiguration.go): each list of entries is a map, by path or by name.
 */
export const disruptionPolicyDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'machineconfigurations.operator.openshift.io' },
  spec: {
    group: 'operator.openshift.io',
    scope: 'Cluster',
    names: {
      kind: 'MachineConfiguration',
      plural: 'machineconfigurations',
      singular: 'machineconfiguration',
      listKind: 'MachineConfigurationList',
    },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            required: ['spec'],
            properties: {
              spec: {
                type: 'object',
                properties: {
                  managementState: { type: 'string' },
                  nodeDisruptionPolicy: {
                    type: 'object',
                    properties: {
                      files: entries('path'),
                      units: entries('name'),
                      sshkey: { type: 'object', required: ['actions'], properties: { actions } },
                    },
                  },
                },
              },
              status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
            },
          },
        },
      },
    ],
  },
};
