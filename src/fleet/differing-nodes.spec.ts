import { declareProfile } from '@calico-readiness/requirements';
import type { ReadinessPolicySpec } from '@calico-readiness/requirements';
import { nodeObject } from '../testing/cluster-objects';
import { reportObject, testNow } from '../testing/reports';
import { buildFleet } from './build-fleet';
import { differingNodes } from './differing-nodes';

const reportWith = (name: string, profile: object | undefined, age = 0) =>
  reportObject(name, { age, status: { profile } });
const usual = declareProfile({ encapsulation: ['IPIP', 'VXLAN'] }, 'test');
const bpf = declareProfile({ dataplane: 'BPF', encapsulation: ['IPIP', 'VXLAN'] }, 'test');

const fleet = buildFleet(
  ['a', 'b', 'c', 'blank', 'stale', 'silent'].map((name) => nodeObject(name)),
  [
    reportWith('a', usual),
    reportWith('b', usual),
    reportWith('c', bpf),
    reportWith('blank', undefined),
    reportWith('stale', bpf, 99_999),
  ],
  [],
  testNow,
);

describe('differingNodes', () => {
  it.each<[string, NonNullable<ReadinessPolicySpec['profile']>, number]>([
    ['nothing', {}, 0],
    ['what most have', { dataplane: 'Iptables' }, 1],
    ['what one has', { dataplane: 'BPF' }, 2],
    ['what nobody has', { dataplane: 'Nftables' }, 3],
    ['a list in another order', { encapsulation: ['VXLAN', 'IPIP'] }, 0],
    ['a shorter list', { encapsulation: ['VXLAN'] }, 3],
    ['the port that is used', { ports: { bgp: 179 } }, 0],
    ['another port', { ports: { bgp: 1790 } }, 3],
    ['a port that nobody named', { ports: { felixHealth: 9099 } }, 3],
  ])('counts where %s is declared the nodes with a current report that says otherwise', (_title, declared, nodes) => {
    expect(differingNodes(fleet, declared)).toBe(nodes);
  });
});
