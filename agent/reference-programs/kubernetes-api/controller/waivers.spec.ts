import { join } from 'node:path';
import type { ClusterReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { prepareCluster, startApiServer } from '../api-server';
import { controllerAccess, installRights } from '../chart/installed-chart';
import { installDefinitions, ownDefinitions, policiesPath } from '../custom-resources';
import { KubernetesClient } from '../kubernetes-client';
import { eventually } from '../observed-agent';
import type { RunningProgram } from '../running-program';
import { clusterReportPath, ObservedController, stopControllers } from './observed-controller';
import { goldenStatus, makeNode, writeReport } from './reported-nodes';

const path = `${policiesPath}/cluster`;
const jsonPatch = 'application/json-patch+json';
const bad = goldenStatus('rhel-9.4-firewalld');
const failing = bad.findings.filter(({ verdict }) => verdict === 'Fail').map(({ requirement }) => requirement);
const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
const waiver = (requirement: string, expiry: string) => ({
  requirement,
  nodeSelector: { matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }] },
  reason: 'moves to another image',
  owner: 'platform team',
  expiry,
});

describe('waivers of the policy, with a controller', () => {
  let client: KubernetesClient;
  let apiServer: RunningProgram;
  let controller: ObservedController;
  const waive = (waivers: readonly object[]) => client.patch(path, { spec: { waivers } });
  /** A waiver of twenty seconds and five more between two reports. */
  const untilSaid = (assertion: (report: ClusterReport, policy: ReadinessPolicy) => void): Promise<void> =>
    vi.waitFor(
      async () => {
        const report = (await client.get(clusterReportPath)) as unknown as ClusterReport;
        const policy = (await client.get(path)) as unknown as ReadinessPolicy;
        assertion(report, policy);
      },
      { timeout: 40_000, interval: 200 },
    );
  const condition = ({ status }: ReadinessPolicy) => status?.conditions.find(({ type }) => type === 'WaiversValid');

  beforeAll(async () => {
    const shared = inject('cluster');
    const cluster = await prepareCluster(join(shared.directory, '../waived'), shared.etcdUrl);
    client = new KubernetesClient(cluster);
    apiServer = await startApiServer(cluster);
    await installDefinitions(client, ownDefinitions);
    await installRights(client);
    for (const name of ['bad-1', 'bad-2'])
      await writeReport(client, name, bad, { nodeUID: await makeNode(client, name) });
    controller = new ObservedController(await controllerAccess(client, cluster));
    await eventually(async () => expect(await client.get(path)).toBeDefined());
  }, 120_000);
  afterAll(async () => {
    await stopControllers(client);
    await apiServer.stop('SIGKILL');
  });

  it('are counted apart, and come back when they end', async () => {
    await untilSaid(({ status }, policy) => {
      expect(status?.nodes).toMatchObject({ nodes: 2, notReady: 2 });
      expect(condition(policy)).toBeUndefined();
    });
    const soon = inSeconds(20);
    await waive(failing.map((requirement) => waiver(requirement, soon)));
    await untilSaid(({ status }, policy) => {
      expect(status?.nodes).toMatchObject({ notReady: 0, waived: 2 });
      expect(status?.waivers?.[0]).toEqual({ requirement: failing[0], state: 'Active', nodes: 2 });
      expect(condition(policy)).toMatchObject({ status: 'True', reason: 'WaiversValid' });
    });
    await untilSaid(({ status }, policy) => {
      expect(status?.nodes).toMatchObject({ notReady: 2 });
      expect(status?.waivers?.[0]).toMatchObject({ state: 'Expired', nodes: 0 });
      expect(condition(policy)).toMatchObject({ status: 'False', reason: 'WaiverExpired' });
    });
    await waive([]);
    await untilSaid(({ status }, policy) => {
      expect(status).not.toHaveProperty('waivers');
      expect(condition(policy)).toBeUndefined();
    });
    expect(controller.warnings).toEqual([]);
  }, 120_000);

  it('are refused as a conflict, and change nothing, when the policy changed since it was looked at', async () => {
    const { metadata } = (await client.get(path))!;
    await client.patch(path, { spec: { reportIntervalSeconds: 600 } });
    const add = (resourceVersion: unknown) =>
      client.ask('PATCH', path, {
        body: [
          { op: 'add', path: '/metadata/resourceVersion', value: resourceVersion },
          { op: 'add', path: '/spec/waivers', value: [waiver('ebpf', inSeconds(600))] },
        ],
        contentType: jsonPatch,
      });

    expect(await add(metadata.resourceVersion)).toMatchObject({ status: 409, body: { reason: 'Conflict' } });
    const now = (await client.get(path))!;
    expect(now['spec']).not.toHaveProperty('waivers.0');
    // The controller writes the status of the policy at its own time, which makes another version too.
    await vi.waitFor(async () => {
      const { metadata: current } = (await client.get(path))!;
      expect((await add(current.resourceVersion)).status).toBe(200);
    });
  });
});
