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

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** What the `data:` URL of a file holds, for people: the names in it, without what stands around them. */
const namesIn = ({ content }: HostChange['files'][number]): readonly string[] =>
  [...content.matchAll(/^\w+$|interface-name:([^;\s]+)/gm)].map(([line, name]) => name ?? line);

/** What an example writes, and what of it is to be changed first. The console's “Try it” leaves comments out. */
function toldOf({ files }: HostChange, hint: string): string {
  const told = files.map((file) => `${file.path} names ${listed(namesIn(file))}. `).join('');
  return `${told}${hint}${files.length > 0 ? 'In the data URL, %0A ends a line. ' : ''}`;
}

const hangsOn: Readonly<Record<string, string>> = {
  networkmanager: 'NetworkManager leaves these interfaces alone. ',
  'kernel-modules': 'Replace them with the modules that your nodes lack; each must be on their disks. ',
  firewalld: 'Replace the units with those that run on your nodes. ',
};

const machineConfigs = guidesOfSamples.map(({ guide, situation }) => {
  const change = guide.change(situation);
  const object = machineConfig({ role: 'worker', guide: guide.id, change });
  return sample(guide.id, {
    title: `Calico: ${inEnglish(guide.shortTitle)}`,
    description: `${inEnglish(guide.title)}: what the guide of Calico readiness writes for nodes of the role worker. ${toldOf(change, hangsOn[guide.id] ?? '')}Creating it begins a rollout, which drains and reboots nodes.`,
    targetResource: { apiVersion: object.apiVersion, kind: object.kind },
    yaml: stringify(object, yamlForm),
  });
});

const policy = `apiVersion: calicoreadiness.io/v1alpha1
kind: ReadinessPolicy
metadata:
  name: cluster
spec:
  profile:
    calicoVersion: v3.30
    encapsulation:
      - VXLAN
    wireguard: true
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
      'The profile declares how Calico will be installed; it replaces what the controller detects. The waiver lets infrastructure nodes go without one requirement until its expiry, because its owner answers for it. Replace all values with your own. A cluster has one policy, with the name cluster.',
    targetResource: { apiVersion: 'calicoreadiness.io/v1alpha1', kind: 'ReadinessPolicy' },
    yaml: policy,
  }),
];
