import type { ClusterReportStatus, NodeReportStatus } from '@calico-readiness/requirements';
import { createSampleBackend } from './sample';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { clusterReportType, nodeReportType, readinessPolicyType } from '../kubernetes/resource-type';

const statusOf = (object: KubernetesObject | undefined): ClusterReportStatus =>
  object?.['status'] as ClusterReportStatus;

describe('the sample fleet', () => {
  const { api, run } = createSampleBackend(200);
  const { store } = api;
  const summary = (): ClusterReportStatus => statusOf(store.find(clusterReportType, 'cluster'));

  it('is summed up from its start, against all of its nodes', () => {
    const { nodes, causes, findings } = summary();
    expect(nodes).toMatchObject({ nodes: 200, stale: 6, noReport: 5 });
    expect(nodes.waived).toBeGreaterThan(0);
    expect(nodes.ready + nodes.notReady + (nodes.waived ?? 0) + nodes.unknown).toBe(189);
    expect(causes[0]).toMatchObject({ verdict: 'Fail', bearing: 'blocks' });
    expect(findings).toMatchObject([{ requirement: 'openshift-version-supported', verdict: 'Pass' }]);
  });

  it('tells of flows that fail, in the summary and in the reports alike', () => {
    expect(summary().flows?.causes.map(({ kind }) => kind)).toEqual(['path', 'target', 'target']);
    const tests = store
      .list(nodeReportType)
      .map((report) => (report['status'] as NodeReportStatus).facts.flowTests?.flows);
    expect(tests.filter((flows) => flows === undefined)).toEqual([]);
    expect(tests.some((flows) => flows?.some(({ failing }) => failing.length > 0))).toBe(true);
  });

  it('judges and sums up anew when another Calico version is declared', async () => {
    vi.useFakeTimers();
    const ending = new AbortController();
    void run({ url: '', bearer: '' }, ending.signal);
    const policy = store.get(readinessPolicyType, 'cluster');
    store.update(readinessPolicyType, { ...policy, spec: { profile: { calicoVersion: 'v3.32' } } }, 'object');
    await vi.advanceTimersByTimeAsync(15_000);
    ending.abort();
    vi.useRealTimers();
    const versions = store.list(nodeReportType).map((report) => (report['status'] as NodeReportStatus).calicoVersion);
    expect(versions.filter((version) => version === 'v3.32')).toHaveLength(189);
    expect(summary().profile?.calicoVersion).toMatchObject({ value: 'v3.32', source: 'declared' });
  });
});
