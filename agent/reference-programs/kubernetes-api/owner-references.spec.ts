import { inject } from 'vitest';
import type { FilledNodeReport } from '../../src/publish/node-report';
import { reportsPath } from './custom-resources';
import type { Rule } from './identities';
import { agentRules, createAccount, requestToken } from './identities';
import { kubeConfigFor, reportApiOf } from './kubeconfigs';
import { KubernetesClient } from './kubernetes-client';
import { aWhile, ObservedAgent, stopAgents } from './observed-agent';

const nodesPath = '/api/v1/nodes';
const kind = { apiVersion: 'calicoreadiness.io/v1alpha1', kind: 'NodeReport' };

/** With the admission plugin OwnerReferencesPermissionEnforcement, which OpenShift always has. */
describe('where owners are protected', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const names: string[] = [];

  const makeNode = async (name: string): Promise<string> => {
    names.push(name);
    return (await client.create(nodesPath, { metadata: { name } })).metadata.uid ?? '';
  };
  const accessOf = async (account: string, rules: readonly Rule[]) => {
    await createAccount(client, account, rules);
    return kubeConfigFor(cluster, { user: { token: await requestToken(client, account) } });
  };
  afterEach(async () => {
    await stopAgents();
    for (const name of names.splice(0)) {
      await client.remove(`${reportsPath}/${name}`);
      await client.remove(`${nodesPath}/${name}`);
    }
  });

  it('a report is created with its owner without any right on the Node but to read it', async () => {
    const uid = await makeNode('owned');
    const api = reportApiOf(await accessOf('creator', agentRules), new AbortController().signal);
    const metadata = { name: 'owned', ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'owned', uid }] };

    await expect(api.createReport({ ...kind, metadata } as unknown as FilledNodeReport)).resolves.toMatchObject({
      metadata,
    });
  });

  it('an owner that blocks its own deletion takes a right on finalizers of Nodes, hence the agent never asks for it', async () => {
    const uid = await makeNode('blocking');
    const api = reportApiOf(await accessOf('blocker', agentRules), new AbortController().signal);
    const owner = { apiVersion: 'v1', kind: 'Node', name: 'blocking', uid, blockOwnerDeletion: true };
    const report = { ...kind, metadata: { name: 'blocking', ownerReferences: [owner] } };

    await expect(api.createReport(report as unknown as FilledNodeReport)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining(
        "cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on",
      ) as string,
    });
  });

  it('an agent that finds a report without an owner keeps it up to date, and says once what to do', async () => {
    await makeNode('orphan');
    await client.create(reportsPath, { ...kind, metadata: { name: 'orphan' } });
    const agent = new ObservedAgent(client, await accessOf('adopter', agentRules), 'orphan', {
      observeIntervalSeconds: 0.2,
    });
    await agent.untilPublished();
    await agent.untilLogged('does not let the agent set its Node as owner of an existing report');
    await aWhile(1000);
    const report = await agent.report();
    await client.remove(`${reportsPath}/orphan`);
    await agent.untilReport(({ metadata }) => expect(metadata.ownerReferences).toHaveLength(1));

    expect(report?.metadata.ownerReferences).toBeUndefined();
    expect(agent.warnings).toHaveLength(1);
    expect(JSON.stringify(agent.lines)).toContain("cannot set an ownerRef on a resource you can't delete");
  });

  it('an agent that may delete its report becomes the owner beside the others', async () => {
    const uid = await makeNode('adopted');
    const pod = { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'a-pod' };
    await client.create(reportsPath, { ...kind, metadata: { name: 'adopted', ownerReferences: [pod] } });
    const mayDelete = { apiGroups: ['calicoreadiness.io'], resources: ['nodereports'], verbs: ['delete'] };
    const agent = new ObservedAgent(client, await accessOf('deleter', [...agentRules, mayDelete]), 'adopted');
    await agent.untilReport(({ metadata }) =>
      expect(metadata.ownerReferences?.map((owner) => owner.uid)).toEqual(['a-pod', uid]),
    );

    expect(agent.warnings).toEqual([]);
  });
});
