import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeReport } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { runCommandLine } from '../../src/commands/command-line';
import { calicoDefinitions } from './calico-definitions';
import { definitionsPath, installDefinitions } from './custom-resources';
import type { Rule } from './identities';
import { createAccount, requestToken } from './identities';
import { kubeconfigText } from './kubeconfigs';
import type { KubernetesObject } from './kubernetes-client';
import { KubernetesClient } from './kubernetes-client';

const operator = '/apis/operator.tigera.io/v1/installations';
const stored = '/apis/crd.projectcalico.org/v1';
/** For the objects that ARCHITECTURE.md names for --detect-profile and check --cluster. */
const detectRules: readonly Rule[] = [
  { apiGroups: ['operator.tigera.io'], resources: ['installations'], verbs: ['get'] },
  {
    apiGroups: ['crd.projectcalico.org', 'projectcalico.org'],
    resources: ['ippools', 'felixconfigurations', 'bgpconfigurations'],
    verbs: ['list'],
  },
  {
    apiGroups: ['crd.projectcalico.org', 'projectcalico.org'],
    resources: ['bgpconfigurations', 'clusterinformations'],
    verbs: ['get'],
  },
  { apiGroups: ['config.openshift.io', 'operator.openshift.io'], resources: ['networks'], verbs: ['get'] },
  { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
];

describe('check --cluster against a Kubernetes API', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  let directory: string;

  type Profile = NonNullable<NodeReport['status']>['profile'];
  const profileFor = async (account: string, ...words: string[]): Promise<Profile> =>
    profileWith(await requestToken(client, account), ...words);
  const profileWith = async (token: string, ...words: string[]): Promise<Profile> => {
    const file = join(directory, 'kubeconfig');
    writeFileSync(file, kubeconfigText(cluster, { user: { token } }));
    let [output, errors] = ['', ''];
    await runCommandLine(['check', '--host-root', directory, '-o', 'json', '--cluster', file, ...words], {
      isTerminal: false,
      environment: {},
      write: (text) => {
        output += text;
      },
      writeError: (text) => {
        errors += text;
      },
    });
    expect(errors).toBe('');
    return (JSON.parse(output) as NodeReport).status!.profile;
  };
  const felix = (name: string, spec: object): KubernetesObject => ({
    apiVersion: 'crd.projectcalico.org/v1',
    kind: 'FelixConfiguration',
    metadata: { name },
    spec,
  });
  const objects: readonly (readonly [collection: string, object: KubernetesObject])[] = [
    [
      operator,
      {
        apiVersion: 'operator.tigera.io/v1',
        kind: 'Installation',
        metadata: { name: 'default' },
        spec: { variant: 'Calico', calicoNetwork: { bgp: 'Disabled', linuxDataplane: 'Iptables' } },
      },
    ],
    [
      `${stored}/ippools`,
      {
        apiVersion: 'crd.projectcalico.org/v1',
        kind: 'IPPool',
        metadata: { name: 'pods' },
        spec: {
          cidr: '10.128.0.0/14',
          ipipMode: 'Never',
          vxlanMode: 'Always',
          natOutgoing: true,
          nodeSelector: 'all()',
        },
      },
    ],
    [`${stored}/felixconfigurations`, felix('default', { vxlanPort: 8472, wireguardEnabled: true })],
    [`${stored}/felixconfigurations`, felix('node.worker-1', { vxlanPort: 4799 })],
    [
      `${stored}/clusterinformations`,
      {
        apiVersion: 'crd.projectcalico.org/v1',
        kind: 'ClusterInformation',
        metadata: { name: 'default' },
        spec: { calicoVersion: 'v3.30.3', clusterType: 'k8s,operator' },
      },
    ],
  ];

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'check-'));
    await createAccount(client, 'detector', detectRules);
    await createAccount(client, 'stranger', []);
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    for (const { metadata } of calicoDefinitions) await client.remove(`${definitionsPath}/${metadata.name}`);
  });

  it('takes the defaults where nothing of Calico is installed', async () => {
    const profile = await profileFor('detector');

    expect(profile).toMatchObject({
      calicoVersion: { source: 'defaulted' },
      encapsulation: { source: 'defaulted' },
      dataplane: { source: 'defaulted' },
    });
  });

  describe('with an Installation', () => {
    beforeAll(async () => {
      await installDefinitions(client, calicoDefinitions);
      for (const [collection, object] of objects) await client.create(collection, object);
    });

    it('judges by it and by what Calico stored', async () => {
      expect(await profileFor('detector')).toMatchObject({
        calicoVersion: { value: 'v3.30', source: 'detected' },
        dataplane: { value: 'Iptables', source: 'detected' },
        encapsulation: { value: ['VXLAN'], source: 'detected', from: 'IPPool pods' },
        bgp: { value: false, source: 'detected' },
        wireguard: { value: true, source: 'detected' },
        ports: { value: { vxlan: 8472 }, source: 'detected' },
      });
    });

    it('judges by the settings of the named node', async () => {
      expect((await profileFor('detector', '--node-name', 'worker-1')).ports.value.vxlan).toBe(4799);
    });

    it('says what may not be read to who may not', async () => {
      const profile = await profileFor('stranger');

      expect(profile.encapsulation.source).toBe('defaulted');
      expect(profile.encapsulation.from).toContain('forbidden');
    });

    it('says that nobody is logged in with a token that nobody gave', async () => {
      const profile = await profileWith('a-token-of-nobody');

      expect(profile.encapsulation.source).toBe('defaulted');
      expect(profile.encapsulation.from).toContain('not logged in');
    });
  });
});
