import type { NodeReportStatus } from '@calico-readiness/requirements';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { nodeReportType, nodeType } from '../kubernetes/resource-type';
import { createSampleBackend } from './sample';

const verdictOf = (report: KubernetesObject | undefined): string | undefined =>
  (report?.['status'] as NodeReportStatus | undefined)?.verdict;

describe('reports of the sample that change at a pace', () => {
  it('go from ready to not ready or back, one node after the other, and their Nodes with them, until that ends', async () => {
    vi.useFakeTimers();
    const { api, changes, run } = createSampleBackend(20);
    const ending = new AbortController();
    void run({ url: '', bearer: '' }, ending.signal);
    const reports: string[] = [];
    const nodes: string[] = [];
    api.store.events.subscribe(({ type, object, previous }) => {
      if (type === nodeReportType && verdictOf(object) !== verdictOf(previous)) reports.push(object.metadata.name);
      if (type === nodeType) nodes.push(object.metadata.name);
    });

    changes?.setPace(10);
    await vi.advanceTimersByTimeAsync(1000);
    expect(new Set(reports).size).toBe(10);
    expect(nodes).toEqual(reports);

    changes?.setPace(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(reports).toHaveLength(10);
    ending.abort();
    vi.useRealTimers();
  });
});
