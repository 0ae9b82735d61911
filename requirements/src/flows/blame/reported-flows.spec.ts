import type { FlowKey } from '../../model/traffic/flow';
import { flowKeys } from '../../model/traffic/flow';
import { defaultProfileValues } from '../../model/profile-defaults';
import { reportedFlowLimits } from '../../model/report/reported-flows';
import type { PeerNetwork } from '../pairs/peer-network';
import { unknownPeerNetwork } from '../pairs/peer-network';
import type { TunnelModes } from '../pairs/tunnel-modes';
import type { Peer } from '../plan/peer';
import { epochLength } from '../plan/plan-limits';
import { ringOf } from '../plan/ring';
import { samplePeers } from '../testing/sample-peers';
import { coverageAt } from './coverage';
import { flowEvidence } from './failed-edges';
import { reportedFlows } from './reported-flows';

const now = 400_000 * 25 * epochLength;
const at = { firstAt: now, failedAt: now, recentAt: now, lastAt: now };
const always: TunnelModes = { ipip: 'always', vxlan: { IPv4: 'always', IPv6: 'always' } };

interface Told {
  readonly peers: readonly Peer[];
  readonly flows: readonly FlowKey[];
  readonly fails?: (source: Peer, target: Peer) => boolean;
  readonly proven?: boolean;
  readonly tunnels?: TunnelModes;
  readonly network?: PeerNetwork;
}

/** What is reported after every node tested those that the plan had it visit. */
function told(given: Told) {
  const { peers, flows, fails = () => false, proven = true, tunnels = always, network = unknownPeerNetwork } = given;
  const ring = ringOf(peers);
  const coverage = coverageAt(ring, now);
  const reports = ring.peers.map((source, place) => {
    const targets = coverage.targetsOf(place).map((target) => ring.peers[target]!);
    const failing = targets.filter((target) => fails(source, target));
    const named = failing.slice(0, 10).map(({ key }) => ({ target: key, ...at, proven }));
    return {
      source: source.key,
      flows: flows.map((flow) => ({ flow, tested: targets.length, blocked: failing.length, failing: named })),
    };
  });
  const evidence = flowEvidence(ring, reports, new Map());
  return reportedFlows({ ring, evidence, coverage, tunnels, network }, defaultProfileValues.ports);
}

const bgp: readonly FlowKey[] = ['bgp-IPv4'];
const sum = (cells: readonly { readonly tested: number }[]): number =>
  cells.reduce((total, { tested }) => total + tested, 0);

describe('the flows of a cluster', () => {
  it('are counted from zone to zone, and share out what was tested', () => {
    const { grouping, groups, cells, causes } = told({ peers: samplePeers(300), flows: bgp });
    expect([grouping, groups, causes]).toEqual(['zone', ['zone-a', 'zone-b', 'zone-c'], []]);
    expect(cells).toHaveLength(9);
    expect(cells.every(({ failing }) => failing === 0)).toBe(true);
    expect(sum(cells)).toBeGreaterThan(300 * 100);
    expect(sum(cells)).toBeLessThan(300 * 120);
  });

  it('that fail between two zones stand in their cell, with the cause', () => {
    const { cells, causes } = told({
      peers: samplePeers(300),
      flows: ['vxlan-IPv4', 'vxlan-IPv4-large'],
      fails: (source, target) => source.zone === 'zone-a' && target.zone === 'zone-c',
    });
    const failing = cells.filter((cell) => cell.failing > 0);
    expect(failing.map(({ flow, from, to }) => [flow, from, to])).toEqual([
      ['vxlan-IPv4', 0, 2],
      ['vxlan-IPv4-large', 0, 2],
    ]);
    expect(failing.every((cell) => cell.failing / cell.tested > 0.9)).toBe(true);
    expect(causes).toEqual([
      {
        kind: 'path',
        flows: ['vxlan-IPv4'],
        pairs: failing[0]?.failing,
        grouping: 'zone',
        from: 'zone-a',
        to: 'zone-c',
        message: `UDP 4789 from zone-a to zone-c is filtered: ${String(failing[0]?.failing)} pairs`,
      },
    ]);
  });

  it('that nobody has proven to fail are neither open nor failing', () => {
    const { cells, causes } = told({
      peers: samplePeers(60),
      flows: bgp,
      fails: (_, target) => target.zone === 'zone-c',
      proven: false,
    });
    expect(causes).toEqual([]);
    expect(cells.map(({ to }) => to)).not.toContain(2);
  });

  it('with CrossSubnet are not told as tested within a subnet', () => {
    const racks = samplePeers(80).map((peer) => ({ ...peer, zone: peer.subnet.replace('/', '-') }));
    const tunnels: TunnelModes = { ...always, vxlan: { IPv4: 'cross-subnet', IPv6: 'never' } };
    const { groups, cells } = told({ peers: racks, flows: ['vxlan-IPv4'], tunnels });
    expect(groups).toHaveLength(2);
    expect(cells.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('of Typha and BGP are told only towards nodes that need them', () => {
    const { groups, cells } = told({
      peers: samplePeers(60).map((peer) => ({ ...peer, zone: '', inMesh: peer.pool === 'worker' })),
      flows: ['bgp-IPv4', 'typha-IPv4'],
    });
    expect(groups).toEqual(['master', 'worker']);
    expect(cells.map(({ flow, from, to }) => [flow, from, to])).toEqual([
      ['bgp-IPv4', 1, 1],
      ['typha-IPv4', 0, 0],
      ['typha-IPv4', 1, 0],
    ]);
  });

  it('of a cluster in one zone and one pool are counted by subnet, and else as one group', () => {
    const alike = samplePeers(80).map((peer) => ({ ...peer, zone: 'z', pool: 'worker' }));
    expect(told({ peers: alike, flows: bgp })).toMatchObject({
      grouping: 'subnet',
      groups: ['10.0.0.0/24', '10.0.1.0/24'],
    });
    const none = alike.map((peer) => ({ ...peer, zone: '', subnet: '' }));
    expect(told({ peers: none, flows: bgp })).toMatchObject({ grouping: 'zone', groups: [''] });
  });

  it('name nodes without a group last', () => {
    const peers = samplePeers(30).map((peer) => (peer.zone === 'zone-a' ? { ...peer, zone: '' } : peer));
    expect(told({ peers, flows: bgp }).groups).toEqual(['zone-b', 'zone-c', '']);
  });

  it('of many zones and flows stay within their limits, and keep the zone that fails', () => {
    const peers = samplePeers(400).map((peer, index) => ({ ...peer, zone: `z${String(index % 39)}`, pool: 'worker' }));
    const reported = told({ peers, flows: flowKeys, fails: (_, target) => target.zone === 'z38' });
    expect(reported.groups).toContain('z38');
    expect(reported.groups.length).toBeLessThanOrEqual(reportedFlowLimits.groups);
    expect(reported.cells.length).toBeLessThanOrEqual(reportedFlowLimits.cells);
    expect(Math.max(...reported.cells.map(({ from, to }) => Math.max(from, to)))).toBeLessThan(reported.groups.length);
    expect(told({ peers, flows: bgp }).groups).toHaveLength(12);
  });

  it.each([
    ['target', { kind: 'target', to: '#1' }, (_: Peer, target: Peer) => target.name.startsWith('node-1.')],
    ['source', { kind: 'source', from: '#1' }, (source: Peer) => source.name.startsWith('node-1.')],
    [
      'node',
      { bothWays: true },
      (source: Peer, target: Peer) => [source, target].some(({ name }) => name.startsWith('node-1.')),
    ],
    ['everything', { kind: 'everywhere' }, () => true],
    [
      'zone',
      { kind: 'group', grouping: 'zone', from: 'zone-b', bothWays: true },
      (source: Peer, target: Peer) => (source.zone === 'zone-b') !== (target.zone === 'zone-b'),
    ],
  ])('name what fails: a %s', (_, expected, fails) => {
    const [cause, ...more] = told({ peers: samplePeers(300), flows: bgp, fails }).causes;
    expect(more).toEqual([]);
    const named = JSON.parse(JSON.stringify(cause).replaceAll('node-1.example.com', '#1')) as object;
    expect(named).toMatchObject(expected);
  });
});
