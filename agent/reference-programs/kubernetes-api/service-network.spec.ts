import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { kubeletServer } from '../../src/commands/kubelet-server';
import type { Cluster } from './cluster';

import { agentRules, createAccount, requestToken } from './identities';
import { kubeConfigFor, kubeconfigText } from './kubeconfigs';
import { KubernetesClient } from './kubernetes-client';
import { ObservedAgent, stopAgents } from './observed-agent';

/** Nothing listens on tcpmux's port: the address of the service, where nothing makes it lead anywhere. */
const service = 'https://127.0.0.1:1';

describe('an agent on a node where services have no network', () => {
  let cluster: Cluster;
  let client: KubernetesClient;
  let token: string;

  beforeAll(async () => {
    cluster = inject('cluster');
    client = new KubernetesClient(cluster);
    await createAccount(client, 'without-services', agentRules);
    token = await requestToken(client, 'without-services');
  });
  afterEach(stopAgents);

  const start = async (name: string, otherServer: boolean): Promise<ObservedAgent> => {
    await client.create('/api/v1/nodes', { metadata: { name } });
    const kubeConfig = await kubeConfigFor(cluster, { cluster: { server: service }, user: { token } });
    const observed: ObservedAgent = new ObservedAgent(client, kubeConfig, name, {
      ...(otherServer && { otherServer: { find: () => kubeletServer(observed.hostRoot) } }),
    });
    mkdirSync(join(observed.hostRoot, 'etc/kubernetes'), { recursive: true });
    // The kubelet's own credentials are no part of what is used.
    const user = { token: 'of-the-kubelet' };
    writeFileSync(join(observed.hostRoot, 'etc/kubernetes/kubeconfig'), kubeconfigText(cluster, { user }));
    return observed;
  };

  it("reports by the server of the kubelet's kubeconfig, with its own token and the authority of its pod", async () => {
    const observed = await start('service-less', true);
    const report = await observed.untilPublished();
    expect(report.metadata.name).toBe('service-less');
  });

  it('waits without it', async () => {
    const observed = await start('service-less-alone', false);
    await observed.untilLogged('cannot be reached');
    expect(await observed.report()).toBeUndefined();
  });
});
