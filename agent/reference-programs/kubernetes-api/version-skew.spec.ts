import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { parse } from 'yaml';
import { recordedVersions } from '../../../requirements/test/recorded-versions';
import { ReportReader } from '../../src/controller/report/report-summary';
import { prepareCluster, startApiServer } from './api-server';
import type { Cluster } from './cluster';
import { definitionsPath, installDefinitions, ownDefinitions, reportsPath } from './custom-resources';
import { Forwarder } from './forwarder';
import { agentRules, createAccount, requestToken } from './identities';
import { kubeConfigFor } from './kubeconfigs';
import type { KubernetesObject } from './kubernetes-client';
import { KubernetesClient } from './kubernetes-client';
import { aWhile, ObservedAgent, stopAgents } from './observed-agent';
import type { RunningProgram } from './running-program';

const nodesPath = '/api/v1/nodes';
const chart = join(import.meta.dirname, 'installation/previous/calico-readiness-0.1.0.tgz');

/** The definitions of the previous chart, which know neither the compact line nor `worst`, and no ClusterReport. */
const previousDefinitions = ['nodereports', 'readinesspolicies'].map((plural): KubernetesObject => {
  const file = `calico-readiness/definitions/${plural}.calicoreadiness.io.yaml`;
  return parse(spawnSync('tar', ['-xzOf', chart, file], { encoding: 'utf8' }).stdout) as KubernetesObject;
});
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
  /** Installs or replaces them; resolves when the API server goes by them. */
  const putDefinitions = async (definitions: readonly KubernetesObject[]): Promise<void> => {
    for (const definition of definitions) {
      const path = `${definitionsPath}/${definition.metadata.name}`;
      if ((await client.get(path)) === undefined) await installDefinitions(client, [definition]);
      else await client.patch(path, { spec: { versions: (definition['spec'] as { versions: unknown }).versions } });
    }
    await aWhile(2000);
  };

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
    await putDefinitions(definitions);
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
    await putDefinitions(previousDefinitions);
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
    await putDefinitions(previousDefinitions);
    const agent = await startOnNewNode();
    await agent.untilPublished();
    await aWhile(500);
    const asked = writes().length;
    await client.patch(`${reportsPath}/${agent.nodeName}/status`, { status: { verdict: 'Unknown' } });
    await aWhile(5000);

    expect(writes().slice(asked)).toHaveLength(1);
  });

  it('brings what was pruned with its next news once the definitions are new', async () => {
    await putDefinitions(previousDefinitions);
    const agent = await startOnNewNode();
    await agent.untilPublished();
    await putDefinitions(ownDefinitions);
    writeFileSync(join(agent.hostRoot, 'etc/os-release'), 'ID=fedora\nVERSION_ID=41\n');

    await agent.untilReport(({ status }) => expect(status?.compact).toContain(' fedora,41,'));
  });

  it('is not kept from writing by definitions that went back, and does not repair for ever', async () => {
    await putDefinitions(ownDefinitions);
    const agent = await startOnNewNode();
    await agent.untilPublished();
    await putDefinitions(previousDefinitions);
    await aWhile(3000);
    const asked = writes().length;
    await aWhile(4000);

    expect(writes().slice(asked)).toEqual([]);
  });
});
