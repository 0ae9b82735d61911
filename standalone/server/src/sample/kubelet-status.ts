/** As many images as a kubelet reports of a node with a day's work: OpenShift's own and a few others. */
const imageCount = 20;

const hexadecimal = (seed: number): string =>
  Array.from({ length: 64 }, (_value, index) => ((seed * 31 + index * 7) % 16).toString(16)).join('');

const release = 'quay.io/openshift-release-dev/ocp-v4.0-art-dev';

const images = Array.from({ length: imageCount }, (_value, index) => ({
  names: [`${release}@sha256:${hexadecimal(index)}`, `${release}:<none>`],
  sizeBytes: 300_000_000 + index * 7_919_000,
}));

const pressures = [
  ['MemoryPressure', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'],
  ['DiskPressure', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
  ['PIDPressure', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'],
] as const;

/** Conditions beside `Ready`, none of which holds. */
export const pressureConditions = (time: string): readonly object[] =>
  pressures.map(([type, reason, message]) => ({
    type,
    status: 'False',
    reason,
    message,
    lastHeartbeatTime: time,
    lastTransitionTime: time,
  }));

/** What every kubelet writes besides: a page that reads whole Nodes pays for it. */
export const kubeletStatus = {
  capacity: { cpu: '16', 'ephemeral-storage': '125293548Ki', memory: '65836940Ki', pods: '250' },
  allocatable: { cpu: '15500m', 'ephemeral-storage': '114396791822', memory: '64685964Ki', pods: '250' },
  daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
  images,
} as const;

const fields = (...names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [`f:${name}`, { '.': {} }]));

const conditionFields = Object.fromEntries(
  [...pressures.map(([type]) => type), 'Ready'].map((type) => [
    `k:{"type":"${type}"}`,
    fields('type', 'status', 'reason', 'message', 'lastHeartbeatTime', 'lastTransitionTime'),
  ]),
);

/** Who wrote which field of a Node (https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management). */
export const managedFields = (time: string, labels: readonly string[]): readonly object[] => [
  {
    manager: 'kubelet',
    operation: 'Update',
    apiVersion: 'v1',
    time,
    fieldsType: 'FieldsV1',
    fieldsV1: {
      'f:metadata': {
        'f:annotations': fields('volumes.kubernetes.io/controller-managed-attach-detach'),
        'f:labels': { '.': {}, ...fields(...labels) },
      },
    },
  },
  {
    manager: 'kubelet',
    operation: 'Update',
    apiVersion: 'v1',
    time,
    fieldsType: 'FieldsV1',
    fieldsV1: {
      'f:status': { 'f:conditions': conditionFields, ...fields('allocatable', 'capacity', 'images', 'nodeInfo') },
    },
    subresource: 'status',
  },
];
