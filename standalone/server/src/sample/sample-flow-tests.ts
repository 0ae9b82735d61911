import type { FailingFlowPeer, FlowTest, FlowTests } from '@calico-readiness/requirements';
import type { PlannedNode } from './fleet-plan';
import { closedNode, filteredPath, narrowNode, peersPerNode } from './sample-flows';

/** What agents of a fleet tell of their flows: few are different, as they are of few different hosts. */
export type FlowTestsOfNode = (node: PlannedNode) => FlowTests | undefined;

const hour = 3600;
/** Most failing peers that a report names of one flow. */
const mostNamed = 10;

/**
 * Tests that began a day before `started` (milliseconds since 1970). What cannot be reached is what the ClusterReport says:
 * one zone from another, a node with a firewall from some nodes that are not ready for other reasons either, and from the same
 * another node in full-size packets.
 */
export const sampleFlowTests = (plan: readonly PlannedNode[], started: number): FlowTestsOfNode => {
  const now = Math.floor(started / 1000);
  const needed = plan.length - 1;
  const tested = Math.min(needed, peersPerNode);

  const failing = (names: readonly string[]): readonly FailingFlowPeer[] =>
    names.map((peer, key) => ({
      peer,
      key,
      outcome: 'filtered',
      firstAt: now - 5 * hour,
      failedAt: now - 5 * hour + 380,
      recentAt: now - 2 * hour,
      lastAt: now - 600,
      proven: true,
    }));
  const flow = (key: FlowTest['flow'], blocked: number, names: readonly string[] = []): FlowTest => ({
    flow: key,
    needed,
    tested,
    blocked,
    covered: needed - names.length,
    failing: failing(names),
  });
  const testsOf = (vxlan: FlowTest, large = flow('vxlan-IPv4-large', 0)): FlowTests => ({
    peers: needed,
    since: now - 30 * hour,
    allPairsBy: now - 6 * hour,
    flows: [vxlan, large, flow('typha-IPv4', 0)],
  });

  const beyond = plan.filter(({ zone }) => zone === filteredPath.to).map(({ name }) => name);
  const covered = needed - beyond.length;
  const blocked = Math.round((tested * beyond.length) / plan.length);
  const cutOff = testsOf(
    { ...flow('vxlan-IPv4', blocked, beyond.slice(0, mostNamed)), covered },
    { ...flow('vxlan-IPv4-large', 0), tested: tested - blocked, covered },
  );
  const hasNarrow = plan.some(({ name }) => name === narrowNode);
  const atClosed = testsOf(
    flow('vxlan-IPv4', 1, [closedNode]),
    hasNarrow ? flow('vxlan-IPv4-large', 1, [narrowNode]) : undefined,
  );
  const open = testsOf(flow('vxlan-IPv4', 0));
  const visitors = new Set(
    plan
      .filter(({ pool, zone, variant }) => pool === 'worker-b' && zone !== filteredPath.from && variant !== 'stock')
      .slice(0, peersPerNode)
      .map(({ name }) => name),
  );
  const hasClosed = plan.some(({ name }) => name === closedNode);

  return ({ name, zone }) => {
    if (needed === 0) return undefined;
    if (zone === filteredPath.from) return cutOff;
    return hasClosed && visitors.has(name) ? atClosed : open;
  };
};
