import { profileValues } from '@calico-readiness/requirements';
import { planFleet } from './fleet-plan';
import { sampleFlows } from './sample-flows';
import { sampleNode } from './sample-node';
import { sampleProfile } from './sample-policy';

const profile = profileValues(sampleProfile);
const nodesOf = (count: number) => planFleet(count).map((planned) => sampleNode(planned, '2026-01-01T00:00:00Z'));

describe('what the sample’s controller says of flows', () => {
  it('names a path between two zones, a node, and one to which only full-size packets are lost', () => {
    const { causes, groups, cells } = sampleFlows(nodesOf(200), profile);
    expect(causes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^UDP 4789 from zone-c to zone-a is filtered: \d+ pairs$/),
      expect.stringMatching(/^UDP 4789 to worker-0000.sample.example is filtered: \d+ pairs$/),
      expect.stringMatching(/^UDP 4789 to worker-0001.sample.example is filtered: \d+ pairs$/),
    ]);
    expect(causes.map(({ onlyLarge }) => onlyLarge)).toEqual([undefined, undefined, true]);
    expect(cells.every(({ tested, failing }) => failing <= tested)).toBe(true);
    const filtered = cells.filter(({ tested, failing }) => failing === tested);
    expect(filtered.map(({ flow, from, to }) => [flow, groups[from], groups[to]])).toEqual([
      ['vxlan-IPv4', 'zone-c', 'zone-a'],
    ]);
  });

  it('names nothing where VXLAN is not used', () => {
    expect(sampleFlows(nodesOf(200), { ...profile, encapsulation: [] })).toMatchObject({ causes: [] });
  });

  it('has nothing to test on one node', () => {
    expect(sampleFlows(nodesOf(1), profile)).toMatchObject({ cells: [], causes: [] });
  });
});
