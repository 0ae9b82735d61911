import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AgentLog } from '../foundation/agent-log';
import type { AgentOptions } from './agent-settings';
import { runAgent } from './run-agent';
import { declareProfile } from '@calico-readiness/requirements';
import { fixtureHosts } from '../../test/fixture-hosts';
import { FakeKubernetesApi } from '../../test/fake-kubernetes-api';

const nodeName = 'worker-1';
const reportPath = `/apis/calicoreadiness.io/v1alpha1/nodereports/${nodeName}`;
/** How the status is written. */
const statusWrite = /^PATCH .*\/status$/;
const nodePath = `/api/v1/nodes/${nodeName}`;

describe('runAgent', () => {
  const api = new FakeKubernetesApi();
  let hostRoot: string;
  let ending: AbortController;
  let ended: Promise<void>;
  let lines: { level: string; message: string }[];

  const writeHost = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(hostRoot, file)), { recursive: true });
    writeFileSync(path.join(hostRoot, file), text);
  };
  const remember =
    (level: string) =>
    (_fields: object, message: string): void => {
      lines.push({ level, message });
    };
  const log: AgentLog = {
    debug: remember('debug'),
    info: remember('info'),
    warn: remember('warn'),
    error: remember('error'),
  };
  const start = (options: Partial<AgentOptions> = {}): void => {
    ended = runAgent({
      kubeConfig: api.kubeConfig,
      nodeName,
      hostRoot,
      observeIntervalSeconds: 0.05,
      signal: ending.signal,
      log,
      random: () => 0,
      ...options,
    });
  };
  const status = () => api.report(nodeName)?.status;
  const eventually = <T>(assertion: () => T): Promise<T> => vi.waitFor(assertion, { timeout: 10_000, interval: 10 });
  const published = () => eventually(() => expect(status()).toBeDefined());
  const aWhile = (milliseconds = 300): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

  beforeEach(async () => {
    hostRoot = mkdtempSync(path.join(tmpdir(), 'agent-host-'));
    writeHost('etc/os-release', 'ID=rhcos\nVERSION_ID="4.20"\n');
    lines = [];
    ending = new AbortController();
    api.objects.clear();
    api.requests.length = 0;
    api.crdInstalled = true;
    api.failing = undefined;
    api.cluster.ownersAreProtected = false;
    api.hanging = undefined;
    api.dropping = undefined;
    await api.start();
    api.put(nodePath, { apiVersion: 'v1', kind: 'Node', metadata: { name: nodeName, uid: 'node-uid' } });
  });

  afterEach(async () => {
    ending.abort();
    await ended;
    await api.stop();
    rmSync(hostRoot, { recursive: true });
  });

  it('creates the report with the verdict as label and the Node as owner', async () => {
    start();
    await published();

    expect(api.report(nodeName)).toMatchObject({
      apiVersion: 'calicoreadiness.io/v1alpha1',
      kind: 'NodeReport',
      metadata: {
        name: nodeName,
        labels: { 'calicoreadiness.io/verdict': 'Unknown' },
        ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: nodeName, uid: 'node-uid' }],
      },
      status: {
        nodeUID: 'node-uid',
        verdict: 'Unknown',
        reportIntervalSeconds: 900,
        facts: { operatingSystem: { id: 'rhcos' } },
      },
    });
  });

  it('judges by the cloud that its Node names, where the host does not show it', async () => {
    const metadata = { name: nodeName, uid: 'node-uid' };
    api.put(nodePath, { apiVersion: 'v1', kind: 'Node', metadata, spec: { providerID: 'azure:///subscriptions/1' } });
    start();
    await published();

    expect(status()?.facts.cloud).toBe('azure');
    expect(status()?.findings.find(({ requirement }) => requirement === 'ipip-protocol-open')).toMatchObject({
      verdict: 'Warn',
      reason: 'CloudDropsProtocol',
    });
    await aWhile();
    expect(api.count(/^PATCH .*status$/)).toBe(1);
  });

  it('tells of each probe how long it took, for whoever listens at debug level', async () => {
    const runs: object[] = [];
    start({ log: { ...log, debug: (run) => runs.push(run) } });
    await published();

    expect(runs).toContainEqual({
      probe: 'operating-system',
      milliseconds: expect.any(Number) as number,
      outcome: 'done',
    });
  });

  it('writes nothing more while nothing changes', async () => {
    start();
    await published();
    const { length } = api.requests;
    await aWhile();

    expect(
      api.requests.slice(length).filter((request) => !request.startsWith('WATCH') && !request.startsWith('GET')),
    ).toEqual([]);
    expect(api.count(statusWrite)).toBe(1);
  });

  it('writes when the meaning changes, and keeps since when what did not change stands', async () => {
    start();
    await published();
    const before = status();
    writeHost('etc/os-release', 'ID=fedora\nVERSION_ID=41\n');
    await eventually(() => expect(status()?.facts.operatingSystem?.id).toBe('fedora'));

    const sinceOf = (report: typeof before, id: string) =>
      report?.findings.find(({ requirement }) => requirement === id)?.since;
    expect(sinceOf(status(), 'iptables-base')).toBe(sinceOf(before, 'iptables-base'));
    expect(sinceOf(status(), 'linux-distribution-supported')).toBe(status()?.observedAt);
    expect(status()?.conditions).toEqual(before?.conditions);
  });

  it('changes the label together with the verdict', async () => {
    start();
    await published();
    writeHost('proc/sys/kernel/osrelease', '2.6.32-754.el6.x86_64\n');
    await eventually(() =>
      expect(api.report(nodeName)?.metadata.labels).toEqual({ 'calicoreadiness.io/verdict': 'NotReady' }),
    );

    expect(status()?.verdict).toBe('NotReady');
  });

  it('writes a heartbeat without news', async () => {
    start({ reportIntervalSeconds: 0.3 });
    await published();
    const first = status()?.observedAt;
    await eventually(() => expect(status()?.observedAt).not.toBe(first));
    await eventually(() => expect(api.count(statusWrite)).toBeGreaterThanOrEqual(3));

    expect(api.count(/^POST/)).toBe(1);
  });

  it('takes over a report that is there already, without creating or patching it', async () => {
    start();
    await published();
    ending.abort();
    await ended;
    const before = api.report(nodeName);
    ending = new AbortController();
    start();
    await eventually(() => expect(status()?.observedAt).not.toBe(before?.status?.observedAt));

    expect(api.count(/^POST|^PATCH .*worker-1$/)).toBe(1);
    expect(status()?.findings).toEqual(before?.status?.findings);
  });

  it('writes its status whatever others write meanwhile, without reading again', async () => {
    start({ observeIntervalSeconds: 3600 });
    await published();
    await eventually(() => expect(api.count(/^WATCH/)).toBe(2));
    // The watches begin with the current state; the agent must have seen it before it is changed.
    await aWhile();
    const { length } = api.requests;
    const report = api.objects.get(reportPath)!;
    // Changed behind the back of every watch, as when a watch lags.
    api.objects.set(reportPath, { ...report, metadata: { ...report.metadata, resourceVersion: '9999' } });
    api.putPolicy({ profile: { sctp: true } });
    await eventually(() => expect(status()?.profile.sctp.value).toBe(true));

    expect(api.requests.slice(length).filter((request) => request.includes(nodeName))).toEqual([
      expect.stringMatching(statusWrite),
    ]);
  });

  it('creates its report although somebody else is quicker', async () => {
    api.failing = { pattern: /^POST/, status: 409 };
    start();
    await eventually(() => expect(api.count(/^POST/)).toBeGreaterThan(1));
    api.failing = undefined;
    await published();

    expect(lines.filter(({ message }) => message.includes('defect'))).toEqual([]);
  });

  describe('whose report somebody else changes', () => {
    const overwrite = (change: object): void => {
      const report = api.objects.get(reportPath)!;
      api.put(reportPath, { ...report, ...change });
    };
    const watched = async (): Promise<void> => {
      await published();
      await eventually(() => expect(api.count(/^WATCH .*nodereports/)).toBe(1));
      await aWhile();
    };

    it.each([
      ['status', { status: { verdict: 'Ready', findings: [], conditions: [] } }],
      ['status, which is gone', { status: undefined }],
      ['status, which holds what no agent writes', { status: { findings: null, conditions: 'x', notApplicable: 5 } }],
    ])('repairs its %s at once', async (_name, change) => {
      start({ observeIntervalSeconds: 3600 });
      await watched();
      const before = status();
      overwrite(change);
      await eventually(() => expect(status()?.findings?.length).toBe(before?.findings.length));

      expect(status()?.verdict).toBe('Unknown');
      expect(lines.filter(({ level }) => level === 'warn')).toEqual([]);
    });

    it('repairs its label at once', async () => {
      start({ observeIntervalSeconds: 3600 });
      await watched();
      overwrite({ metadata: { ...api.objects.get(reportPath)!.metadata, labels: { pool: 'a' } } });

      await eventually(() =>
        expect(api.report(nodeName)?.metadata.labels).toEqual({ pool: 'a', 'calicoreadiness.io/verdict': 'Unknown' }),
      );
    });

    it('does not write again and again against somebody who does', async () => {
      start();
      await watched();
      const changing = setInterval(() => overwrite({ status: { verdict: 'Ready' } }), 20);
      await aWhile(3000);
      clearInterval(changing);

      // The first report, and one repair.
      expect(api.count(statusWrite)).toBe(2);
    });

    it('leaves it alone when its schema drops a field of every report', async () => {
      api.cluster.droppedFromStatus = 'catalogueVersion';
      start();
      await watched();
      await aWhile(2500);
      api.cluster.droppedFromStatus = undefined;

      expect(status()).not.toHaveProperty('catalogueVersion');
      expect(api.count(statusWrite)).toBe(1);
    });
  });

  it.each([
    ['findings that are null', { findings: null, conditions: null, notApplicable: null }],
    ['findings without what makes them some', { findings: [null, 5, { requirement: 5 }], conditions: [null, 'x'] }],
    [
      'a time that is none',
      { observedAt: 5, findings: [{ requirement: 'iptables-base', verdict: 'Pass', since: {} }] },
    ],
    ['no status at all', null],
  ])('takes over a report with %s', async (_name, stored) => {
    const metadata = { name: nodeName, labels: null, ownerReferences: null };
    api.put(reportPath, { apiVersion: 'calicoreadiness.io/v1alpha1', kind: 'NodeReport', metadata, status: stored });
    start();
    await eventually(() => expect(status()?.summary).toBeDefined());

    expect(lines.filter(({ level }) => level === 'warn')).toEqual([]);
  });

  it('creates the report anew when somebody deletes it', async () => {
    start();
    await published();
    await eventually(() => expect(api.count(/^WATCH .*nodereports/)).toBe(1));
    api.delete(reportPath);
    await published();

    expect(api.count(/^POST/)).toBe(2);
  });

  it('gives the report to a Node that was made anew, and carries no history over', async () => {
    start();
    await published();
    const before = status();
    await eventually(() => expect(api.count(/^WATCH .*nodereports/)).toBe(1));
    api.put(nodePath, { apiVersion: 'v1', kind: 'Node', metadata: { name: nodeName, uid: 'other-uid' } });
    api.delete(reportPath);
    await eventually(() => expect(status()?.nodeUID).toBe('other-uid'));

    expect(api.report(nodeName)?.metadata.ownerReferences).toMatchObject([{ uid: 'other-uid' }]);
    expect(status()?.findings[0]?.since).not.toBe(before?.findings[0]?.since);
  });

  it('waits for its Node, says so once, and creates the report with its owner', async () => {
    api.delete(nodePath);
    start({ random: () => 0 });
    const missing = {
      level: 'warn',
      message: 'There is no Node of that name to own the report; waiting for it',
    };
    await eventually(() => expect(api.count(/^GET .*nodes/)).toBeGreaterThan(2));
    expect(lines.filter(({ level }) => level === 'warn')).toEqual([missing]);
    expect(api.count(/^POST|^PATCH/)).toBe(0);
    api.put(nodePath, { apiVersion: 'v1', kind: 'Node', metadata: { name: nodeName, uid: 'node-uid' } });
    await published();

    expect(api.report(nodeName)?.metadata.ownerReferences).toMatchObject([{ uid: 'node-uid' }]);
  });

  it('creates no report for a Node that was deleted', async () => {
    start();
    await published();
    await eventually(() => expect(api.count(/^WATCH .*nodereports/)).toBe(1));
    api.delete(nodePath);
    api.delete(reportPath);
    await eventually(() => expect(lines.some(({ message }) => message.startsWith('There is no Node'))).toBe(true));
    await aWhile();

    expect(api.report(nodeName)).toBeUndefined();
  });

  describe('that finds a report without an owner', () => {
    const orphan = async (): Promise<void> => {
      start();
      await published();
      ending.abort();
      await ended;
      const report = api.objects.get(reportPath)!;
      const owners = [{ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'p' }];
      api.put(reportPath, { ...report, metadata: { ...report.metadata, ownerReferences: owners } });
      lines = [];
      api.requests.length = 0;
      ending = new AbortController();
    };

    it('becomes its owner beside the others', async () => {
      await orphan();
      start();
      await eventually(() =>
        expect(api.report(nodeName)?.metadata.ownerReferences?.map(({ uid }) => uid)).toEqual(['p', 'node-uid']),
      );
    });

    it('keeps it up to date where it may not become its owner, and asks and says so once', async () => {
      api.cluster.ownersAreProtected = true;
      await orphan();
      start({ reportIntervalSeconds: 0.2 });
      await eventually(() => expect(api.count(statusWrite)).toBeGreaterThan(3));
      writeHost('proc/sys/kernel/osrelease', '2.6.32-754.el6.x86_64\n');
      await eventually(() =>
        expect(api.report(nodeName)?.metadata.labels).toEqual({ 'calicoreadiness.io/verdict': 'NotReady' }),
      );

      // For the owner, and for the label.
      expect(api.count(/^PATCH .*worker-1$/)).toBe(2);
      expect(lines.filter(({ level }) => level === 'warn')).toEqual([
        { level: 'warn', message: expect.stringContaining('does not let the agent set its Node as owner') as string },
      ]);
    });
  });

  it('does not write the status again when only its label is refused', async () => {
    api.failing = { pattern: /^PATCH .*worker-1$/, status: 403 };
    start();
    await published();
    writeHost('proc/sys/kernel/osrelease', '2.6.32-754.el6.x86_64\n');
    await eventually(() => expect(api.count(/^PATCH .*worker-1$/)).toBeGreaterThan(2));

    expect(api.count(statusWrite)).toBe(2);
    api.failing = undefined;
    await eventually(() =>
      expect(api.report(nodeName)?.metadata.labels).toEqual({ 'calicoreadiness.io/verdict': 'NotReady' }),
    );
  });

  it('keeps observing while the API is away and publishes the newest when it is back', async () => {
    start();
    await published();
    await api.stop();
    writeHost('etc/os-release', 'ID=centos\n');
    await eventually(() =>
      expect(lines).toContainEqual({ level: 'warn', message: 'The API cannot be reached; trying again' }),
    );
    writeHost('etc/os-release', 'ID=fedora\n');
    await aWhile();
    await api.start();
    await eventually(() => expect(status()?.facts.operatingSystem?.id).toBe('fedora'));

    await eventually(() => expect(lines).toContainEqual({ level: 'info', message: 'The API is back' }));
  });

  it('begins while the API is away', async () => {
    const { kubeConfig } = api;
    await api.stop();
    start({ kubeConfig });
    await eventually(() => expect(lines.some(({ level }) => level === 'warn')).toBe(true));
    await api.start();
    await published();
  });

  it('says that the custom resource definitions are missing, and reports once they are there', async () => {
    api.crdInstalled = false;
    start();
    await eventually(() =>
      expect(lines).toContainEqual({
        level: 'warn',
        message: expect.stringContaining(
          'custom resource definitions of calicoreadiness.io are not installed',
        ) as string,
      }),
    );
    api.crdInstalled = true;
    await published();
  });

  it.each([
    [401, 'does not accept the token'],
    [403, 'does not permit'],
    [422, 'refuses the report'],
    [500, 'could not take the report'],
  ])('goes on after status %i', async (code, words) => {
    api.failing = { pattern: statusWrite, status: code };
    start();
    await eventually(() =>
      expect(lines).toContainEqual({ level: 'warn', message: expect.stringContaining(words) as string }),
    );
    api.failing = undefined;
    await published();
  });

  it('leaves an API alone for as long as that asks for', async () => {
    api.failing = { pattern: /^POST/, status: 429, headers: { 'retry-after': '30' } };
    start();
    await eventually(() => expect(api.count(/^POST/)).toBe(1));
    await aWhile(1500);

    expect(api.count(/^POST/)).toBe(1);
  });

  it('observes again at once when its report asks for it', async () => {
    start({ observeIntervalSeconds: 3600 });
    await published();
    await eventually(() => expect(api.count(/^WATCH .*nodereports/)).toBe(1));
    const requestedAt = new Date().toISOString();
    api.requestRecheck(nodeName, requestedAt);
    await eventually(() => expect(Date.parse(status()!.observedAt)).toBeGreaterThan(Date.parse(requestedAt)));

    const { length } = api.requests;
    await aWhile();
    expect(api.requests.slice(length).filter((request) => statusWrite.test(request))).toEqual([]);
  });

  it('answers a request that was made while it was away', async () => {
    start({ observeIntervalSeconds: 3600 });
    await published();
    ending.abort();
    await ended;
    const requestedAt = new Date().toISOString();
    api.requestRecheck(nodeName, requestedAt);
    ending = new AbortController();
    start({ observeIntervalSeconds: 3600 });
    await eventually(() => expect(Date.parse(status()!.observedAt)).toBeGreaterThan(Date.parse(requestedAt)));
  });

  it('answers a request from a clock that is ahead as soon as its own gets there', async () => {
    start({ observeIntervalSeconds: 3600 });
    await published();
    await eventually(() => expect(api.count(/^WATCH .*nodereports/)).toBe(1));
    const requestedAt = new Date(Date.now() + 1000).toISOString();
    api.requestRecheck(nodeName, requestedAt);
    await eventually(() => expect(Date.parse(status()!.observedAt)).toBeGreaterThan(Date.parse(requestedAt)));
  });

  it('judges by the policy, follows its changes, and does without it again', async () => {
    api.putPolicy({ profile: { wireguard: true }, reportIntervalSeconds: 60 });
    start();
    await published();
    expect(status()).toMatchObject({
      profile: { wireguard: { value: true, source: 'declared', from: 'ReadinessPolicy cluster' } },
      reportIntervalSeconds: 60,
    });

    api.putPolicy({ profile: { sctp: true } });
    await eventually(() =>
      expect(status()?.profile).toMatchObject({ wireguard: { value: false }, sctp: { value: true } }),
    );

    await eventually(() => expect(api.count(/^WATCH .*readinesspolicies/)).toBe(1));
    api.delete('/apis/calicoreadiness.io/v1alpha1/readinesspolicies/cluster');
    await eventually(() => expect(status()?.profile.sctp).toEqual({ value: false, source: 'defaulted' }));
    expect(status()?.reportIntervalSeconds).toBe(900);
  });

  it('tells what it judges by another profile when its turn comes, within a minute', async () => {
    start({ random: () => 0.02 });
    await published();
    await eventually(() => expect(api.count(/^WATCH .*readinesspolicies/)).toBe(1));
    const changed = performance.now();
    api.putPolicy({ profile: { sctp: true } });
    await eventually(() => expect(status()?.profile.sctp.value).toBe(true));

    expect(performance.now() - changed).toBeGreaterThan(1_100);
  });

  describe('with a profile that a controller published', () => {
    const policyPath = '/apis/calicoreadiness.io/v1alpha1/readinesspolicies/cluster';
    const detected = (encapsulation: readonly string[]) => ({
      ...declareProfile({}, ''),
      encapsulation: { value: encapsulation, source: 'detected', from: 'IPPool pods' },
    });
    const putPolicy = (spec: object, generation: number, policyStatus?: object): void =>
      api.put(policyPath, {
        apiVersion: 'calicoreadiness.io/v1alpha1',
        kind: 'ReadinessPolicy',
        metadata: { name: 'cluster', generation },
        spec,
        ...(policyStatus && { status: policyStatus }),
      });

    it('judges by it, at once by another one, and by what its own node has', async () => {
      putPolicy({}, 1, { observedGeneration: 1, profile: detected(['VXLAN']) });
      start({ observeIntervalSeconds: 3600 });
      await published();
      expect(status()?.profile.encapsulation).toEqual({ value: ['VXLAN'], source: 'detected', from: 'IPPool pods' });

      await eventually(() => expect(api.count(/^WATCH .*readinesspolicies/)).toBe(1));
      const wireguard = { value: true, source: 'detected' };
      const nodeProfiles = [
        { node: 'another', profile: { sctp: { value: true, source: 'detected' } } },
        { node: nodeName, profile: { wireguard } },
      ];
      putPolicy({}, 1, { observedGeneration: 1, profile: detected(['IPIP']), nodeProfiles });
      await eventually(() => expect(status()?.profile.encapsulation.value).toEqual(['IPIP']));
      expect(status()?.profile).toMatchObject({ wireguard, sctp: { value: false } });
    });

    it('judges by a new declaration before the controller has seen it, and by what was detected else', async () => {
      putPolicy({ profile: { bgp: false } }, 2, { observedGeneration: 1, profile: detected(['VXLAN']) });
      start();
      await published();

      expect(status()?.profile).toMatchObject({
        bgp: { value: false, source: 'declared', from: 'ReadinessPolicy cluster' },
        encapsulation: { value: ['VXLAN'], source: 'detected' },
      });
    });

    it('keeps the last one while the policy is gone', async () => {
      putPolicy({ profile: { sctp: true } }, 1, { observedGeneration: 1, profile: detected(['VXLAN']) });
      start();
      await published();
      await eventually(() => expect(api.count(/^WATCH .*readinesspolicies/)).toBe(1));
      putPolicy({ reportIntervalSeconds: 60 }, 2, { observedGeneration: 2, profile: detected(['VXLAN']) });
      await eventually(() => expect(status()?.reportIntervalSeconds).toBe(60));
      api.delete(policyPath);
      await eventually(() => expect(status()?.reportIntervalSeconds).toBe(900));

      expect(status()?.profile.encapsulation).toMatchObject({ value: ['VXLAN'], source: 'detected' });
    });

    it('reports nothing while it waits for one, and then by it', async () => {
      putPolicy({}, 1);
      start({ awaitProfileSeconds: 3600, observeIntervalSeconds: 3600 });
      await eventually(() => expect(api.count(/^WATCH .*readinesspolicies/)).toBe(1));
      await aWhile();
      expect(api.count(statusWrite)).toBe(0);

      putPolicy({}, 1, { observedGeneration: 1, profile: detected(['VXLAN']) });
      await published();
      expect(status()?.profile.encapsulation.value).toEqual(['VXLAN']);
      expect(api.count(statusWrite)).toBe(1);
    });

    it('waits no longer than it was told, and says that nobody publishes', async () => {
      start({ awaitProfileSeconds: 0.5, observeIntervalSeconds: 3600 });
      await published();

      expect(status()?.profile.encapsulation.source).toBe('defaulted');
      expect(lines.map(({ message }) => message)).toContainEqual(
        expect.stringContaining('No controller has published a cluster profile'),
      );
    });
  });

  it('observes again when the policy asks all nodes for it', async () => {
    start({ observeIntervalSeconds: 3600 });
    await published();
    await eventually(() => expect(api.count(/^WATCH .*readinesspolicies/)).toBe(1));
    const requestedAt = new Date().toISOString();
    api.putPolicy({ recheckRequestedAt: requestedAt });
    await eventually(() => expect(Date.parse(status()!.observedAt)).toBeGreaterThan(Date.parse(requestedAt)));
  });

  it('says what the change of a guide would make of a finding', async () => {
    start({ hostRoot: fixtureHosts.find(({ name }) => name === 'rhcos-4.20')!.root, observeIntervalSeconds: 3600 });
    await published();
    const of = (id: string) => status()?.findings.find(({ requirement }) => requirement === id);

    expect(of('networkmanager-ignores-tunl')).toMatchObject({
      verdict: 'Fail',
      prediction: { guide: 'networkmanager', verdict: 'Pass', reason: 'InterfaceIgnored' },
    });
    expect(of('networkmanager-ignores-cali')).not.toHaveProperty('prediction');
  });

  it('works without the right to read the policy', async () => {
    api.failing = { pattern: /readinesspolicies/, status: 403 };
    start();
    await published();
  });

  it('writes nothing new while the host root is gone, and goes on when it is back', async () => {
    start({ reportIntervalSeconds: 0.1 });
    await published();
    renameSync(hostRoot, `${hostRoot}-away`);
    await eventually(() => expect(lines).toContainEqual({ level: 'error', message: 'Cannot observe the host' }));
    // What was observed before may still be on its way.
    await aWhile();
    const last = status()?.observedAt;
    await aWhile();
    expect(status()?.observedAt).toBe(last);

    renameSync(`${hostRoot}-away`, hostRoot);
    await eventually(() => expect(status()?.observedAt).not.toBe(last));
  });

  it('rejects at once for a host root that is no directory', async () => {
    start({ hostRoot: path.join(hostRoot, 'etc/os-release') });

    await expect(ended).rejects.toThrow('is not a directory');
    ended = Promise.resolve();
  });

  it('tells that an observation has ended, also one that failed', async () => {
    let count = 0;
    const observationEnded = (): Promise<void> => {
      count += 1;
      return Promise.resolve();
    };
    start({ observationEnded });
    await eventually(() => expect(count).toBeGreaterThan(1));
    renameSync(hostRoot, `${hostRoot}-away`);
    await eventually(() => expect(lines).toContainEqual({ level: 'error', message: 'Cannot observe the host' }));
    const before = count;
    await eventually(() => expect(count).toBeGreaterThan(before));
    renameSync(`${hostRoot}-away`, hostRoot);
  });

  it('is given up when an attempt to publish does not come back', async () => {
    const { kubeConfig } = api;
    const never = new Promise<never>(() => undefined);
    // As a program for logging in that hangs, for which no limit of requests counts.
    vi.spyOn(kubeConfig, 'applyToHTTPSOptions').mockReturnValue(never);
    start({ kubeConfig, overdueSeconds: 0.5 });

    await expect(ended).rejects.toThrow('An attempt to publish the report is overdue');
    ended = Promise.resolve();
  });

  it('is given up when an observation does not come back', async () => {
    start({ overdueSeconds: 0.5, observationEnded: () => new Promise(() => undefined) });

    await expect(ended).rejects.toThrow('An observation is overdue');
    ended = Promise.resolve();
  });

  it('ends quickly, also in the middle of a request that nobody answers', async () => {
    api.hanging = statusWrite;
    start();
    await eventually(() => expect(api.count(statusWrite)).toBe(1));
    const started = performance.now();
    ending.abort();
    await ended;

    // The request itself would be given up after ten seconds.
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
