import { planFleet } from './fleet-plan';
import { sampleFlowTests } from './sample-flow-tests';
import { closedNode, narrowNode } from './sample-flows';

const plan = planFleet(200);
const testsOf = sampleFlowTests(plan, Date.parse('2026-01-02T00:00:00Z'));
const failing = (index: number) =>
  testsOf(plan[index]!)
    ?.flows.filter(({ flow }) => flow === 'vxlan-IPv4')
    .flatMap((flow) => flow.failing.map(({ peer }) => peer)) ?? [];

describe('what agents of the sample tell of their flows', () => {
  it('is that one zone cannot reach another, and some nodes one node', () => {
    const zones = new Map(plan.map(({ name, zone }) => [name, zone]));
    const seen = new Set(
      plan.flatMap(({ zone }, index) =>
        failing(index).map((peer) => `${zone} ${peer === closedNode ? peer : zones.get(peer)!}`),
      ),
    );
    expect([...seen].filter((pair) => !pair.endsWith(closedNode))).toEqual(['zone-c zone-a']);
    expect([...seen].some((pair) => pair.endsWith(closedNode))).toBe(true);
  });

  it('is that to one node only full-size packets are lost', () => {
    const lost = plan.flatMap((node) => testsOf(node)?.flows.filter(({ flow }) => flow === 'vxlan-IPv4-large') ?? []);
    expect(new Set(lost.flatMap((flow) => flow.failing.map(({ peer }) => peer)))).toEqual(new Set([narrowNode]));
  });

  it('names no node as its own peer', () => {
    expect(plan.filter(({ name }, index) => failing(index).includes(name))).toEqual([]);
  });

  it('is nothing in a fleet of one node', () => {
    const one = planFleet(1);
    expect(sampleFlowTests(one, 0)(one[0]!)).toBeUndefined();
  });
});
