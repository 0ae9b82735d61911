import { evaluateNode, type Finding } from '@calico-readiness/requirements';
import { planFleet } from './fleet-plan';
import { hostVariants } from './host-variants';
import { sampleProfile } from './sample-policy';
import { sampleTestedFacts } from './tested-facts';

const verdictsOf = (nodes: number, requirement: Finding['requirement']): ReadonlyMap<string, readonly string[]> => {
  const plan = planFleet(nodes);
  const factsOf = sampleTestedFacts(plan, Date.parse('2026-01-02T00:00:00Z'));
  const verdicts = new Map<string, string[]>();
  for (const node of plan) {
    const findings = evaluateNode({ ...hostVariants[node.variant], ...factsOf(node) }, sampleProfile);
    const { verdict = '', reason = '' } = findings.find((finding) => finding.requirement === requirement) ?? {};
    verdicts.set(`${verdict} ${reason}`, [...(verdicts.get(`${verdict} ${reason}`) ?? []), node.name]);
  }
  return verdicts;
};

describe('the way to the API of a sample fleet', () => {
  it.each([20, 200])('is broken on one node of %d, to one server of three, and open on all others', (nodes) => {
    const verdicts = verdictsOf(nodes, 'kube-apiserver-reachable');
    expect([...verdicts.keys()].sort()).toEqual(['Fail ServersNotReached', 'Pass ServersReached']);
    expect(verdicts.get('Fail ServersNotReached')).toEqual([expect.stringMatching(/^worker-0/)]);
  });

  it('leaves the datastore available on every node: one server is enough', () => {
    expect([...verdictsOf(200, 'kubernetes-datastore-available').keys()]).toEqual(['Pass DatastoreAnswers']);
  });

  it('is open everywhere where there is one server', () => {
    expect([...verdictsOf(3, 'kube-apiserver-reachable').keys()]).toEqual(['Pass ServersReached']);
  });

  it('is told by few objects, however many nodes there are', () => {
    const plan = planFleet(500);
    const factsOf = sampleTestedFacts(plan, 0);
    expect(new Set(plan.map(factsOf)).size).toBeLessThan(7);
  });
});
