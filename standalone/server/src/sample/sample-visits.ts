import {
  flowOf,
  mostRequestedPeers,
  type AnsweredFlowTest,
  type AnsweredPeer,
  type FlowTest,
  type FlowTests,
  type RequestedFlowTest,
} from '@calico-readiness/requirements';
import type { PlannedNode } from './fleet-plan';
import type { SampleNetwork } from './sample-network';

/** What an agent of the sample knows of its network when it visits peers. */
export interface SampleVisitor {
  readonly node: PlannedNode;
  readonly plan: ReadonlyMap<string, PlannedNode>;
  readonly network: SampleNetwork;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const isVxlan = ({ flow }: FlowTest): boolean => flowOf(flow).protocol === 'vxlan';

/** What the agent would answer to a request for peers. */
export const answerTo = (
  { requestedAt, peers }: RequestedFlowTest,
  tests: FlowTests,
  visitor: SampleVisitor,
): AnsweredFlowTest => ({
  requestedAt,
  peers: [...new Set(peers)].slice(0, mostRequestedPeers).map((peer) => answerOf(peer, tests, visitor)),
});

const answerOf = (peer: string, { flows }: FlowTests, { node, plan, network, now }: SampleVisitor): AnsweredPeer => {
  const planned = plan.get(peer);
  if (planned === undefined) return { peer, state: 'not-in-list' };
  if (planned === node) return { peer, state: 'own-node' };
  if (planned.reporting !== 'fresh') return { peer, state: 'not-ready' };
  const isFiltered = network.filters(node, planned);
  const blocked = flows.filter((test) => isVxlan(test) && isFiltered).map(({ flow }) => flow);
  const open = flows.map(({ flow }) => flow).filter((flow) => !blocked.includes(flow));
  return {
    ...{ peer, state: 'tested', testedAt: new Date(now).toISOString() },
    ...(open.length > 0 && { open }),
    ...(blocked.length > 0 && { blocked }),
  };
};

/** The tests after visits to these peers: whom the network lets through fails no longer. */
export const afterVisits = (
  tests: FlowTests,
  peers: readonly string[],
  { node, plan, network, now }: SampleVisitor,
): FlowTests => {
  const visited = new Set(peers);
  const flows = tests.flows.map((test): FlowTest => {
    const failing = test.failing.flatMap((peer) => {
      const planned = plan.get(peer.peer);
      if (!visited.has(peer.peer) || planned?.reporting !== 'fresh') return [peer];
      return isVxlan(test) && network.filters(node, planned) ? [{ ...peer, lastAt: Math.floor(now / 1000) }] : [];
    });
    const opened = test.failing.length - failing.length;
    if (opened === 0) return { ...test, failing };
    return {
      ...test,
      failing,
      blocked: failing.length === 0 ? 0 : Math.max(failing.length, test.blocked - opened),
      covered: failing.length === 0 ? test.needed : test.covered + opened,
    };
  });
  return { ...tests, flows };
};
