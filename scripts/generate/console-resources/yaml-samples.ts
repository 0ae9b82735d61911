import { inEnglish, machineConfig, yamlForm } from '@calico-readiness/requirements';
import type { HostChange } from '@calico-readiness/requirements';
import { stringify } from 'yaml';
import type { ConsoleYAMLSample } from './console-objects';
import { guidesOfSamples } from './guides-of-samples';

const sample = (name: string, spec: ConsoleYAMLSample['spec']): ConsoleYAMLSample => ({
  apiVersion: 'console.openshift.io/v1',
  kind: 'ConsoleYAMLSample',
  metadata: { name: `calico-readiness-${name}` },
  spec,
});

/** What the `data:` URLs of the object hold, for people. */
const remarks = ({ files }: HostChange): string =>
  files.map(({ path, content }) => `# ${path}:\n${content.replace(/^(?=.)/gm, '#   ')}`).join('');

/** What of an example is to be changed first. */
const hangsOn: Readonly<Record<string, string>> = {
  'kernel-modules': 'Name the modules that your nodes lack; each must be on their disks. ',
  firewalld: 'Name the units that run on your nodes. ',
};

const machineConfigs = guidesOfSamples.map(({ guide, situation }) => {
  const change = guide.change(situation);
  const object = machineConfig({ role: 'worker', guide: guide.id, change });
  return sample(guide.id, {
    title: `Calico: ${inEnglish(guide.shortTitle)}`,
    description: `${inEnglish(guide.title)}: what the guide of Calico readiness writes for nodes of the role worker. ${hangsOn[guide.id] ?? ''}Creating it begins a rollout, which drains and reboots nodes.`,
    targetResource: { apiVersion: object.apiVersion, kind: object.kind },
    yaml: remarks(change) + stringify(object, yamlForm),
  });
});

const policy = `apiVersion: calicoreadiness.io/v1alpha1
kind: ReadinessPolicy
metadata:
  name: cluster
spec:
  # What is declared here replaces what the controller detects.
  profile:
    calicoVersion: v3.30
    encapsulation:
      - VXLAN
    wireguard: true
  # Nodes that may go without a requirement until a time, because somebody answers for it.
  waivers:
    - requirement: firewalld-disabled
      nodeSelector:
        matchLabels:
          node-role.kubernetes.io/infra: ''
      reason: waits for the next change window
      owner: network team
      expiry: '2030-01-31T22:00:00Z'
`;

/** Samples beside the console's editor, for whoever creates a MachineConfig or the ReadinessPolicy. */
export const yamlSamples: readonly ConsoleYAMLSample[] = [
  ...machineConfigs,
  sample('policy', {
    title: 'A declared profile and a waiver',
    description:
      'Declares how Calico will be installed, and lets infrastructure nodes go without one requirement until a time. A cluster has one policy, of the name cluster.',
    targetResource: { apiVersion: 'calicoreadiness.io/v1alpha1', kind: 'ReadinessPolicy' },
    yaml: policy,
  }),
];
