import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Cluster } from './cluster';
import { prepareCluster, startApiServer } from './api-server';
import { installDefinitions, ownDefinitions, policiesPath, reportsPath } from './custom-resources';
import { compact } from './etcd';
import { Forwarder } from './forwarder';
import { agentRules, createAccount, requestToken } from './identities';
import { kubeConfigFor } from './kubeconfigs';
import { KubernetesClient } from './kubernetes-client';
import { aWhile, eventually, ObservedAgent, stopAgents } from './observed-agent';
import type { RunningProgram } from './running-program';

const nodesPath = '/api/v1/nodes';
const policy = { apiVersion: 'calicoreadiness.io/v1alpha1', kind: 'ReadinessPolicy', metadata: { name: 'cluster' } };

describe('an agent whose API server', () => {
  let cluster: Cluster;
  let client: KubernetesClient;
  let apiServer: RunningProgram;
  let forwarder: Forwarder;
  let server: string;
  let token: string;
  let count = 0;

  beforeAll(async () => {
    const shared = inject('cluster');
    cluster = await prepareCluster(join(shared.directory, '../restarted'), shared.etcdUrl);
    client = new KubernetesClient(cluster);
    apiServer = await startApiServer(cluster);
    await createAccount(client, 'watcher', agentRules);
    token = await requestToken(client, 'watcher');
  }, 120_000);
  afterAll(() => apiServer.stop('SIGKILL'));
  beforeEach(async () => {
    forwarder = new Forwarder(cluster);
    server = await forwarder.start();
  });
  afterEach(async () => {
    await stopAgents();
    await forwarder.stop();
    await client.remove(`${policiesPath}/cluster`);
  });

  const start = async (observeIntervalSeconds = 0.2): Promise<ObservedAgent> => {
    count += 1;
    const name = `worker-${String(count)}`;
    await client.create(nodesPath, { metadata: { name } });
    const kubeConfig = await kubeConfigFor(cluster, {
      cluster: { server, 'insecure-skip-tls-verify': true },
      user: { token },
    });
    return new ObservedAgent(client, kubeConfig, name, { observeIntervalSeconds });
  };
  const followsPolicy = async (observed: ObservedAgent): Promise<void> => {
    await client.create(policiesPath, { ...policy, spec: { profile: { sctp: true } } });
    await observed.untilReport(({ status }) => expect(status?.profile.sctp.value).toBe(true));
  };
  const answersRequests = async (observed: ObservedAgent): Promise<void> => {
    const recheckRequestedAt = new Date().toISOString();
    await client.patch(`${reportsPath}/${observed.nodeName}`, { spec: { recheckRequestedAt } });
    await observed.untilReport(({ status }) =>
      expect(Date.parse(status!.observedAt)).toBeGreaterThan(Date.parse(recheckRequestedAt)),
    );
  };

  it('has no definitions yet says so, and reports once they are installed', async () => {
    const observed = await start();
    await observed.untilLogged('the custom resource definitions of calicoreadiness.io are not installed');
    await installDefinitions(client, ownDefinitions);

    await observed.untilPublished();
  });

  it('ends every watch after a second sees all changes, and asks again moderately', async () => {
    forwarder.changeWatch = (parameters) => parameters.set('timeoutSeconds', '1');
    const observed = await start(3600);
    await observed.untilPublished();
    await eventually(() => expect(forwarder.count(/^WATCH/)).toBeGreaterThanOrEqual(4));
    await followsPolicy(observed);
    await answersRequests(observed);

    expect(observed.warnings).toEqual([]);
    expect(forwarder.count(/^WATCH/)).toBeLessThan(20);
  });

  it('has forgotten what a watch begins with (410 Gone) watches anew', async () => {
    let expired = 0;
    await compact(cluster.etcdUrl);
    forwarder.changeWatch = (parameters) => {
      if (expired >= 4) return;
      expired += 1;
      parameters.set('resourceVersion', '1');
    };
    const observed = await start(3600);
    await observed.untilPublished();
    await eventually(() => expect(forwarder.count(/^WATCH/)).toBeGreaterThan(4));
    await followsPolicy(observed);
    await answersRequests(observed);

    expect(observed.warnings.filter((warning) => !warning.startsWith('Cannot watch'))).toEqual([]);
  });

  it.each<NodeJS.Signals>(['SIGTERM', 'SIGKILL'])(
    'ends by %s, and comes back without its history, catches up with everything',
    async (signal) => {
      const observed = await start();
      await observed.untilPublished();
      await aWhile(500);
      await apiServer.stop(signal);
      try {
        await compact(cluster.etcdUrl);
        writeFileSync(join(observed.hostRoot, 'etc/os-release'), 'ID=fedora\nVERSION_ID=41\n');
        await observed.untilLogged('The API cannot be reached; trying again');
        await observed.untilLogged('Cannot watch the NodeReport; trying again');
      } finally {
        apiServer = await startApiServer(cluster);
      }
      await observed.untilReport(({ status }) => expect(status?.facts.operatingSystem?.id).toBe('fedora'));
      await observed.untilLogged('The API is back');
      await followsPolicy(observed);
      await answersRequests(observed);
    },
    120_000,
  );
});
