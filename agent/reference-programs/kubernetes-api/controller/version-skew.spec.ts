import { join } from 'node:path';
import type { ClusterReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import type { ControllerOptions } from '../../../src/controller/run-controller';
import { prepareCluster, startApiServer } from '../api-server';
import { installRights, tokenOf } from '../chart/installed-chart';
import type { Cluster } from '../cluster';
import { ownDefinitions, policiesPath, reportsPath } from '../custom-resources';
import { Forwarder } from '../forwarder';
import { kubeConfigFor } from '../kubeconfigs';
import type { KubernetesObject } from '../kubernetes-client';
import { KubernetesClient } from '../kubernetes-client';
import { aWhile, eventually } from '../observed-agent';
import { previousDefinitions, putDefinitions } from '../older-definitions';
import type { RunningProgram } from '../running-program';
import { clusterReportPath, ObservedController, stopControllers } from './observed-controller';
import { goldenStatus, makeNode, nodesPath, writeReport } from './reported-nodes';

/** The present definition of the policy, but for fields of its status, as one of an earlier version would be. */
function policyWithout(fields: readonly string[]): KubernetesObject {
  const own = ownDefinitions.find(({ metadata }) => metadata.name.startsWith('readinesspolicies.'));
  return JSON.parse(JSON.stringify(own), (name, value: unknown) => {
    if (name === 'required' && Array.isArray(value)) return value.filter((item) => !fields.includes(String(item)));
    if (name !== 'properties') return value;
    return Object.fromEntries(Object.entries(value as object).filter(([field]) => !fields.includes(field)));
  }) as KubernetesObject;
}

describe('a controller of today where the definitions are older', () => {
  let cluster: Cluster;
  let client: KubernetesClient;
  let apiServer: RunningProgram;
  let forwarder: Forwarder;

  const start = async (options: Partial<ControllerOptions> = {}): Promise<ObservedController> => {
    const access = { server: await forwarder.start(), 'insecure-skip-tls-verify': true };
    const token = await tokenOf(client, 'calico-readiness-controller');
    const kubeConfig = await kubeConfigFor(cluster, { cluster: access, user: { token } });
    return new ObservedController(kubeConfig, options);
  };

  beforeAll(async () => {
    const shared = inject('cluster');
    cluster = await prepareCluster(join(shared.directory, '../skewed-controller'), shared.etcdUrl);
    client = new KubernetesClient(cluster);
    apiServer = await startApiServer(cluster);
    await installRights(client);
  }, 120_000);
  afterAll(() => apiServer.stop('SIGKILL'));
  beforeEach(() => {
    forwarder = new Forwarder(cluster);
  });
  afterEach(async () => {
    await stopControllers(client);
    await forwarder.stop();
    await client.remove(`${policiesPath}/cluster`);
  });

  it('waits for the definitions of the chart before it, asking ever less, and sums up what they pruned', async () => {
    await putDefinitions(client, previousDefinitions);
    for (const [name, host] of [
      ['good', 'debian-12-rt-amd64-prepared'],
      ['bad', 'rhel-9.4-firewalld'],
    ] as const)
      await writeReport(client, name, goldenStatus(host), { nodeUID: await makeNode(client, name) });
    const pruned = await client.get(`${reportsPath}/bad`);
    expect(pruned?.['status']).not.toHaveProperty('compact');
    await start();
    await aWhile(8000);
    // Two things fail, each with pauses that double.
    expect(forwarder.count(/^PATCH .*readinesspolicies/)).toBeLessThan(8);
    expect(forwarder.count(/clusterreports/)).toBeLessThan(12);

    await putDefinitions(client, ownDefinitions);
    await eventually(async () => {
      const { status } = (await client.get(clusterReportPath)) as unknown as ClusterReport;
      expect(status?.nodes).toMatchObject({ nodes: 2, ready: 1, notReady: 1 });
      const policy = (await client.get(`${policiesPath}/cluster`)) as unknown as ReadinessPolicy;
      expect(policy.status?.profile).toBeDefined();
    });
    for (const path of [nodesPath, reportsPath]) await client.do('DELETE', path);
  });

  it.each([[['conditions']], [['nodeProfiles', 'sctp']], [['lastTransitionTime', 'observedGeneration']]])(
    'does not write the status of the policy for ever where %s is dropped',
    async (fields) => {
      await putDefinitions(client, [...ownDefinitions, policyWithout(fields)]);
      // Each reading of the cluster's objects looks at the policy again.
      await start({ detectIntervalSeconds: 2 });
      await eventually(() => expect(forwarder.count(/^PATCH .*readinesspolicies\/cluster\/status/)).toBe(1));
      await aWhile(13_000);

      expect(forwarder.count(/^PATCH .*readinesspolicies\/cluster\/status/)).toBe(1);
    },
  );
});
