import { matrixOfRequirements } from '../../components/addresses';
import { buildFleet } from '../../fleet/build-fleet';
import { nodesOf, reportsOf } from '../../testing/cluster-objects';
import type { ReportingNode } from '../../testing/cluster-objects';
import { tunnelManaged } from '../../testing/host-facts';
import { affectedByPool } from './affected-by-pool';
import { affectedNodes, nodesByGuide, nodesOfGuide } from './affected-nodes';

const fleetOf = (wishes: readonly ReportingNode[]) => buildFleet(nodesOf(wishes), reportsOf(wishes), [], Date.now());

describe('the nodes of a guide', () => {
  it('are those with a requirement that fails, not those that pass', () => {
    const fleet = fleetOf([{ name: 'a', facts: tunnelManaged }, { name: 'b' }]);
    const { affected, undecided } = nodesOfGuide(fleet.rows, 'networkmanager');
    expect(affected.map(({ row, requirements }) => [row.name, requirements])).toEqual([
      ['a', ['networkmanager-ignores-tunl']],
    ]);
    expect(undecided).toEqual([]);
  });

  it('are unknown where the evidence is missing', () => {
    const fleet = fleetOf([{ name: 'a', facts: {} }]);
    const { affected, undecided } = nodesOfGuide(fleet.rows, 'networkmanager');
    expect(affected).toEqual([]);
    expect(undecided.map((row) => row.name)).toEqual(['a']);
  });

  it('leave out a stale report, whatever it says', () => {
    const fleet = fleetOf([{ name: 'a', facts: tunnelManaged, age: 7200 }]);
    expect(nodesByGuide(fleet.rows).size).toBe(0);
  });

  it('carry their facts and their profile to the builders', () => {
    const fleet = fleetOf([{ name: 'a', facts: tunnelManaged }]);
    const [node] = affectedNodes(nodesOfGuide(fleet.rows, 'networkmanager').affected);
    expect(node?.profile.encapsulation).toEqual(['IPIP']);
    expect(node?.facts.networkManager).toMatchObject({ status: 'observed', value: { manages: { tunl0: true } } });
  });

  it('are counted by pool and found again in the matrix', () => {
    const fleet = fleetOf([
      { name: 'a', facts: tunnelManaged },
      { name: 'b' },
      { name: 'i', role: 'infra', facts: tunnelManaged },
    ]);
    const { affected } = nodesOfGuide(fleet.rows, 'networkmanager');
    expect(affectedByPool(fleet.rows, affected)).toEqual([
      { pool: 'infra', affected: 1, nodes: 1 },
      { pool: 'worker', affected: 1, nodes: 2 },
    ]);
    expect(matrixOfRequirements(affected.flatMap(({ requirements }) => requirements))).toBe(
      '/calico-readiness/nodes?requirement=networkmanager-ignores-tunl',
    );
  });
});
