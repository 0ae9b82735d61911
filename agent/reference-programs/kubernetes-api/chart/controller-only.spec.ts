import { inject } from 'vitest';
import { recordedVersions } from '../../../../requirements/test/recorded-versions';
import { ApiClient } from '../../../src/cluster/api-client';
import { policiesPath } from '../custom-resources';
import type { Rule } from '../identities';
import { kubeConfigFor } from '../kubeconfigs';
import type { KubernetesObject } from '../kubernetes-client';
import { KubernetesClient } from '../kubernetes-client';
import { eventually } from '../observed-agent';
import { controllerAccess, installRights, removeRights, rulesOf } from './installed-chart';
import { answerTo, speakAs } from './speakers';

const clusterReportsPath = '/apis/calicoreadiness.io/v1alpha1/clusterreports';
const [policyPath, clusterReportPath] = [`${policiesPath}/cluster`, `${clusterReportsPath}/cluster`];
const group = 'calicoreadiness.io';
const common = { apiVersion: `${group}/v1alpha1`, metadata: { name: 'cluster' } };
const [policy, clusterReport] = [
  { ...common, kind: 'ReadinessPolicy', spec: {} },
  { ...common, kind: 'ClusterReport' },
];
const recorded = recordedVersions()[0]!;
const statusPatch = (value: unknown) => [{ op: 'add', path: '/status', value }];
const inForceWithin = 60_000;

/** Rights on everything of ours, more than which no role can give. */
const everything: readonly Rule[] = [{ apiGroups: [group], resources: ['*'], verbs: ['*'] }];
/** A role that a cluster may have for who declares what Calico is going to be. */
const editor: readonly Rule[] = [
  { apiGroups: [group], resources: ['readinesspolicies'], verbs: ['get', 'create', 'update', 'patch'] },
];

const requests = {
  'change the spec of the policy': (api: ApiClient) =>
    api.patch(policyPath, 'merge', { spec: { profile: { bgp: false } } }, {}),
  'write the status of the policy': (api: ApiClient) =>
    api.patch(`${policyPath}/status`, 'json', statusPatch({ ...recorded.policy.status, observedGeneration: 7 }), {}),
  'create another policy with a status': (api: ApiClient) =>
    api.create(policiesPath, { ...policy, status: recorded.policy.status }, { dryRun: 'All' }),
  'create the ClusterReport': (api: ApiClient) => api.create(clusterReportsPath, clusterReport, { dryRun: 'All' }),
  'write the status of the ClusterReport': (api: ApiClient) =>
    api.patch(
      `${clusterReportPath}/status`,
      'json',
      statusPatch({ ...recorded.clusterReport.status, verdict: 'Ready' }),
      {},
    ),
  'label the ClusterReport': (api: ApiClient) =>
    api.patch(clusterReportPath, 'merge', { metadata: { labels: { verdict: 'Ready' } } }, {}),
  'give the ClusterReport a finalizer': (api: ApiClient) =>
    api.patch(clusterReportPath, 'merge', { metadata: { finalizers: ['example.com/kept'] } }, {}),
  'write the ClusterReport as it is': async (api: ApiClient) =>
    api.replace(clusterReportPath, await api.get(clusterReportPath), {}),
} as const;
type Request = keyof typeof requests;

const noRight = 'cannot';
const conflict = 'already exists';
const noStatus = 'only the controller writes the status of a ClusterReport or a ReadinessPolicy';
const noCreation = 'only the controller creates a ClusterReport';
const metadataOf = (field: string): string => `only the controller writes a ClusterReport, also its metadata.${field}`;

const ownersAnswers: Readonly<Record<Request, string>> = {
  'change the spec of the policy': 'allowed',
  'write the status of the policy': noStatus,
  'create another policy with a status': conflict,
  'create the ClusterReport': noCreation,
  'write the status of the ClusterReport': noStatus,
  'label the ClusterReport': metadataOf('labels'),
  'give the ClusterReport a finalizer': metadataOf('finalizers'),
  'write the ClusterReport as it is': 'allowed',
};
const refusedByRole: Readonly<Record<Request, string>> = {
  'change the spec of the policy': noRight,
  'write the status of the policy': noRight,
  'create another policy with a status': noRight,
  'create the ClusterReport': noRight,
  'write the status of the ClusterReport': noRight,
  'label the ClusterReport': noRight,
  'give the ClusterReport a finalizer': noRight,
  'write the ClusterReport as it is': noRight,
};
const answers: Readonly<Record<string, Readonly<Record<Request, string>>>> = {
  'the controller': {
    ...refusedByRole,
    'write the status of the policy': 'allowed',
    'create another policy with a status': conflict,
    'create the ClusterReport': conflict,
    'write the status of the ClusterReport': 'allowed',
  },
  'an administrator of the cluster': ownersAnswers,
  'who has every right on our objects': ownersAnswers,
  'who edits policies': {
    ...refusedByRole,
    'change the spec of the policy': 'allowed',
    'create another policy with a status': conflict,
  },
  'who has the rights of a viewer': refusedByRole,
  'who has the rights of an agent': refusedByRole,
};

describe('what only the controller writes', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const ending = new AbortController();
  const speakers = new Map<string, ApiClient>();
  const { signal } = ending;
  const as = (who: string): ApiClient => speakers.get(who)!;

  beforeAll(async () => {
    await installRights(client);
    const { certificate, key } = cluster.administrator;
    const base64 = (text: string): string => Buffer.from(text).toString('base64');
    const user = { 'client-certificate-data': base64(certificate), 'client-key-data': base64(key) };
    const roleOf = (name: string) => rulesOf(`calico-readiness-${name}`) as readonly Rule[];
    speakers.set('the controller', new ApiClient(await controllerAccess(client, cluster), signal));
    speakers.set('an administrator of the cluster', new ApiClient(await kubeConfigFor(cluster, { user }), signal));
    for (const [who, account, rules] of [
      ['who has every right on our objects', 'owner-of-all', everything],
      ['who edits policies', 'policy-editor', editor],
      ['who has the rights of a viewer', 'viewer', roleOf('view')],
      ['who has the rights of an agent', 'like-an-agent', roleOf('agent')],
    ] as const)
      speakers.set(who, await speakAs(cluster, account, rules, signal));
    await eventually(async () =>
      expect(await answerTo(requests['create the ClusterReport'](as('an administrator of the cluster')))).toContain(
        noCreation,
      ),
    );
    await client.create(policiesPath, policy);
    await as('the controller').create(clusterReportsPath, clusterReport, {});
  }, inForceWithin);
  beforeEach(async () => {
    const controller = as('the controller');
    await controller.patch(`${policyPath}/status`, 'json', statusPatch(recorded.policy.status), {});
    await controller.patch(`${clusterReportPath}/status`, 'json', statusPatch(recorded.clusterReport.status), {});
  });
  afterAll(async () => {
    // Whoever has the right may delete both: the controller makes them anew.
    for (const path of [policyPath, clusterReportPath]) await client.remove(path);
    await removeRights(client);
    const administrator = as('an administrator of the cluster');
    // The specs that follow run without them.
    await eventually(async () =>
      expect(await answerTo(requests['create the ClusterReport'](administrator))).toBe('allowed'),
    );
    ending.abort();
  }, inForceWithin);

  it.each(
    Object.entries(answers).flatMap(([who, table]) =>
      Object.entries(table).map(([what, answer]) => [who, what as Request, answer] as const),
    ),
  )('%s asks to %s: %s', async (who, what, answer) => {
    expect(await answerTo(requests[what](as(who)))).toContain(answer);
  });

  it('may be written by anybody as it is, which is how stored objects come to another version', async () => {
    const stored = (await client.get(clusterReportPath)) as KubernetesObject;
    const path = `${clusterReportPath}/status`;

    expect(await answerTo(as('an administrator of the cluster').replace(path, stored, {}))).toBe('allowed');
  });
});
