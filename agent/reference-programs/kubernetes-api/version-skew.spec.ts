import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { recordedVersions } from '../../../requirements/test/recorded-versions';
import { ReportReader } from '../../src/controller/report/report-summary';
import { prepareCluster, startApiServer } from './api-server';
import type { Cluster } from './cluster';
import { ownDefinitions, policiesPath, reportsPath } from './custom-resources';
import { Forwarder } from './forwarder';
import { agentRules, createAccount, requestToken } from './identities';
import { kubeConfigFor } from './kubeconfigs';
import type { KubernetesObject } from './kubernetes-client';
import { KubernetesClient } from './kubernetes-client';
import { previousDefinitions, putDefinitions } from './older-definitions';
import { aWhile, ObservedAgent, stopAgents } from './observed-agent';
import type { RunningProgram } from './running-program';

const nodesPath = '/api/v1/nodes';
const versions: readonly (readonly [string, readonly KubernetesObject[], readonly string[]])[] = [
  ['chart 0.1.0', previousDefinitions, ['compact', 'worst']],
  ...recordedVersions().map(
    ({ version, definitions }) => [`version ${version}`, definitions as readonly KubernetesObject[], []] as const,
  ),
];

describe('an agent of today where the definitions are older', () => {
  let cluster: Cluster;
  let client: KubernetesClient;
  let apiServer: RunningProgram;
  let forwarder: Forwarder;
  let token: string;
  let count = 0;

  const start = async (name: string): Promise<ObservedAgent> => {
    const server = await forwarder.start();
    const access = { cluster: { server, 'insecure-skip-tls-verify': true }, user: { token } };
    return new ObservedAgent(client, await kubeConfigFor(cluster, access), name, { observeIntervalSeconds: 0.2 });
  };
  const startOnNewNode = async (): Promise<ObservedAgent> => {
    count += 1;
    await client.create(nodesPath, { metadata: { name: `skewed-${String(count)}` } });
    return start(`skewed-${String(count)}`);
  };
  const writes = (): readonly string[] =>
    forwarder.questions.filter((question) => /^(?:POST|PATCH|PUT)/.test(question));
  beforeAll(async () => {
    const shared = inject('cluster');
    cluster = await prepareCluster(join(shared.directory, '../skewed'), shared.etcdUrl);
    client = new KubernetesClient(cluster);
    apiServer = await startApiServer(cluster);
    await createAccount(client, 'skewed', agentRules);
    token = await requestToken(client, 'skewed');
  }, 120_000);
  afterAll(() => apiServer.stop('SIGKILL'));
  beforeEach(() => {
    forwarder = new Forwarder(cluster);
  });
  afterEach(async () => {
    await stopAgents();
    await forwarder.stop();
  });

  it.each(versions)('of %s writes once what they prune, and then asks for nothing', async (_, definitions, pruned) => {
    await putDefinitions(client, definitions);
    const agent = await startOnNewNode();
    const first = await agent.untilPublished();
    // Repairs begin after a second.
    await aWhile(1500);
    const asked = forwarder.questions.length;
    await aWhile(4000);

    expect(forwarder.questions.slice(asked)).toEqual([]);
    expect(writes().filter((question) => question.endsWith('/status'))).toHaveLength(1);
    expect((await agent.report())?.metadata).toEqual((await agent.untilPublished()).metadata);
    expect(agent.warnings).toEqual([]);
    for (const field of pruned) expect(first.status).not.toHaveProperty(field);
    const read = new ReportReader().read({ ...first, metadata: { ...first.metadata } });
    expect(read).toMatchObject({ verdict: first.status?.verdict, nodeUid: first.status?.nodeUID });
    expect(read?.verdicts.filter((verdict) => verdict === 'Fail')).toHaveLength(first.status!.summary.fail);
    expect(read?.verdicts.filter((verdict) => verdict === 'Pass')).toHaveLength(first.status!.summary.pass);
  });

  it('writes once more when it starts anew, since it cannot tell who pruned', async () => {
    await putDefinitions(client, previousDefinitions);
    const before = await startOnNewNode();
    await before.untilPublished();
    await before.stop();
    await forwarder.stop();
    forwarder = new Forwarder(cluster);
    const agent = await start(before.nodeName);
    await aWhile(5000);

    expect(writes()).toHaveLength(1);
    expect(agent.warnings).toEqual([]);
  });

  it('repairs what somebody changes once, where the repair is pruned again', async () => {
    await putDefinitions(client, previousDefinitions);
    const agent = await startOnNewNode();
    await agent.untilPublished();
    await aWhile(500);
    const asked = writes().length;
    await client.patch(`${reportsPath}/${agent.nodeName}/status`, { status: { verdict: 'Unknown' } });
    await aWhile(5000);

    expect(writes().slice(asked)).toHaveLength(1);
  });

  it('brings what was pruned with its next news once the definitions are new', async () => {
    await putDefinitions(client, previousDefinitions);
    const agent = await startOnNewNode();
    await agent.untilPublished();
    await putDefinitions(client, ownDefinitions);
    writeFileSync(join(agent.hostRoot, 'etc/os-release'), 'ID=fedora\nVERSION_ID=41\n');

    await agent.untilReport(({ status }) => expect(status?.compact).toContain(' fedora,41,'));
  });

  it('is not kept from writing by definitions that went back, and does not repair for ever', async () => {
    await putDefinitions(client, ownDefinitions);
    const agent = await startOnNewNode();
    await agent.untilPublished();
    await putDefinitions(client, previousDefinitions);
    await aWhile(3000);
    const asked = writes().length;
    await aWhile(4000);

    expect(writes().slice(asked)).toEqual([]);
  });
});

describe('the definitions of today', () => {
  const client = new KubernetesClient(inject('cluster'));
  const clusterReportsPath = '/apis/calicoreadiness.io/v1alpha1/clusterreports';

  it.each(recordedVersions())('take every object of version $version as it was written', async (recorded) => {
    const objects = [
      ...recorded.reports.map((object) => [reportsPath, object] as const),
      [policiesPath, recorded.policy] as const,
      [clusterReportsPath, recorded.clusterReport] as const,
    ];
    for (const [collection, { status, metadata, ...object }] of objects) {
      const { name } = metadata;
      const path = `${collection}/${name}`;
      await client.create(collection, { ...object, metadata: { name } });
      const written = await client.patch(
        `${path}/status?fieldValidation=Strict`,
        [{ op: 'add', path: '/status', value: status }],
        'application/json-patch+json',
      );
      await client.remove(path);
      expect(written['status']).toEqual(status);
    }
  });
});
