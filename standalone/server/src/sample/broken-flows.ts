import type { NodeReport } from '@calico-readiness/requirements';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { closedNode, type BrokenFlows } from './sample-flows';

/** Which faults of the sample's network the agents still report. */
export const brokenFlows = (reports: readonly KubernetesObject[]): BrokenFlows => {
  const failing = new Set(
    reports.flatMap((report) =>
      ((report as unknown as NodeReport).status?.facts.flowTests?.flows ?? []).flatMap((flow) =>
        flow.failing.map(({ peer }) => peer),
      ),
    ),
  );
  const closed = failing.delete(closedNode);
  return { path: failing.size > 0, closed };
};
