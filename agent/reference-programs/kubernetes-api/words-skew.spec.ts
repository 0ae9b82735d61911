import { join } from 'node:path';
import type { ReportedFinding } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { recordedVersions } from '../../../requirements/test/recorded-versions';
import type { AgentOptions } from '../../src/node-agent/agent-settings';
import { fixtureHosts } from '../../test/fixture-hosts';
import { prepareCluster, startApiServer } from './api-server';
import type { Cluster } from './cluster';
import { ownDefinitions } from './custom-resources';
import { Forwarder } from './forwarder';
import { agentRules, createAccount, requestToken } from './identities';
import { kubeConfigFor } from './kubeconfigs';
import type { KubernetesObject } from './kubernetes-client';
import { KubernetesClient } from './kubernetes-client';
import { aWhile, ObservedAgent, stopAgents } from './observed-agent';
import { putDefinitions } from './older-definitions';
import type { RunningProgram } from './running-program';

const nodesPath = '/api/v1/nodes';
const upgrade = 'The custom resource definitions are older than this agent and lack some of its words';
/** The oldest that was recorded. */
const recorded = recordedVersions()[0]!.definitions as readonly KubernetesObject[];

/** The recorded definitions as if they had been written before these words were: without them in any enumeration that has them. */
const before = (...words: readonly string[]): readonly KubernetesObject[] =>
  JSON.parse(JSON.stringify(recorded), (name, value: unknown) =>
    name === 'enum' && Array.isArray(value) && value.length > words.length
      ? value.filter((word) => !words.includes(String(word)))
      : value,
  ) as readonly KubernetesObject[];

const host = (wanted: string): string => fixtureHosts.find(({ name }) => name === wanted)!.root;

describe('an agent of today where the definitions lack a word of its report', () => {
  let cluster: Cluster;
  let client: KubernetesClient;
  let apiServer: RunningProgram;
  let forwarder: Forwarder;
  let server: string;
  let token: string;
  let count = 0;

  const newNode = async (): Promise<string> => {
    count += 1;
    const name = `worded-${String(count)}`;
    await client.create(nodesPath, { metadata: { name } });
    return name;
  };
  const start = async (options: Partial<AgentOptions> = {}, node?: string): Promise<ObservedAgent> => {
    const name = node ?? (await newNode());
    const access = { cluster: { server, 'insecure-skip-tls-verify': true }, user: { token } };
    return new ObservedAgent(client, await kubeConfigFor(cluster, access), name, {
      observeIntervalSeconds: 0.2,
      ...options,
    });
  };
  const statusWrites = (): readonly string[] =>
    forwarder.questions.filter((question) => /^PATCH .*\/status/.test(question));

  beforeAll(async () => {
    const shared = inject('cluster');
    cluster = await prepareCluster(join(shared.directory, '../worded'), shared.etcdUrl);
    client = new KubernetesClient(cluster);
    apiServer = await startApiServer(cluster);
    await createAccount(client, 'worded', agentRules);
    token = await requestToken(client, 'worded');
  }, 120_000);
  afterAll(() => apiServer.stop('SIGKILL'));
  beforeEach(async () => {
    forwarder = new Forwarder(cluster);
    server = await forwarder.start();
  });
  afterEach(async () => {
    await stopAgents();
    await forwarder.stop();
  });

  it.each([
    ['a fact', { hostRoot: host('rhcos-4.20') }, ['running', 'absent'], 'fact networkManager'],
    ['the reason why there is no fact', { hostRoot: host('empty') }, ['not-found'], 'gap operatingSystem'],
  ] as const)('leaves out %s, says so once, and asks for nothing more', async (_what, options, words, leftOut) => {
    await putDefinitions(client, ownDefinitions);
    const { status: whole } = await (await start(options)).untilPublished();
    await stopAgents();
    await putDefinitions(client, before(...words));
    forwarder.questions.length = 0;
    const agent = await start(options);
    const { status } = await agent.untilPublished();
    await aWhile(4000);

    // One that is refused, and one that is taken.
    expect(statusWrites()).toHaveLength(2);
    // A watch may end with the definition that it began with.
    expect(agent.warnings.filter((warning) => !warning.startsWith('Cannot watch'))).toEqual([
      expect.stringContaining(upgrade),
    ]);
    expect(JSON.stringify(agent.lines)).toContain(leftOut);
    expect(status?.facts).not.toEqual(whole?.facts);
    expect(whole?.facts).toMatchObject(status!.facts);
    // What it judges does not hang on what it can say.
    const judged = (findings: readonly ReportedFinding[] = []) =>
      findings.map(({ requirement, verdict, reason }) => [requirement, verdict, reason]);
    expect(judged(status?.findings)).toEqual(judged(whole?.findings));
    expect(status?.verdict).toBe(whole?.verdict);
  });

  it('says Unknown where the verdict itself is the word, and nothing better of the node', async () => {
    await putDefinitions(client, ownDefinitions);
    const { status: whole } = await (await start()).untilPublished();
    await stopAgents();
    await putDefinitions(client, before('Fail'));
    const { status } = await (await start()).untilPublished();
    const failed = whole!.findings.filter(({ verdict }) => verdict === 'Fail').map(({ requirement }) => requirement);

    for (const id of failed)
      expect(status?.findings.find(({ requirement }) => requirement === id)).toMatchObject({ verdict: 'Unknown' });
    expect(status?.summary).toMatchObject({ fail: 0, unknown: whole!.summary.unknown + failed.length });
    expect([whole?.verdict, status?.verdict]).toEqual(['NotReady', 'Unknown']);
    expect(failed.length).toBeGreaterThan(0);
  });

  it('says everything again when it starts anew with upgraded definitions', async () => {
    await putDefinitions(client, before('running', 'absent'));
    const first = await start();
    await first.untilPublished();
    await putDefinitions(client, ownDefinitions);
    await first.stop();
    const agent = await start({}, first.nodeName);
    await agent.untilReport(({ status }) => expect(status?.facts).toHaveProperty('networkManager'));

    expect(agent.warnings).toEqual([]);
  });

  it('waits, ever longer, where it cannot do without the word', async () => {
    await putDefinitions(client, before('defaulted'));
    const agent = await start();
    await expect.poll(() => agent.warnings.length, { timeout: 60_000 }).toBeGreaterThan(0);
    await aWhile(5000);

    expect(await agent.report()).not.toHaveProperty('status');
    expect(statusWrites().length).toBeLessThan(6);
    expect(new Set(agent.warnings)).toEqual(
      new Set([
        'The API refuses the report: its custom resource definition is older or newer than the agent; trying again',
      ]),
    );
  });
});
