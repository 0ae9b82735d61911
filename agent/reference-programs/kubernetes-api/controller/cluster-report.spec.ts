import { join } from 'node:path';
import type { ClusterReport, NodeReportStatus } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import type { KubeConfig } from '../../../src/cluster/kube-config';
import { prepareCluster, startApiServer } from '../api-server';
import { controllerAccess, installRights } from '../chart/installed-chart';
import type { Cluster } from '../cluster';
import { installDefinitions, ownDefinitions, reportsPath } from '../custom-resources';
import { compact } from '../etcd';
import { KubernetesClient } from '../kubernetes-client';
import { aWhile, eventually } from '../observed-agent';
import type { RunningProgram } from '../running-program';
import { clusterReportPath, ObservedController, stopControllers } from './observed-controller';
import { goldenStatus, makeNode, nodesPath, writeReport } from './reported-nodes';

const [good, bad, other] = ['debian-12-rt-amd64-prepared', 'rhel-9.4-firewalld', 'rhel-10-without-extra-modules'];

describe('the ClusterReport', () => {
  let cluster: Cluster;
  let client: KubernetesClient;
  let apiServer: RunningProgram;
  let kubeConfig: KubeConfig;
  const uids = new Map<string, string>();
  const addNode = async (name: string, system?: string): Promise<void> => {
    uids.set(name, await makeNode(client, name, system));
  };
  const report = (name: string, status: NodeReportStatus, age = 0): Promise<void> =>
    writeReport(client, name, status, { nodeUID: uids.get(name) ?? 'of-an-earlier-node', age });
  const untilReport = (assertion: (status: NonNullable<ClusterReport['status']>) => void): Promise<ClusterReport> =>
    eventually(async () => {
      const found = (await client.get(clusterReportPath)) as ClusterReport | undefined;
      if (found?.status === undefined) throw new Error('There is no status yet');
      assertion(found.status);
      return found;
    });

  beforeAll(async () => {
    const shared = inject('cluster');
    // Nodes of other specs must not be counted.
    cluster = await prepareCluster(join(shared.directory, '../summed-up'), shared.etcdUrl);
    client = new KubernetesClient(cluster);
    apiServer = await startApiServer(cluster);
    await installDefinitions(client, ownDefinitions);
    await installRights(client);
    kubeConfig = await controllerAccess(client, cluster);
  }, 120_000);
  afterEach(async () => {
    await stopControllers(client);
    for (const path of [nodesPath, reportsPath]) await client.do('DELETE', path);
    uids.clear();
  });
  afterAll(() => apiServer.stop('SIGKILL'));

  it('says of every node what it counts as, and why, by cause', async () => {
    for (const name of ['bad-1', 'bad-2', 'other', 'good', 'missing', 'stale', 'replaced']) await addNode(name);
    await addNode('windows', 'windows');
    for (const name of ['bad-2', 'bad-1']) await report(name, goldenStatus(bad));
    await report('other', goldenStatus(other));
    await report('good', goldenStatus(good));
    await report('stale', goldenStatus(bad), 3600);
    uids.delete('replaced');
    await report('replaced', goldenStatus(good));
    await report('of-no-node', goldenStatus(bad));
    const controller = new ObservedController(kubeConfig);
    const { status } = await untilReport(({ profile }) => expect(profile).toBeDefined());
    const verdicts = [goldenStatus(bad), goldenStatus(other), goldenStatus(good)].map(({ verdict }) => verdict);

    expect(verdicts).toEqual(['NotReady', 'NotReady', 'Ready']);
    expect(status?.nodes).toEqual({ nodes: 7, ready: 1, notReady: 3, unknown: 0, stale: 1, noReport: 2 });
    expect(status?.verdict).toBe('NotReady');
    expect(status?.connectivity).toEqual({ verified: 0, notVerified: 4, broken: 0 });
    const firewalld = status?.requirements.find(({ requirement }) => requirement === 'firewalld-disabled');
    expect(firewalld).toMatchObject({ fail: 2, pass: 2 });
    expect(status?.causes).toContainEqual(
      expect.objectContaining({
        requirement: 'firewalld-disabled',
        verdict: 'Fail',
        bearing: 'blocks',
        nodes: 2,
        nodeNames: ['bad-1', 'bad-2'],
      }),
    );
    expect(status?.causes.find(({ root }) => root === 'kernel-modules-not-installed')).toMatchObject({
      nodes: 1,
      nodeNames: ['other'],
    });
    expect(status?.causesTotal).toBe(status?.causes.length);
    expect(status?.findings).toEqual([
      expect.objectContaining({ requirement: 'openshift-version-supported', verdict: 'NotApplicable' }),
    ]);
    expect(status?.conditions).toMatchObject([{ type: 'Ready', status: 'False', reason: 'NodesNotReady' }]);
    expect(controller.warnings).toEqual([]);
  });

  it('changes with the reports and the nodes, and is not written while nothing changes', async () => {
    await addNode('a');
    await report('a', goldenStatus(good));
    new ObservedController(kubeConfig);
    const first = await untilReport(({ nodes, profile }) =>
      expect([nodes.ready, profile]).toEqual([1, expect.anything()]),
    );
    await report('a', goldenStatus(good));
    await aWhile(6000);
    const same = (await client.get(clusterReportPath)) as ClusterReport;
    expect(same.metadata.resourceVersion).toBe(first.metadata.resourceVersion);

    await report('a', goldenStatus(bad));
    await addNode('b');
    await untilReport(({ nodes }) => expect(nodes).toMatchObject({ nodes: 2, notReady: 1, noReport: 1 }));
    await client.remove(`${nodesPath}/b`);
    await client.remove(`${reportsPath}/a`);
    await untilReport(({ nodes }) => expect(nodes).toMatchObject({ nodes: 1, noReport: 1 }));
    await client.remove(clusterReportPath);
    await report('a', goldenStatus(good));
    await untilReport(({ verdict }) => expect(verdict).toBe('Ready'));
  });

  it('is right after the API server was away and has forgotten its history', async () => {
    await addNode('a');
    await report('a', goldenStatus(bad));
    new ObservedController(kubeConfig);
    await untilReport(({ nodes }) => expect(nodes.notReady).toBe(1));
    await apiServer.stop('SIGKILL');
    await compact(cluster.etcdUrl);
    await aWhile(4000);
    apiServer = await startApiServer(cluster);
    await report('a', goldenStatus(good));
    await compact(cluster.etcdUrl);

    await untilReport(({ nodes }) => expect(nodes).toMatchObject({ ready: 1, notReady: 0 }));
  }, 120_000);

  it('counts every one of many reports, page by page, and names a few nodes of a cause', async () => {
    const count = 600;
    const status = goldenStatus(bad);
    const names = Array.from({ length: count }, (_, index) => `n-${String(index).padStart(4, '0')}`);
    for (let from = 0; from < count; from += 20)
      await Promise.all(
        names.slice(from, from + 20).map(async (name) => {
          await addNode(name);
          await report(name, status);
        }),
      );
    new ObservedController(kubeConfig);
    const found = await untilReport(({ nodes }) => expect(nodes).toMatchObject({ nodes: count, notReady: count }));

    const cause = found.status?.causes.find(({ requirement }) => requirement === 'firewalld-disabled');
    expect(cause).toMatchObject({ nodes: count, nodeNames: names.slice(0, 10) });
  }, 120_000);
});
