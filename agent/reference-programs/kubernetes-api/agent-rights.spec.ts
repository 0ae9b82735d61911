import { inject } from 'vitest';
import { reportsPath } from './custom-resources';
import { agentRules, createAccount, grantAnew, requestToken, userOfAccount, withoutRight } from './identities';
import { kubeConfigFor } from './kubeconfigs';
import { KubernetesClient } from './kubernetes-client';
import { eventually, ObservedAgent, stopAgents } from './observed-agent';

const nodesPath = '/api/v1/nodes';
const noReport = 'The API does not permit the agent to read its Node or to write its NodeReport; trying again';

describe('an agent that lacks a right', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const agents: ObservedAgent[] = [];

  const start = async (account: string, rules = agentRules): Promise<ObservedAgent> => {
    await client.create(nodesPath, { metadata: { name: account } });
    await createAccount(client, account, rules);
    const kubeConfig = await kubeConfigFor(cluster, { user: { token: await requestToken(client, account) } });
    const agent = new ObservedAgent(client, kubeConfig, account, { observeIntervalSeconds: 0.2 });
    agents.push(agent);
    return agent;
  };
  afterEach(async () => {
    await stopAgents();
    for (const agent of agents.splice(0)) {
      await client.remove(`${reportsPath}/${agent.nodeName}`);
      await client.remove(`${nodesPath}/${agent.nodeName}`);
    }
  });

  it.each([
    ['get', 'nodes', noReport],
    ['get', 'nodereports', noReport],
    ['create', 'nodereports', noReport],
    ['patch', 'nodereports/status', noReport],
    ['watch', 'nodereports', 'Cannot watch the NodeReport; trying again'],
    ['watch', 'readinesspolicies', 'Cannot watch the ReadinessPolicy; trying again'],
  ])('to %s %s says so with the words of the API, and goes on once it has it', async (verb, resource, sentence) => {
    const account = `lacks-${verb}-${resource.replace('/', '-')}`;
    const agent = await start(account, withoutRight(verb, resource));
    await agent.untilLogged(sentence);
    const { fields } = agent.lines.find(({ message }) => message === sentence)!;

    expect(JSON.stringify(fields)).toContain(`cannot ${verb} resource \\"${resource}\\"`);
    await grantAnew(client, userOfAccount(account), agentRules);
    await agent.untilPublished();
  });

  it('to patch nodereports publishes, and says that it cannot keep the label', async () => {
    const agent = await start('lacks-patch', withoutRight('patch', 'nodereports'));
    await agent.untilPublished();
    expect(agent.warnings).toEqual([]);
    await client.patch(`${reportsPath}/lacks-patch`, { metadata: { labels: null } });

    await agent.untilLogged(noReport);
  });

  it('to read the policy judges without one', async () => {
    const agent = await start('lacks-get-readinesspolicies', withoutRight('get', 'readinesspolicies'));

    expect((await agent.untilPublished()).status?.profile.wireguard).toEqual({ value: false, source: 'defaulted' });
    expect(agent.warnings).toEqual([]);
  });

  it('to anything but what README.md names lacks nothing', async () => {
    const agent = await start('lacks-nothing');
    await agent.untilPublished();
    await client.patch(`${reportsPath}/lacks-nothing/status`, { status: { verdict: 'Ready', findings: [] } });
    await agent.untilReport(({ status }) => expect(status?.findings.length).toBeGreaterThan(0));
    await eventually(() => expect(agent.warnings).toEqual([]));
  });
});
