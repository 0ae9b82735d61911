import { buildFleet } from '../../fleet/build-fleet';
import type { Fleet } from '../../fleet/build-fleet';
import { nodesOf, poolObject, reportsOf } from '../../testing/cluster-objects';
import type { ReportingNode } from '../../testing/cluster-objects';
import { tunnelManaged } from '../../testing/host-facts';
import { nodesOfGuide } from './affected-nodes';
import { poolsReached, rolesToOffer } from './pool-reach';

const pools = [
  poolObject('master'),
  poolObject('worker'),
  poolObject('worker-b', { roles: ['worker', 'worker-b'], paused: true }),
  poolObject('infra', { roles: ['worker', 'infra'] }),
];

const fleetOf = (wishes: readonly ReportingNode[], known = pools): Fleet =>
  buildFleet(nodesOf(wishes), reportsOf(wishes), known, Date.now());

const rhel = { ...tunnelManaged, operatingSystem: { id: 'rhel', versionId: '8.6' } };

const mixed = fleetOf([
  { name: 'm', role: 'master' },
  { name: 'w1', facts: tunnelManaged },
  { name: 'w2', facts: tunnelManaged },
  { name: 'w3', facts: rhel },
  { name: 'b1', role: 'worker-b', facts: tunnelManaged },
  { name: 'b2', role: 'worker-b' },
  { name: 'i1', role: 'infra' },
]);

const affected = (fleet: Fleet) => nodesOfGuide(fleet.rows, 'networkmanager').affected;

describe('poolsReached', () => {
  it('counts the pools that inherit the role, the paused ones, and RHEL nodes apart', () => {
    expect(poolsReached('worker', mixed.rows, affected(mixed), pools)).toEqual([
      { pool: 'worker', nodes: 2, affected: 2, otherNodes: 1, inherits: false, paused: false },
      { pool: 'infra', nodes: 1, affected: 0, otherNodes: 0, inherits: true, paused: false },
      { pool: 'worker-b', nodes: 2, affected: 1, otherNodes: 0, inherits: true, paused: true },
    ]);
  });

  it('reaches one pool only by the role of a custom pool', () => {
    expect(poolsReached('worker-b', mixed.rows, affected(mixed), pools)).toEqual([
      { pool: 'worker-b', nodes: 2, affected: 1, otherNodes: 0, inherits: false, paused: true },
    ]);
  });

  it('knows no more than the role where no pools can be seen', () => {
    const fleet = fleetOf([{ name: 'w', facts: tunnelManaged }], []);
    expect(poolsReached('worker', fleet.rows, affected(fleet), [])).toEqual([
      { pool: 'worker', nodes: 1, affected: 1, otherNodes: 0, inherits: false, paused: false },
    ]);
  });
});

describe('rolesToOffer', () => {
  it('begins with the role that reaches the most affected nodes and leaves out those that reach none', () => {
    expect(rolesToOffer(mixed.rows, affected(mixed), pools)).toEqual(['worker', 'worker-b']);
  });

  it('prefers the pool itself when the role worker would disturb others for nothing', () => {
    const fleet = fleetOf([{ name: 'w' }, { name: 'b', role: 'worker-b', facts: tunnelManaged }]);
    expect(rolesToOffer(fleet.rows, affected(fleet), pools)).toEqual(['worker-b', 'worker']);
  });

  it('offers every pool, worker first, when no node is affected', () => {
    const fleet = fleetOf([{ name: 'w' }]);
    expect(rolesToOffer(fleet.rows, [], pools)).toEqual(['worker', 'infra', 'master', 'worker-b']);
  });

  it('offers worker when nothing is known', () => {
    expect(rolesToOffer([], [], [])).toEqual(['worker']);
  });
});
