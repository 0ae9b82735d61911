import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verdictLabel } from '@calico-readiness/agent';
import type { NodeReport } from '@calico-readiness/requirements';
import { compactLineOf, readCompactLine } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import type { AgentOptions } from '../../src/node-agent/agent-settings';
import { policiesPath, reportsPath } from './custom-resources';
import { agentRules, createAccount, requestToken } from './identities';
import { kubeConfigFor } from './kubeconfigs';
import { KubernetesClient } from './kubernetes-client';
import { aWhile, ObservedAgent, stopAgents } from './observed-agent';

const nodesPath = '/api/v1/nodes';

describe('an agent with the rights that README.md names, in a Kubernetes API', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const agents: ObservedAgent[] = [];
  let token: string;
  let count = 0;

  const makeNode = (name: string, spec: object = {}) => client.create(nodesPath, { metadata: { name }, spec });
  /** Starts an agent of a Node of its own, which is there. */
  const start = async (options: Partial<AgentOptions> = {}, spec: object = {}): Promise<ObservedAgent> => {
    count += 1;
    const name = `worker-${String(count)}`;
    await makeNode(name, spec);
    const kubeConfig = await kubeConfigFor(cluster, { user: { token } });
    const agent = new ObservedAgent(client, kubeConfig, name, { observeIntervalSeconds: 0.2, ...options });
    agents.push(agent);
    return agent;
  };
  /** Resolves when the report is published and watched: a change is seen from now on. */
  const watched = async (agent: ObservedAgent): Promise<void> => {
    await agent.untilPublished();
    await aWhile(500);
  };
  const pathOf = ({ nodeName }: ObservedAgent): string => `${reportsPath}/${nodeName}`;
  const putPolicy = async (spec: object): Promise<void> => {
    await client.remove(`${policiesPath}/cluster`);
    await client.create(policiesPath, {
      apiVersion: 'calicoreadiness.io/v1alpha1',
      kind: 'ReadinessPolicy',
      metadata: { name: 'cluster' },
      spec,
    });
  };

  beforeAll(async () => {
    await createAccount(client, 'reporter', agentRules);
    token = await requestToken(client, 'reporter');
  });
  afterEach(async () => {
    await stopAgents();
    for (const agent of agents.splice(0)) {
      await client.remove(pathOf(agent));
      await client.remove(`${nodesPath}/${agent.nodeName}`);
    }
    await client.remove(`${policiesPath}/cluster`);
  });

  it('creates its report with the Node as owner, writes all of the status, and warns of nothing', async () => {
    const agent = await start();
    const report = await agent.untilPublished();
    const node = await client.do('GET', `${nodesPath}/${agent.nodeName}`);

    expect(report.metadata.ownerReferences).toEqual([
      { apiVersion: 'v1', kind: 'Node', name: agent.nodeName, uid: node.metadata.uid },
    ]);
    expect(report.metadata.labels).toEqual({ [verdictLabel]: report.status?.verdict });
    expect(report.status).toMatchObject({ nodeUID: node.metadata.uid, facts: { operatingSystem: { id: 'rhel' } } });
    expect(agent.warnings).toEqual([]);
    const { managedFields } = report.metadata as { managedFields?: { manager: string; subresource?: string }[] };
    expect(managedFields?.map(({ manager, subresource }) => [manager, subresource])).toEqual([
      ['calico-readiness-agent', undefined],
      ['calico-readiness-agent', 'status'],
    ]);
  });

  it('writes nothing while nothing changes, and a heartbeat when it is due', async () => {
    const agent = await start({ reportIntervalSeconds: 10 });
    const first = await agent.untilPublished();
    await aWhile(2000);
    expect((await agent.report())?.metadata).toEqual(first.metadata);

    const beat = await agent.untilReport(({ status }) => expect(status?.observedAt).not.toBe(first.status?.observedAt));
    expect(beat.status?.findings).toEqual(first.status?.findings);
  });

  it('writes what changes on the host', async () => {
    const agent = await start();
    await agent.untilPublished();
    writeFileSync(join(agent.hostRoot, 'etc/os-release'), 'ID=fedora\nVERSION_ID=41\n');

    await agent.untilReport(({ status }) => expect(status?.facts.operatingSystem?.id).toBe('fedora'));
    expect(agent.warnings).toEqual([]);
  });

  it('brings its compact line with its status, in the one request that writes it: nobody ever sees one without the other', async () => {
    const agent = await start();
    const first = await agent.untilPublished();
    const from = String(first.metadata.resourceVersion);
    const watched = client.ask(
      'GET',
      `${reportsPath}?watch=true&timeoutSeconds=4&resourceVersion=${from}&fieldSelector=metadata.name%3D${agent.nodeName}`,
    );
    writeFileSync(join(agent.hostRoot, 'etc/os-release'), 'ID=fedora\nVERSION_ID=41\n');
    const changed = await agent.untilReport(({ status }) =>
      expect(readCompactLine(status?.compact)?.operatingSystem?.id).toBe('fedora'),
    );
    // Two events would be two lines, and no JSON.
    const { type, object } = (await watched).body as { type: string; object: NodeReport };

    expect([type, object.metadata.resourceVersion]).toEqual(['MODIFIED', changed.metadata.resourceVersion]);
    for (const { status } of [first, object]) expect(status?.compact).toBe(compactLineOf(status!));
    expect(first.status!.compact!.length).toBeLessThan(400);
  });

  it('repairs a compact line that somebody else wrote', async () => {
    const agent = await start();
    await watched(agent);
    const { status } = (await agent.report())!;
    await client.patch(`${pathOf(agent)}/status`, { status: { compact: 'all is well' } });

    await agent.untilReport((report) => expect(report.status?.compact).toBe(status?.compact));
  });

  it('judges by the cloud that its Node names, where the host does not show it', async () => {
    const agent = await start({}, { providerID: 'azure:///subscriptions/1' });

    expect((await agent.untilPublished()).status?.facts.cloud).toBe('azure');
  });

  it('observes again when the spec of its report asks for it, which the console writes', async () => {
    const agent = await start({ observeIntervalSeconds: 3600 });
    await watched(agent);
    const requestedAt = new Date().toISOString();
    await client.patch(pathOf(agent), { spec: { recheckRequestedAt: requestedAt } });

    await agent.untilReport(({ status }) =>
      expect(Date.parse(status!.observedAt)).toBeGreaterThan(Date.parse(requestedAt)),
    );
  });

  it('follows the policy: made, changed, asking for an observation, deleted', async () => {
    const agent = await start({ observeIntervalSeconds: 3600 });
    await watched(agent);
    await putPolicy({ profile: { wireguard: true }, reportIntervalSeconds: 60 });
    await agent.untilReport(({ status }) =>
      expect(status).toMatchObject({
        reportIntervalSeconds: 60,
        profile: { wireguard: { value: true, source: 'declared', from: 'ReadinessPolicy cluster' } },
      }),
    );

    await client.patch(`${policiesPath}/cluster`, { spec: { profile: { wireguard: null, sctp: true } } });
    await agent.untilReport(({ status }) =>
      expect(status?.profile).toMatchObject({ wireguard: { value: false }, sctp: { value: true } }),
    );

    const recheckRequestedAt = new Date().toISOString();
    await client.patch(`${policiesPath}/cluster`, { spec: { recheckRequestedAt } });
    await agent.untilReport(({ status }) =>
      expect(Date.parse(status!.observedAt)).toBeGreaterThan(Date.parse(recheckRequestedAt)),
    );

    await client.remove(`${policiesPath}/cluster`);
    await agent.untilReport(({ status }) => {
      expect(status).toMatchObject({
        reportIntervalSeconds: 900,
        profile: { sctp: { value: false, source: 'defaulted' } },
      });
    });
    expect(agent.warnings).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['status', '/status', { status: { verdict: 'Ready', findings: [], conditions: [] } }],
    ['status, which is gone', '/status', { status: null }],
    ['label', '', { metadata: { labels: { [verdictLabel]: 'Perhaps', pool: 'a' } } }],
  ])('repairs the %s of its report, and leaves the rest as it is', async (_, subresource, change) => {
    const agent = await start({ observeIntervalSeconds: 3600 });
    await watched(agent);
    const before = (await agent.report())!;
    await client.patch(`${pathOf(agent)}${subresource}`, change);
    await agent.untilReport(({ status, metadata }) => {
      expect(status?.findings).toHaveLength(before.status!.findings.length);
      expect(metadata.labels).toMatchObject(before.metadata.labels!);
    });

    expect((await agent.report())?.metadata.labels?.['pool']).toBe('metadata' in change ? 'a' : undefined);
    expect(agent.warnings).toEqual([]);
  });

  it('creates its report anew when somebody deletes it', async () => {
    const agent = await start({ observeIntervalSeconds: 3600 });
    await watched(agent);
    const before = (await agent.report()) as { metadata: { uid?: string } } | undefined;
    await client.remove(pathOf(agent));

    const after = await agent.untilPublished();
    expect((after as { metadata: { uid?: string } }).metadata.uid).not.toBe(before?.metadata.uid);
    expect(after.metadata.ownerReferences).toHaveLength(1);
  });

  it('waits for its Node when that is deleted, and reports for the next of that name', async () => {
    const agent = await start();
    await watched(agent);
    await client.remove(`${nodesPath}/${agent.nodeName}`);
    // As the garbage collector does, which runs elsewhere.
    await client.remove(pathOf(agent));
    await agent.untilLogged('There is no Node of that name to own the report');
    expect(await agent.report()).toBeUndefined();

    const { metadata } = await makeNode(agent.nodeName);
    await agent.untilReport((report) => expect(report.metadata.ownerReferences).toMatchObject([{ uid: metadata.uid }]));
  });

  it('writes although others write the same object all the time', async () => {
    const agent = await start();
    await agent.untilPublished();
    const ending = new AbortController();
    const writeOn = async (): Promise<number> => {
      let writes = 0;
      for (; !ending.signal.aborted; writes += 1)
        await client.patch(pathOf(agent), { metadata: { annotations: { 'example.com/writes': String(writes) } } });
      return writes;
    };
    const writing = writeOn();
    for (const release of ['41', '42', '43']) {
      writeFileSync(join(agent.hostRoot, 'etc/os-release'), `ID=fedora\nVERSION_ID=${release}\n`);
      await agent.untilReport(({ status }) => expect(status?.facts.operatingSystem?.versionId).toBe(release));
    }
    ending.abort();
    const last = String((await writing) - 1);

    expect((await agent.report())?.metadata).toMatchObject({ annotations: { 'example.com/writes': last } });
    expect(agent.warnings).toEqual([]);
  });
});
