import { join } from 'node:path';
import type { NodeReportStatus } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import type { KubeConfig } from '../../../src/cluster/kube-config';
import type { ControllerOptions } from '../../../src/controller/run-controller';
import { prepareCluster, startApiServer } from '../api-server';
import { controllerAccess, installRights } from '../chart/installed-chart';
import { otherRenderings } from '../chart/renderings';
import { installDefinitions, ownDefinitions, policiesPath, reportsPath } from '../custom-resources';
import type { KubernetesObject } from '../kubernetes-client';
import { KubernetesClient } from '../kubernetes-client';
import { aWhile, eventually } from '../observed-agent';
import type { RunningProgram } from '../running-program';
import { ObservedController, stopControllers } from './observed-controller';
import { goldenStatus, makeNode, nodesPath, writeReport } from './reported-nodes';

const [good, bad, other] = ['debian-12-rt-amd64-prepared', 'rhel-9.4-firewalld', 'rhel-10-without-extra-modules'];
const strategic = 'application/strategic-merge-patch+json';
/** How the documentation takes the condition away where the option is off again. */
const takeAway = { status: { conditions: [{ type: 'CalicoReady', $patch: 'delete' }] } };

interface NodeCondition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly lastTransitionTime: string;
}

describe('the condition CalicoReady of Nodes', () => {
  let client: KubernetesClient;
  let apiServer: RunningProgram;
  let kubeConfig: KubeConfig;
  const uids = new Map<string, string>();
  const addNode = async (name: string, system?: string): Promise<void> => {
    uids.set(name, await makeNode(client, name, system));
  };
  const report = (name: string, status: NodeReportStatus, age = 0): Promise<void> =>
    writeReport(client, name, status, { nodeUID: uids.get(name) ?? 'of-an-earlier-node', age });
  const start = (options: Partial<ControllerOptions> = {}): ObservedController =>
    new ObservedController(kubeConfig, { told: { nodeCondition: true }, ...options });
  const node = async (name: string): Promise<KubernetesObject> => client.do('GET', `${nodesPath}/${name}`);
  const conditions = async (name: string): Promise<Readonly<Record<string, NodeCondition>>> => {
    const { conditions: list } = (await node(name))['status'] as { conditions?: readonly NodeCondition[] };
    return Object.fromEntries((list ?? []).map((condition) => [condition.type, condition]));
  };
  const ours = async (name: string): Promise<NodeCondition | undefined> => (await conditions(name))['CalicoReady'];
  const untilSaid = (name: string, expected: Partial<NodeCondition>): Promise<NodeCondition> =>
    eventually(async () => {
      const condition = await ours(name);
      expect(condition).toMatchObject(expected);
      return condition!;
    });
  /** As a kubelet does, which names its own conditions and no others. */
  const beatAsKubelet = (name: string, time = new Date()): Promise<unknown> =>
    client.patch(
      `${nodesPath}/${name}/status?fieldManager=kubelet`,
      {
        status: {
          conditions: ['MemoryPressure', 'Ready'].map((type) => ({
            type,
            status: type === 'Ready' ? 'True' : 'False',
            reason: 'Kubelet',
            message: 'by the kubelet',
            lastHeartbeatTime: time.toISOString(),
            lastTransitionTime: '2026-01-01T00:00:00Z',
          })),
        },
      },
      strategic,
    );

  beforeAll(async () => {
    const shared = inject('cluster');
    // Nodes of other specs must not get one.
    const cluster = await prepareCluster(join(shared.directory, '../conditions'), shared.etcdUrl);
    client = new KubernetesClient(cluster);
    apiServer = await startApiServer(cluster);
    await installDefinitions(client, ownDefinitions);
    await installRights(client, otherRenderings['telling-others']);
    kubeConfig = await controllerAccess(client, cluster);
  }, 120_000);
  afterEach(async () => {
    await stopControllers(client);
    for (const path of [nodesPath, reportsPath]) await client.do('DELETE', path);
    uids.clear();
  });
  afterAll(() => apiServer.stop('SIGKILL'));

  it('says what the current report of each says, and Unknown where there is none', async () => {
    for (const name of ['bad', 'good', 'missing', 'stale', 'replaced']) await addNode(name);
    await addNode('windows', 'windows');
    await report('bad', goldenStatus(bad));
    await report('good', goldenStatus(good));
    await report('stale', goldenStatus(good), 36_000);
    uids.delete('replaced');
    await report('replaced', goldenStatus(good));
    const controller = start();

    const ready = goldenStatus(bad).conditions.find(({ type }) => type === 'Ready');
    await untilSaid('bad', { status: 'False', reason: 'RequirementsNotMet', message: ready?.message ?? '' });
    await untilSaid('good', { status: 'True', reason: 'RequirementsMet' });
    await untilSaid('missing', { status: 'Unknown', reason: 'NoReport' });
    await untilSaid('stale', { status: 'Unknown', reason: 'ReportNotCurrent' });
    await untilSaid('replaced', { status: 'Unknown', reason: 'NoReport' });
    expect(await ours('windows')).toBeUndefined();
    expect(controller.warnings).toEqual([]);
  });

  it('leaves the conditions of the kubelet alone, which writes at the same time', async () => {
    await addNode('a');
    await beatAsKubelet('a');
    await report('a', goldenStatus(good));
    start();
    let beating = true;
    const last = new Date();
    const kubelet = (async () => {
      while (beating) await beatAsKubelet('a', last);
    })();
    await untilSaid('a', { status: 'True' });
    await report('a', goldenStatus(bad));
    await untilSaid('a', { status: 'False' });
    beating = false;
    await kubelet;

    expect(await conditions('a')).toMatchObject({
      MemoryPressure: { status: 'False', lastTransitionTime: '2026-01-01T00:00:00Z' },
      Ready: { status: 'True', message: 'by the kubelet', lastTransitionTime: '2026-01-01T00:00:00Z' },
      CalicoReady: { status: 'False' },
    });
  });

  it('is written when something changes, and by a new controller not again', async () => {
    await addNode('a');
    await report('a', goldenStatus(bad));
    const first = start();
    const { message, lastTransitionTime } = await untilSaid('a', { status: 'False' });
    await aWhile(1100);
    const { metadata } = await node('a');
    await report('a', goldenStatus(bad));
    await first.stop();
    start();
    await aWhile(8000);
    expect((await node('a')).metadata.resourceVersion).toBe(metadata.resourceVersion);

    // Another reason for the same status is no transition, but another status is.
    await report('a', goldenStatus(other));
    await eventually(async () => expect((await ours('a'))?.message).not.toBe(message));
    expect(await ours('a')).toMatchObject({ status: 'False', lastTransitionTime });
    await report('a', goldenStatus(good));
    const now = await untilSaid('a', { status: 'True' });
    expect(Date.parse(now.lastTransitionTime)).toBeGreaterThan(Date.parse(lastTransitionTime));
  });

  it('is True for a reason of its own where waivers cover all that is not met, and only as long as they are there', async () => {
    await addNode('a');
    await report('a', goldenStatus(bad));
    start();
    await untilSaid('a', { status: 'False', reason: 'RequirementsNotMet' });
    const unmet = goldenStatus(bad).findings.filter(({ verdict }) => verdict === 'Fail' || verdict === 'Unknown');
    const waivers = unmet.map(({ requirement }) => ({
      requirement,
      reason: 'moves',
      owner: 'network team',
      expiry: '2999-01-01T00:00:00Z',
    }));
    await client.patch(`${policiesPath}/cluster`, { spec: { waivers } });
    const { message } = await untilSaid('a', { status: 'True', reason: 'ReadyWithWaivers' });
    expect(message).toContain('firewalld-disabled until 2999-01-01');
    await client.patch(`${policiesPath}/cluster`, { spec: { waivers: null } });
    await untilSaid('a', { status: 'False', reason: 'RequirementsNotMet' });
  });

  it('is that of the Node of now where one of the same name was there before', async () => {
    await addNode('a');
    await report('a', goldenStatus(good));
    const controller = start();
    await untilSaid('a', { status: 'True' });
    await client.remove(`${nodesPath}/a`);
    await addNode('a');
    await untilSaid('a', { status: 'Unknown', reason: 'NoReport' });
    await report('a', goldenStatus(good));
    await untilSaid('a', { status: 'True' });

    expect(controller.warnings).toEqual([]);
  });

  it('is not set without the option, and is taken away as the documentation says', async () => {
    await addNode('a');
    await beatAsKubelet('a');
    await report('a', goldenStatus(good));
    const controller = start();
    await untilSaid('a', { status: 'True' });
    await controller.stop();
    start({ told: {} });
    await client.patch(`${nodesPath}/a/status`, takeAway, strategic);
    await aWhile(6000);

    expect(Object.keys(await conditions('a')).sort()).toEqual(['MemoryPressure', 'Ready']);
  });

  it('says what is missing where the role does not permit it', async () => {
    await installRights(client);
    await addNode('a');
    await report('a', goldenStatus(good));
    const controller = start();
    await eventually(() =>
      expect(controller.warnings).toEqual(['Cannot write the condition CalicoReady of a Node; trying again']),
    );
    await installRights(client, otherRenderings['telling-others']);
    await untilSaid('a', { status: 'True' });
  });
});
