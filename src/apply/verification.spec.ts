import { buildFleet } from '../fleet/build-fleet';
import { nodesOf, reportsOf } from '../testing/cluster-objects';
import type { ReportingNode } from '../testing/cluster-objects';
import { healthyFacts, tunnelManaged } from '../testing/host-facts';
import type { PoolRollout } from './pool-rollout';
import { verifyPool } from './verification';

const rollout = (secondsAgo: number | undefined): PoolRollout => ({
  pool: 'worker',
  state: 'updated',
  updated: 1,
  machines: 1,
  degraded: 0,
  since: secondsAgo === undefined ? undefined : Date.now() - secondsAgo * 1000,
});

const unobserved = { ...healthyFacts };
delete (unobserved as { networkManager?: unknown }).networkManager;
const rows = (wishes: readonly ReportingNode[]) => buildFleet(nodesOf(wishes), reportsOf(wishes), [], Date.now()).rows;

describe('verifyPool', () => {
  const fleet = rows([
    { name: 'met', age: 10 },
    { name: 'unmet', age: 10, facts: tunnelManaged },
    { name: 'undecided', age: 10, facts: unobserved },
    { name: 'before', age: 300 },
    { name: 'stale', age: 100_000 },
  ]);

  it('counts each node once, by its report since the change', () => {
    expect(verifyPool(rollout(100), fleet, 'networkmanager')).toEqual({
      pool: 'worker',
      nodes: 5,
      met: 1,
      unmet: 1,
      undecided: 1,
      waiting: ['before', 'stale'],
    });
  });

  it('takes no report for one while no node can have the change', () => {
    expect(verifyPool(rollout(undefined), fleet, 'networkmanager').waiting).toHaveLength(5);
  });
});
