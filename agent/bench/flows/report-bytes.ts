import { flowKeys, mostFailingPeers } from '@calico-readiness/requirements';
import { simulatedFlows } from './world';

/** Bytes of one flow in a report as JSON, with so many failing peers. */
function flowBytes(flow: string, failing: number): number {
  const at = 1_767_225_600_000;
  const peers = Array.from({ length: failing }, (_, index) => ({
    target: 4_294_967_290 + (index % 5),
    firstAt: at,
    failedAt: at,
    recentAt: at,
    lastAt: at,
  }));
  return JSON.stringify({ flow, tested: 110, blocked: 110, failing: peers }).length + 1;
}

/** Bytes that the flows add to a node's report: where all passes, and where ten peers of every flow that there is fail. */
export const reportBytes = () => ({
  usual: simulatedFlows.reduce((sum, flow) => sum + flowBytes(flow, 0), 0),
  most: flowKeys.reduce((sum, flow) => sum + flowBytes(flow, mostFailingPeers), 0),
});
