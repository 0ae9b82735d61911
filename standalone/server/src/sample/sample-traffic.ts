import type { NodeReport, NodeReportStatus, ReportedFacts } from '@calico-readiness/requirements';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';

/** What visits of an agent came to since its last report. */
export type SampleTraffic = Pick<ReportedFacts, 'flowTests'> & Pick<NodeReportStatus, 'flowTest'>;

/** What a report says of traffic. */
export const trafficOf = (report: KubernetesObject): SampleTraffic => {
  const { facts, flowTest } = (report as unknown as NodeReport).status ?? {};
  return { ...(facts?.flowTests && { flowTests: facts.flowTests }), ...(flowTest && { flowTest }) };
};
