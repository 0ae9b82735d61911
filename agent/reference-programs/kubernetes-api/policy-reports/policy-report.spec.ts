import { join } from 'node:path';
import type { ClusterReport } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import type { KubeConfig } from '../../../src/cluster/kube-config';
import type { ControllerOptions } from '../../../src/controller/run-controller';
import { prepareCluster, startApiServer } from '../api-server';
import { controllerAccess, installRights } from '../chart/installed-chart';
import { otherRenderings } from '../chart/renderings';
import type { Cluster } from '../cluster';
import { clusterReportPath, ObservedController, stopControllers } from '../controller/observed-controller';
import { goldenStatus, makeNode, nodesPath, writeReport } from '../controller/reported-nodes';
import { definitionsPath, installDefinitions, ownDefinitions, reportsPath } from '../custom-resources';
import type { KubernetesObject } from '../kubernetes-client';
import { KubernetesClient } from '../kubernetes-client';
import { aWhile, eventually } from '../observed-agent';
import type { RunningProgram } from '../running-program';
import { openReportsDefinition, policyReportDefinition } from './policy-report-definitions';

const openReportPath = '/apis/openreports.io/v1alpha1/clusterreports/calico-readiness';
const policyReportPath = '/apis/wgpolicyk8s.io/v1alpha2/clusterpolicyreports/calico-readiness';

interface Result {
  readonly policy: string;
  readonly rule?: string;
  readonly result: string;
  readonly severity?: string;
  readonly message: string;
  readonly resources?: readonly { readonly kind: string; readonly name: string }[];
  readonly properties?: Readonly<Record<string, string>>;
}
type Report = KubernetesObject & {
  readonly summary: Readonly<Record<string, number>>;
  readonly results: readonly Result[];
};

describe('the report for other tools', () => {
  let cluster: Cluster;
  let client: KubernetesClient;
  let apiServer: RunningProgram;
  let kubeConfig: KubeConfig;
  const start = (options: Partial<ControllerOptions> = {}): ObservedController =>
    new ObservedController(kubeConfig, { told: { policyReport: true }, ...options });
  const addNode = async (name: string, host: string): Promise<void> =>
    writeReport(client, name, goldenStatus(host), { nodeUID: await makeNode(client, name) });
  const untilReport = (path: string, assertion: (report: Report) => void = () => undefined): Promise<Report> =>
    eventually(async () => {
      const report = (await client.get(path)) as Report | undefined;
      if (report === undefined) throw new Error('There is no report yet');
      assertion(report);
      return report;
    });
  const remove = async (definition: KubernetesObject): Promise<void> => {
    await client.remove(`${definitionsPath}/${definition.metadata.name}`);
    await eventually(async () =>
      expect(await client.get(`${definitionsPath}/${definition.metadata.name}`)).toBeUndefined(),
    );
  };

  beforeAll(async () => {
    const shared = inject('cluster');
    cluster = await prepareCluster(join(shared.directory, '../policy-reports'), shared.etcdUrl);
    client = new KubernetesClient(cluster);
    apiServer = await startApiServer(cluster);
    await installDefinitions(client, ownDefinitions);
    await installRights(client, otherRenderings['telling-others']);
    kubeConfig = await controllerAccess(client, cluster);
  }, 120_000);
  afterEach(async () => {
    await stopControllers(client);
    for (const definition of [openReportsDefinition(), policyReportDefinition()]) await remove(definition);
    for (const path of [nodesPath, reportsPath]) await client.do('DELETE', path);
  });
  afterAll(() => apiServer.stop('SIGKILL'));

  it('says by cause what the ClusterReport says, as OpenReports where both APIs are there', async () => {
    await installDefinitions(client, [openReportsDefinition(), policyReportDefinition()]);
    for (const name of ['bad-2', 'bad-1']) await addNode(name, 'rhel-9.4-firewalld');
    await addNode('good', 'debian-12-rt-amd64-prepared');
    await makeNode(client, 'silent');
    const controller = start();
    const report = await untilReport(openReportPath, ({ results }) =>
      expect(results.map(({ policy }) => policy)).toContain('firewalld-disabled'),
    );

    expect(report['source']).toBe('calico-readiness');
    expect(report.results.find(({ policy }) => policy === 'firewalld-disabled')).toMatchObject({
      result: 'fail',
      severity: 'high',
      scored: true,
      category: 'node',
      resources: [
        { apiVersion: 'v1', kind: 'Node', name: 'bad-1' },
        { apiVersion: 'v1', kind: 'Node', name: 'bad-2' },
      ],
      properties: { nodes: '2' },
    });
    expect(report.results.find(({ policy }) => policy === 'node-reports-current')).toMatchObject({
      result: 'error',
      message: '1 of 4 nodes have no current report.',
    });
    expect(report.results.find(({ policy }) => policy === 'processor-architecture-supported')?.result).toBe('pass');
    const counted = Object.entries(report.summary).map(([result, count]) => [
      count,
      report.results.filter((one) => one.result === result).length,
    ]);
    expect(counted.every(([count, found]) => count === found)).toBe(true);
    expect(await client.get(policyReportPath)).toBeUndefined();
    expect(controller.warnings).toEqual([]);
  });

  it('is ours by its label and its owner, and is not written while nothing changes', async () => {
    await installDefinitions(client, [openReportsDefinition()]);
    await addNode('a', 'rhel-9.4-firewalld');
    start();
    const first = await untilReport(openReportPath);
    const ours = (await client.get(clusterReportPath)) as ClusterReport;
    expect(first.metadata.labels).toEqual({ 'app.kubernetes.io/managed-by': 'calico-readiness' });
    expect(first.metadata.ownerReferences).toMatchObject([{ kind: 'ClusterReport', uid: ours.metadata.uid }]);
    await addNode('b', 'rhel-9.4-firewalld');
    const second = await untilReport(openReportPath, ({ metadata }) =>
      expect(metadata.resourceVersion).not.toBe(first.metadata.resourceVersion),
    );
    await aWhile(7000);
    expect((await client.get(openReportPath))?.metadata.resourceVersion).toBe(second.metadata.resourceVersion);
  });

  it('follows a ClusterReport that is made anew, though the API guards owners', async () => {
    await installDefinitions(client, [openReportsDefinition()]);
    await addNode('a', 'rhel-9.4-firewalld');
    const controller = start();
    const { metadata } = await untilReport(openReportPath);
    await client.remove(clusterReportPath);
    await addNode('b', 'debian-12-rt-amd64-prepared');
    await untilReport(openReportPath, (report) =>
      expect(report.metadata.ownerReferences?.[0]?.uid).not.toBe(metadata.ownerReferences?.[0]?.uid),
    );

    expect(controller.warnings).toEqual([]);
  });

  it('is a ClusterPolicyReport where the cluster has no OpenReports', async () => {
    await installDefinitions(client, [policyReportDefinition()]);
    await addNode('a', 'rhel-9.4-firewalld');
    const controller = start();
    const report = await untilReport(policyReportPath);

    expect(report.summary['fail']).toBeGreaterThan(0);
    expect(report).not.toHaveProperty('source');
    expect(controller.warnings).toEqual([]);
  });

  it('is none where the cluster has neither, or the option is off', async () => {
    await addNode('a', 'rhel-9.4-firewalld');
    const controller = start();
    await eventually(async () => expect(await client.get(clusterReportPath)).toHaveProperty('status'));
    await aWhile(1500);
    expect(controller.warnings).toEqual([]);
    expect(controller.lines.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('has neither openreports.io nor wgpolicyk8s.io'),
    );
    await controller.stop();
    await installDefinitions(client, [openReportsDefinition()]);
    start({ told: {} });
    await aWhile(3000);
    expect(await client.get(openReportPath)).toBeUndefined();
  });
});
