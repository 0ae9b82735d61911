import { join } from 'node:path';
import type { ClusterReport } from '@calico-readiness/requirements';
import { bgpNeed, externalPeersOf, hashOf, readPeerList } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { ApiClient } from '../../../src/cluster/api-client';
import type { KubeConfig } from '../../../src/cluster/kube-config';
import type { ListedPeers } from '../../../src/flow-agent/peer-list/read-peer-shards';
import { readPeerShards } from '../../../src/flow-agent/peer-list/read-peer-shards';
import { calicoDefinitions } from '../calico-definitions';
import { prepareCluster, startApiServer } from '../api-server';
import { namespace, render } from '../chart/helm';
import { agentAccess, controllerAccess, installRights } from '../chart/installed-chart';
import { openShift } from '../chart/renderings';
import { definitionsPath, installDefinitions, ownDefinitions } from '../custom-resources';
import { KubernetesClient } from '../kubernetes-client';
import { eventually } from '../observed-agent';
import type { RunningProgram } from '../running-program';
import { clusterReportPath, ObservedController, stopControllers } from './observed-controller';
import { goldenStatus, makeNode, nodesPath, writeReport } from './reported-nodes';

const inNamespace = `/api/v1/namespaces/${namespace}`;
const listPath = `${inNamespace}/configmaps/calico-readiness-peers-0`;
const keyPath = `${inNamespace}/secrets/calico-readiness-flows`;
const peerList = { namespace, prefix: 'calico-readiness-peers', secret: 'calico-readiness-flows', gap: 200 };
const names = ['a', 'b', 'c', 'd', 'e'];

interface StoredData {
  readonly data?: Readonly<Record<string, string>>;
}

describe('the list of peers', () => {
  let client: KubernetesClient;
  let apiServer: RunningProgram;
  let kubeConfig: KubeConfig;
  let agent: ApiClient;
  const uids = new Map<string, string>();

  const addNode = async (name: string): Promise<void> => {
    const uid = await makeNode(client, name);
    uids.set(name, uid);
    const ready = { type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z' };
    const addresses = [{ type: 'InternalIP', address: `10.0.0.${String(names.indexOf(name) + 1)}` }];
    await client.patch(`${nodesPath}/${name}/status`, { status: { addresses, conditions: [ready] } });
    await writeReport(client, name, goldenStatus('debian-12-rt-amd64-prepared'), { nodeUID: uid });
  };
  /** As agents read it. */
  const read = async () => {
    const { data } = (await agent.get(listPath, { resourceVersion: '0' })) as StoredData;
    return readPeerList([data?.['peers'] ?? '']).peers;
  };
  const untilListed = (expected: readonly string[]): Promise<unknown> =>
    eventually(async () => expect((await read()).map(({ name }) => name)).toEqual(expected));
  const key = async (): Promise<string> => ((await agent.get(keyPath)) as StoredData).data?.['key'] ?? '';

  beforeAll(async () => {
    const shared = inject('cluster');
    const cluster = await prepareCluster(join(shared.directory, '../listed-peers'), shared.etcdUrl);
    client = new KubernetesClient(cluster);
    apiServer = await startApiServer(cluster);
    await installDefinitions(client, ownDefinitions);
    await installRights(client);
    // As the chart has them for the controller to fill.
    for (const object of render(openShift)) {
      if (object.metadata.name === peerList.secret) await client.create(`${inNamespace}/secrets`, object);
      if (object.metadata.name === `${peerList.prefix}-0`) await client.create(`${inNamespace}/configmaps`, object);
    }
    for (const name of names) await addNode(name);
    kubeConfig = await controllerAccess(client, cluster);
    agent = new ApiClient(await agentAccess(client, cluster, 'a'), new AbortController().signal);
  }, 120_000);
  afterEach(() => stopControllers(client));
  afterAll(() => apiServer.stop('SIGKILL'));

  it('is published with the chart’s rights, with its key, and read with those of an agent', async () => {
    const controller = new ObservedController(kubeConfig, { peerList });
    await untilListed(names);
    expect((await read())[1]).toMatchObject({
      name: 'b',
      key: hashOf(uids.get('b') ?? ''),
      addresses: { IPv4: '10.0.0.2' },
      answers: true,
      inMesh: true,
    });
    const first = await eventually(async () => {
      const made = await key();
      expect(Buffer.from(made, 'base64')).toHaveLength(32);
      return made;
    });
    await controller.stop();
    new ObservedController(kubeConfig, { peerList });
    await client.patch(listPath, { data: { peers: 'nobody' } });
    await untilListed(names);
    expect(await key()).toBe(first);
    expect(controller.warnings).toEqual([]);
  });

  it('is made anew where somebody took it away, and follows nodes that leave and come', async () => {
    await client.remove(listPath);
    new ObservedController(kubeConfig, { peerList });
    await untilListed(names);
    await client.remove(`${nodesPath}/c`);
    await untilListed(names.filter((name) => name !== 'c'));
    await addNode('c');
    await untilListed(names);
    expect((await read())[2]?.key).toBe(hashOf(uids.get('c') ?? ''));
  });

  it('gives agents and the controller no other ConfigMap and no other Secret', async () => {
    await client.create(`${inNamespace}/configmaps`, { metadata: { name: 'of-another' } });
    await client.create(`${inNamespace}/secrets`, { metadata: { name: 'of-another' } });
    const controller = new ApiClient(kubeConfig, new AbortController().signal);
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'new' } };
    const refused = [
      ...['configmaps', 'secrets'].flatMap((kind) =>
        [agent, controller].flatMap((api) => [
          () => api.get(`${inNamespace}/${kind}/of-another`),
          () => api.get(`${inNamespace}/${kind}`),
          () => api.patch(`${inNamespace}/${kind}/of-another`, 'merge', { data: {} }, {}),
        ]),
      ),
      () => agent.patch(listPath, 'merge', { data: {} }, {}),
      () => agent.patch(keyPath, 'merge', { data: {} }, {}),
      () => controller.create(`${inNamespace}/secrets`, secret, {}),
    ];
    for (const ask of refused) await expect(ask()).rejects.toMatchObject({ status: 403 });
  });

  it('says who speaks BGP with whom, by BGPPeers that the controller may list and agents may not', async () => {
    await installDefinitions(client, calicoDefinitions);
    const crd = '/apis/crd.projectcalico.org/v1';
    const calico = (kind: string, name: string, spec: object) => ({
      ...{ apiVersion: 'crd.projectcalico.org/v1', kind, metadata: { name }, spec },
    });
    await client.create(
      `${crd}/bgpconfigurations`,
      calico('BGPConfiguration', 'default', { nodeToNodeMeshEnabled: false }),
    );
    await client.create(`${crd}/bgppeers`, calico('BGPPeer', 'reflector', { peerSelector: 'has(route-reflector)' }));
    await client.create(`${crd}/bgppeers`, calico('BGPPeer', 'switch', { node: 'b', peerIP: '192.0.2.1' }));
    await client.patch(`${nodesPath}/a`, {
      metadata: {
        labels: { 'route-reflector': 'true' },
        annotations: { 'projectcalico.org/RouteReflectorClusterID': '1.0.0.1' },
      },
    });
    await expect(agent.get(`${crd}/bgppeers`)).rejects.toMatchObject({ status: 403 });
    const controller = new ObservedController(kubeConfig, { peerList, detectIntervalSeconds: 1 });
    await eventually(async () => {
      const listed = await readPeerShards(agent, { namespace, prefix: peerList.prefix });
      const { peers, network } = listed as ListedPeers;
      const needs = ['b', 'c', 'd'].map((name) => {
        const [first, other] = [peers[0]!, peers.find((peer) => peer.name === name)!];
        return [bgpNeed(network, first, other, 'IPv4'), bgpNeed(network, other, peers.at(-1)!, 'IPv4')];
      });
      expect(needs).toEqual(needs.map(() => ['needed', 'not-needed']));
      const external = peers.map((peer) => externalPeersOf(network.bgp, peer)?.map(({ address }) => address));
      expect(external).toEqual([[], ['192.0.2.1'], [], [], []]);
    });
    expect(controller.warnings.filter((warning) => warning.includes('BGPPeers'))).toEqual([]);
    await client.remove(`${crd}/bgpconfigurations/default`);
    for (const name of ['reflector', 'switch']) await client.remove(`${crd}/bgppeers/${name}`);
  });

  it('is what failing flows are held against: their cause ends up in the ClusterReport', async () => {
    await allowTests(client);
    const now = Math.round(Date.now() / 1000);
    const times = { firstAt: now - 3000, failedAt: now - 2600, recentAt: now - 1200, lastAt: now - 600 };
    const failing = [
      { peer: 'd', key: hashOf(uids.get('d') ?? ''), outcome: 'filtered' as const, ...times, proven: true },
    ];
    for (const name of names) {
      const isNaming = name !== 'd';
      const counts = { needed: 4, tested: 4, covered: 4, blocked: Number(isNaming), failing: isNaming ? failing : [] };
      const flowTests = {
        peers: 4,
        since: now - 7200,
        allPairsBy: now,
        flows: [{ flow: 'vxlan-IPv4' as const, ...counts }],
      };
      const status = goldenStatus('debian-12-rt-amd64-prepared');
      const facts = { ...status.facts, flowTests };
      await writeReport(client, name, { ...status, facts }, { nodeUID: uids.get(name) ?? '' });
    }
    new ObservedController(kubeConfig, { peerList });
    await eventually(async () => {
      const { status } = ((await client.get(clusterReportPath)) as ClusterReport | undefined) ?? {};
      expect(status?.flows).toMatchObject({
        groups: [''],
        cells: [{ flow: 'vxlan-IPv4', failing: 4 }],
        causes: [{ kind: 'target', to: 'd', message: 'UDP 4789 to d is filtered: 4 pairs' }],
      });
    });
  });
});

/** A definition may be older than the tests; what they are is read as it is written. */
async function allowTests(client: KubernetesClient): Promise<void> {
  const facts = '/spec/versions/0/schema/openAPIV3Schema/properties/status/properties/facts';
  const patch = [{ op: 'add', path: `${facts}/x-kubernetes-preserve-unknown-fields`, value: true }];
  await client.patch(`${definitionsPath}/nodereports.calicoreadiness.io`, patch, 'application/json-patch+json');
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
