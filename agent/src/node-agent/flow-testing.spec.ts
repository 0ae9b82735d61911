import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FakeKubernetesApi } from '../../test/fake-kubernetes-api';
import { manyPeers } from '../../test/flows/many-peers';
import { peersPath, peersPlace, publishedPeers } from '../../test/flows/published-peers';
import { FlowTesting } from './flow-testing';
import { runAgent } from './run-agent';

const nodeName = 'node-0';

describe('an agent that tests flows', () => {
  const api = new FakeKubernetesApi();
  const hostRoot = mkdtempSync(path.join(tmpdir(), 'agent-host-'));
  let ending: AbortController;
  let ended: Promise<void>;

  beforeAll(() => {
    mkdirSync(path.join(hostRoot, 'etc'));
    writeFileSync(path.join(hostRoot, 'etc/os-release'), 'ID=rhcos\n');
  });

  beforeEach(async () => {
    api.objects.clear();
    api.requests.length = 0;
    ending = new AbortController();
    await api.start();
    api.put(`/api/v1/nodes/${nodeName}`, {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: nodeName, uid: 'node-uid' },
    });
    // Nobody answers, so that this test sends nothing to anybody.
    api.put(peersPath, publishedPeers(manyPeers(30, () => ({ answers: false }))));
  });

  afterEach(async () => {
    ending.abort();
    await ended;
    await api.stop();
  });

  afterAll(() => {
    rmSync(hostRoot, { recursive: true });
  });

  const start = (more: object = { peersConfigMaps: peersPlace }): void => {
    ended = runAgent({
      kubeConfig: api.kubeConfig,
      nodeName,
      hostRoot,
      observeIntervalSeconds: 0.05,
      signal: ending.signal,
      random: () => 0,
      ...more,
    });
  };
  const flowTests = () => api.report(nodeName)?.status?.facts.flowTests;
  const reasons = () => [...new Set(flowTests()?.flows.map(({ untested }) => untested))];
  const eventually = <T>(assertion: () => T): Promise<T> => vi.waitFor(assertion, { timeout: 10_000, interval: 10 });

  it('reads the list, reports what it knows of its peers, and writes no more than without', async () => {
    start();
    await eventually(() => {
      expect(flowTests()).toMatchObject({ peers: 29 });
    });
    expect(reasons()).toEqual(['no-peer']);
    expect(flowTests()?.flows.find(({ flow }) => flow === 'bgp-IPv4')).toMatchObject({ needed: 29, tested: 0 });
    const writes = api.count(/^PATCH .*\/status$/);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(api.count(/^PATCH .*\/status$/)).toBe(writes);
    expect(api.count(/configmaps/)).toBe(1);
  });

  it('reads the key of challenges once, where it is told which Secret has it', async () => {
    const secret = '/api/v1/namespaces/calico-readiness/secrets/calico-readiness-flows';
    const data = { key: Buffer.alloc(32, 7).toString('base64') };
    api.put(secret, { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'calico-readiness-flows' }, data });
    start({
      peersConfigMaps: peersPlace,
      flowKeySecret: { namespace: 'calico-readiness', name: 'calico-readiness-flows' },
    });
    await eventually(() => {
      expect(flowTests()).toMatchObject({ peers: 29 });
    });
    expect(api.count(/secrets/)).toBe(1);
  });

  it('says that there is no list', async () => {
    api.objects.delete(peersPath);
    start();
    await eventually(() => {
      expect(reasons()).toEqual(['no-list']);
    });
  });

  it('reads no list where the policy switches tests off, and tells it as soon as that is said', async () => {
    start();
    await eventually(() => {
      expect(reasons()).toEqual(['no-peer']);
    });
    api.putPolicy({ testFlows: false });
    await eventually(() => {
      expect(reasons()).toEqual(['switched-off']);
    });
    api.putPolicy({});
    await eventually(() => {
      expect(reasons()).toEqual(['no-peer']);
    });
  });

  it('visits failing peers at once where somebody asks for another look', async () => {
    const retest = vi.spyOn(FlowTesting.prototype, 'retest');
    start();
    await eventually(() => {
      expect(reasons()).toEqual(['no-peer']);
    });
    expect(retest).not.toHaveBeenCalled();
    api.putPolicy({ recheckRequestedAt: new Date().toISOString() });
    await eventually(() => {
      expect(retest).toHaveBeenCalledOnce();
    });
    retest.mockRestore();
  });

  it('answers who asks for peers in the spec of its report, each request once', async () => {
    start();
    await eventually(() => {
      expect(reasons()).toEqual(['no-peer']);
    });
    const path = `/apis/calicoreadiness.io/v1alpha1/nodereports/${nodeName}`;
    const ask = (requestedAt: string, peers: readonly string[]): void => {
      api.put(path, { ...api.objects.get(path)!, spec: { flowTest: { requestedAt, peers } } });
    };
    const answer = () => api.report(nodeName)?.status?.flowTest;
    ask('2026-11-28T12:00:00Z', ['node-7', nodeName, 'elsewhere']);
    await eventually(() => {
      expect(answer()).toEqual({
        requestedAt: '2026-11-28T12:00:00Z',
        peers: [
          { peer: 'node-7', state: 'not-ready' },
          { peer: nodeName, state: 'own-node' },
          { peer: 'elsewhere', state: 'not-in-list' },
        ],
      });
    });
    const writes = api.count(/^PATCH .*\/status$/);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(api.count(/^PATCH .*\/status$/), 'an answer is told once').toBe(writes);
  });

  it('tests nothing that nobody asked for', async () => {
    start({});
    await eventually(() => {
      expect(api.report(nodeName)?.status).toBeDefined();
    });
    expect(flowTests()).toBeUndefined();
    expect(api.count(/configmaps/)).toBe(0);
  });
});
