import { readFileSync } from 'node:fs';
import type { NodeReport } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { ApiClient } from '../../../src/cluster/api-client';
import { fixtureHosts } from '../../../test/fixture-hosts';
import { reportsPath } from '../custom-resources';
import type { Rule } from '../identities';
import { KubernetesClient } from '../kubernetes-client';
import { eventually, ObservedAgent, stopAgents } from '../observed-agent';
import { agentAccess, installRights, removePods, removeRights, rulesOf } from './installed-chart';
import { answerTo, speakAs } from './speakers';

const nodesPath = '/api/v1/nodes';
const kind = { apiVersion: 'calicoreadiness.io/v1alpha1', kind: 'NodeReport' };
/** Milliseconds until a new policy is looked at, or one that was taken away is not any more. */
const inForceWithin = 30_000;
const [own, other] = ['chart-own', 'chart-other'];
const { status: value } = JSON.parse(readFileSync(fixtureHosts[0]!.goldenReport, 'utf8')) as NodeReport;
const status = [{ op: 'add', path: '/status', value }];

describe('with the policies of the chart', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const ending = new AbortController();
  const uids: Record<string, string> = {};
  const report = (name: string, metadata: object = {}, more: object = {}) => ({
    ...kind,
    metadata: { name, ...metadata },
    ...more,
  });
  const owner = (name: string, uid = uids[name] ?? '') => [{ apiVersion: 'v1', kind: 'Node', name, uid }];
  let agent: ApiClient;
  let unbound: ApiClient;

  beforeAll(async () => {
    for (const name of [own, other]) {
      uids[name] = (await client.create(nodesPath, { metadata: { name } })).metadata.uid ?? '';
    }
    await installRights(client);
    agent = new ApiClient(await agentAccess(client, cluster, own), ending.signal);
    unbound = new ApiClient(await agentAccess(client, cluster), ending.signal);
    await eventually(async () =>
      expect(await answerTo(unbound.create(reportsPath, report(own), { dryRun: 'All' }))).toContain('names no node'),
    );
  }, inForceWithin);
  afterEach(async () => {
    await stopAgents();
    for (const name of [own, other]) await client.remove(`${reportsPath}/${name}`);
  });
  afterAll(async () => {
    await removePods(client);
    await removeRights(client);
    for (const name of [own, other]) await client.remove(`${nodesPath}/${name}`);
    const stranger = await speakAs(
      cluster,
      'stranger-to-the-chart',
      [{ apiGroups: ['calicoreadiness.io'], resources: ['nodereports'], verbs: ['create'] }],
      ending.signal,
    );
    // The specs that follow run without them.
    await eventually(async () =>
      expect(await answerTo(stranger.create(reportsPath, report(own), { dryRun: 'All' }))).toBe('allowed'),
    );
    ending.abort();
  }, inForceWithin);

  const make = (object: object) => () => agent.create(reportsPath, object, {});
  const change =
    (name: string, body: object, of = '') =>
    async () => {
      await client.create(reportsPath, report(name, { labels: { kept: 'yes' } }));
      return agent.patch(`${reportsPath}/${name}${of}`, of === '' ? 'merge' : 'json', body, {});
    };

  it.each<[string, () => () => Promise<unknown>, string]>([
    ['create its report', () => make(report(own)), 'allowed'],
    [
      'create its report with its Node as owner and its verdict as label',
      () => make(report(own, { ownerReferences: owner(own), labels: { 'calicoreadiness.io/verdict': 'Ready' } })),
      'allowed',
    ],
    ['write the status of its report', () => change(own, status, '/status'), 'allowed'],
    [
      'label its report with its verdict',
      () => change(own, { metadata: { labels: { 'calicoreadiness.io/verdict': 'Ready' } } }),
      'allowed',
    ],
    [
      "create another node's report",
      () => make(report(other)),
      'the agent of node chart-own writes its own NodeReport only',
    ],
    [
      "write the status of another node's report",
      () => change(other, status, '/status'),
      'the agent of node chart-own writes its own NodeReport only',
    ],
    [
      "label another node's report",
      () => change(other, { metadata: { labels: { 'calicoreadiness.io/verdict': 'Ready' } } }),
      'the agent of node chart-own writes its own NodeReport only',
    ],
    [
      'create its report with another Node as owner',
      () => make(report(own, { ownerReferences: owner(other) })),
      'makes nothing but its own Node the owner',
    ],
    [
      'create its report with a Node of its name as owner that is gone',
      () => make(report(own, { ownerReferences: owner(own, 'another-uid') })),
      'makes nothing but its own Node the owner',
    ],
    [
      'create its report with a spec',
      () => make(report(own, {}, { spec: { recheckRequestedAt: '2026-01-01T00:00:00Z' } })),
      'does not write the spec',
    ],
    [
      'ask itself for a re-check',
      () => change(own, { spec: { recheckRequestedAt: '2026-01-01T00:00:00Z' } }),
      'does not write the spec',
    ],
    ['set any label', () => change(own, { metadata: { labels: { mine: 'x' } } }), 'writes no label'],
    ['change any label', () => change(own, { metadata: { labels: { kept: 'x' } } }), 'writes no label'],
    ['remove any label', () => change(own, { metadata: { labels: { kept: null } } }), 'writes no label'],
    ['annotate', () => change(own, { metadata: { annotations: { a: 'x' } } }), 'neither annotations nor finalizers'],
    [
      'keep its report from being deleted',
      () => make(report(own, { finalizers: ['example.com/mine'] })),
      'neither annotations nor finalizers',
    ],
    ['list the reports', () => () => agent.get(reportsPath), 'cannot list resource'],
  ])("an agent's request to %s", async (_what, request, answer) => {
    expect(await answerTo(request()())).toContain(answer);
  });

  /** A status that was observed so many seconds from now. */
  const statusAfter = (seconds: number, now = Date.now()) => {
    const observedAt = new Date(now + seconds * 1000).toISOString();
    return [{ op: 'add', path: '/status', value: { ...value, observedAt } }];
  };
  const jsonPatch = 'application/json-patch+json';
  const backInTime = 'does not set status.observedAt back';

  it.each([
    ['a later time', -60, -30, 'allowed'],
    ['the same time, as a repair does', -60, -60, 'allowed'],
    ['an earlier time', -60, -90, backInTime],
    ['a time a year ago', -60, -31_536_000, backInTime],
    ['the time of now, over one of a clock that was ahead', 3600, 0, backInTime],
  ])("an agent's request to write %s", async (_what, before, after, answer) => {
    const path = `${reportsPath}/${own}`;
    await client.create(reportsPath, report(own));
    const now = Date.now();
    await client.patch(`${path}/status`, statusAfter(before, now), jsonPatch);

    expect(await answerTo(agent.patch(`${path}/status`, 'json', statusAfter(after, now), {}))).toContain(answer);
  });

  it('an agent takes no time away to say an earlier one afterwards', async () => {
    const path = `${reportsPath}/${own}/status`;
    await client.create(reportsPath, report(own));
    await client.patch(path, statusAfter(-60), jsonPatch);

    expect(await answerTo(agent.patch(path, 'json', [{ op: 'remove', path: '/status' }], {}))).toContain(backInTime);
  });

  it('an agent writes over a status that no agent wrote, whatever it says', async () => {
    const path = `${reportsPath}/${own}/status`;
    await client.create(reportsPath, report(own));
    await client.patch(
      path,
      [{ op: 'add', path: '/status', value: { ...value, observedAt: '2026-01-01t00:00:00z' } }],
      jsonPatch,
    );

    expect(await answerTo(agent.patch(path, 'json', statusAfter(-60), {}))).toBe('allowed');
  });

  it('an agent whose clock was ahead reports again once its report was deleted', async () => {
    const wrong = new Date(Date.now() + 86_400_000).toISOString();
    await client.create(reportsPath, report(own));
    await client.patch(`${reportsPath}/${own}/status`, statusAfter(86_400), jsonPatch);
    const running = new ObservedAgent(client, await agentAccess(client, cluster, own), own, {
      observeIntervalSeconds: 0.2,
    });
    await eventually(() => expect(running.warnings[0]).toContain('delete the NodeReport, and it is created anew'));
    await client.remove(`${reportsPath}/${own}`);
    const { status: written } = await running.untilPublished();

    expect(Date.parse(written!.observedAt)).toBeLessThan(Date.parse(wrong) - 80_000_000);
  });

  it('an administrator sets a time back', async () => {
    const path = `${reportsPath}/${own}/status`;
    await client.create(reportsPath, report(own));
    await client.patch(path, statusAfter(-60), jsonPatch);
    await client.patch(path, statusAfter(-3600), jsonPatch);
  });

  it('an agent whose token names no node writes nothing', async () => {
    expect(await answerTo(unbound.create(reportsPath, report(own), {}))).toContain(
      'the token of this agent names no node',
    );
  });

  it('who may ask for a re-check changes nothing else, and an administrator anything', async () => {
    await client.create(reportsPath, report(own));
    const user = await speakAs(
      cluster,
      'rechecker',
      rulesOf('calico-readiness-recheck') as readonly Rule[],
      ending.signal,
    );
    const ask = (body: object) => answerTo(user.patch(`${reportsPath}/${own}`, 'merge', body, {}));

    expect(await ask({ spec: { recheckRequestedAt: '2026-01-01T00:00:00Z' } })).toBe('allowed');
    expect(await ask({ metadata: { labels: { 'calicoreadiness.io/verdict': 'Ready' } } })).toContain('metadata.labels');
    expect(await ask({ metadata: { annotations: { a: 'x' } } })).toContain('metadata.annotations');
    expect(await ask({ metadata: { finalizers: ['example.com/mine'] } })).toContain('metadata.finalizers');
    await client.patch(`${reportsPath}/${own}`, { metadata: { labels: { team: 'a' }, annotations: { a: 'x' } } });
  });

  it('who has the rights of an agent and is none neither creates a report nor writes a status', async () => {
    await client.create(reportsPath, report(other));
    const meddler = await speakAs(
      cluster,
      'meddler',
      rulesOf('calico-readiness-agent') as readonly Rule[],
      ending.signal,
    );
    const answers = [
      await answerTo(meddler.create(reportsPath, report(own), {})),
      await answerTo(meddler.patch(`${reportsPath}/${other}/status`, 'json', status, {})),
    ];

    for (const answer of answers) expect(answer).toContain('only the agent of its node creates a NodeReport');
  });

  it('an agent with the account and the rights of the chart reports, and is refused nothing', async () => {
    const running = new ObservedAgent(client, await agentAccess(client, cluster, own), own, {
      observeIntervalSeconds: 0.2,
    });
    const first = await running.untilPublished();
    await client.patch(`${reportsPath}/${own}`, { metadata: { labels: null } });
    await running.untilReport(({ metadata }) => expect(metadata.labels).toHaveProperty(['calicoreadiness.io/verdict']));

    expect(first.metadata.ownerReferences).toMatchObject(owner(own));
    expect(running.warnings).toEqual([]);
  });
});
