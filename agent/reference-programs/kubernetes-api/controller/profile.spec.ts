import type { ReadinessPolicy } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { calicoDefinitions } from '../calico-definitions';
import { agentAccess, controllerAccess, installRights, removePods, removeRights } from '../chart/installed-chart';
import { definitionsPath, installDefinitions, policiesPath, reportsPath } from '../custom-resources';
import { KubernetesClient } from '../kubernetes-client';
import { aWhile, eventually, ObservedAgent, stopAgents } from '../observed-agent';
import { ObservedController, stopControllers } from './observed-controller';

const nodesPath = '/api/v1/nodes';
const policyPath = `${policiesPath}/cluster`;
const poolsPath = '/apis/crd.projectcalico.org/v1/ippools';
const felixPath = '/apis/crd.projectcalico.org/v1/felixconfigurations';
const bgpPath = '/apis/crd.projectcalico.org/v1/bgpconfigurations';
const nodeName = 'controlled';

describe('a controller with the rights of the chart', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const policy = () => client.get(policyPath) as Promise<ReadinessPolicy | undefined>;
  /** Resolves with the policy as soon as it is as the assertion wants it. */
  const untilPolicy = (assertion: (policy: ReadinessPolicy) => void): Promise<ReadinessPolicy> =>
    eventually(async () => {
      const found = await policy();
      if (found?.status === undefined) throw new Error('The policy has no status yet');
      assertion(found);
      return found;
    });
  const conditionsOf = ({ status }: ReadinessPolicy) =>
    Object.fromEntries((status?.conditions ?? []).map(({ type, ...condition }) => [type, condition]));
  const putPool = async (mode: object): Promise<void> => {
    await client.remove(`${poolsPath}/pods`);
    await client.create(poolsPath, {
      apiVersion: 'crd.projectcalico.org/v1',
      kind: 'IPPool',
      metadata: { name: 'pods' },
      spec: { cidr: '10.128.0.0/14', ...mode },
    });
  };

  beforeAll(async () => {
    await client.create(nodesPath, { metadata: { name: nodeName } });
    await installRights(client);
    await installDefinitions(client, calicoDefinitions);
    // A moment after a definition is established its storage may still be made, which the API answers with status 429.
    await eventually(() => Promise.all([poolsPath, felixPath, bgpPath].map((path) => client.do('GET', path))));
  });
  afterEach(async () => {
    await stopAgents();
    await stopControllers(client);
    await client.remove(policyPath);
    await client.remove(`${reportsPath}/${nodeName}`);
  });
  afterAll(async () => {
    await removePods(client);
    await removeRights(client);
    await client.remove(`${nodesPath}/${nodeName}`);
    for (const { metadata } of calicoDefinitions) await client.remove(`${definitionsPath}/${metadata.name}`);
  });

  it('creates the policy with an empty spec, publishes what the objects show, and writes nothing more', async () => {
    await putPool({ vxlanMode: 'Always' });
    const controller = new ObservedController(await controllerAccess(client, cluster));
    const first = await untilPolicy(() => undefined);
    await aWhile(1500);

    expect(first.spec).toEqual({});
    expect(first.status).toMatchObject({ observedGeneration: first.metadata.generation });
    expect(first.status?.profile).toMatchObject({
      encapsulation: { value: ['VXLAN'], source: 'detected', from: 'IPPool pods' },
      sctp: { value: false, source: 'defaulted' },
    });
    expect(conditionsOf(first)).toMatchObject({ Accepted: { status: 'True' }, Detected: { status: 'True' } });
    expect((await policy())?.metadata.resourceVersion).toBe(first.metadata.resourceVersion);
    expect(controller.warnings).toEqual([]);
  });

  it('puts a new declaration over it at once, leaves the spec alone, and says what agents cannot use', async () => {
    await client.create(policiesPath, {
      apiVersion: 'calicoreadiness.io/v1alpha1',
      kind: 'ReadinessPolicy',
      metadata: { name: 'cluster' },
      spec: { profile: { bgp: false } },
    });
    new ObservedController(await controllerAccess(client, cluster));
    await untilPolicy(({ status }) => expect(status?.profile.bgp).toMatchObject({ value: false, source: 'declared' }));
    await client.patch(policyPath, { spec: { profile: { dataplane: 'Nftables' } } });
    const changed = await untilPolicy(({ status, metadata }) =>
      expect(status?.observedGeneration).toBe(metadata.generation),
    );

    expect(changed.spec).toEqual({ profile: { bgp: false, dataplane: 'Nftables' } });
    expect(changed.status?.profile.dataplane).toMatchObject({ value: 'Nftables', source: 'declared' });
    expect(conditionsOf(changed)['Accepted']).toMatchObject({ status: 'False', reason: 'DataplaneNotInRelease' });
  });

  it('has an agent judge by it, also by what its node has of its own, and go on without a controller', async () => {
    await putPool({ vxlanMode: 'Always' });
    const controller = new ObservedController(await controllerAccess(client, cluster));
    const agent = new ObservedAgent(client, await agentAccess(client, cluster, nodeName), nodeName, {
      observeIntervalSeconds: 3600,
      awaitProfileSeconds: 60,
    });
    const { status } = await agent.untilPublished();
    const { encapsulation } = (await untilPolicy(() => undefined)).status!.profile;
    expect(status?.profile.encapsulation).toEqual(encapsulation);
    expect(status?.notApplicable).toContain('ipip-protocol-open');

    await client.create(felixPath, {
      apiVersion: 'crd.projectcalico.org/v1',
      kind: 'FelixConfiguration',
      metadata: { name: `node.${nodeName}` },
      spec: { wireguardEnabled: true },
    });
    // Whoever asks all agents to look again means the cluster's objects as well.
    await client.patch(policyPath, { spec: { recheckRequestedAt: new Date().toISOString() } });
    await agent.untilReport((report) =>
      expect(report.status?.profile.wireguard).toMatchObject({ value: true, source: 'detected' }),
    );

    await controller.stop();
    await client.patch(policyPath, { spec: { profile: { sctp: true } } });
    const last = await agent.untilReport((report) => expect(report.status?.profile.sctp.value).toBe(true));
    expect(last.status?.profile).toMatchObject({ encapsulation: { value: ['VXLAN'], source: 'detected' } });
    expect(agent.warnings).toEqual([]);
    await client.remove(`${felixPath}/node.${nodeName}`);
  });

  it('keeps the profile when it may not read an object any more, also when it is started anew, and says so', async () => {
    await putPool({ vxlanMode: 'Always' });
    const kubeConfig = await controllerAccess(client, cluster);
    const before = new ObservedController(kubeConfig, { detectIntervalSeconds: 1 });
    await untilPolicy(({ status }) => expect(status?.profile.encapsulation.value).toEqual(['VXLAN']));
    const role = '/apis/rbac.authorization.k8s.io/v1/clusterroles/calico-readiness-controller';
    const { rules } = (await client.do('GET', role)) as unknown as { rules: { resources: string[] }[] };
    await client.patch(role, { rules: rules.filter(({ resources }) => !resources.includes('ippools')) });
    const unread = await untilPolicy((found) =>
      expect(conditionsOf(found)['Detected']).toMatchObject({ status: 'False' }),
    );
    expect(conditionsOf(unread)['Detected']?.message).toContain('IPPools: forbidden; counts as it was last read');
    await before.stop();
    new ObservedController(kubeConfig);
    const anew = await untilPolicy((found) =>
      expect(conditionsOf(found)['Detected']?.message).toContain('was never read by this controller'),
    );
    await client.patch(role, { rules });

    for (const { status } of [unread, anew])
      expect(status?.profile.encapsulation).toMatchObject({ value: ['VXLAN'], source: 'detected' });
  });
});
