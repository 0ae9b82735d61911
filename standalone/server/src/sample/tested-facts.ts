import { observed, type ApiAccess, type FlowTests, type TestedFacts } from '@calico-readiness/requirements';
import type { PlannedNode } from './fleet-plan';
import { sampleApiAccess } from './sample-api-access';
import { sampleFlowTests } from './sample-flow-tests';

/** The facts that traffic of the agents showed; what a report does not have was not tested. */
export const trafficFacts = (tests: FlowTests | undefined, access: ApiAccess | undefined): TestedFacts => ({
  ...(tests !== undefined && { flowTests: observed(tests, 'traffic to other nodes') }),
  ...(access !== undefined && { apiAccess: observed(access, 'Kubernetes API') }),
});

/** What traffic of each node showed by `started` (milliseconds since 1970). The same object for nodes that tell the same. */
export const sampleTestedFacts = (
  plan: readonly PlannedNode[],
  started: number,
): ((node: PlannedNode) => TestedFacts) => {
  const testsOf = sampleFlowTests(plan, started);
  const accessOf = sampleApiAccess(plan, started);
  const known = new Map<FlowTests | undefined, Map<ApiAccess, TestedFacts>>();
  return (node) => {
    const [tests, access] = [testsOf(node), accessOf(node)];
    const ofTests = known.get(tests) ?? new Map<ApiAccess, TestedFacts>();
    known.set(tests, ofTests);
    const facts = ofTests.get(access) ?? trafficFacts(tests, access);
    ofTests.set(access, facts);
    return facts;
  };
};
