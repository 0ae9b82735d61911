import fc from 'fast-check';
import { list } from '../../profile/testing/sample-objects';
import { peerListShards, readPeerList } from '../peer-list/peer-list';
import { bgpTexts, readBgpList, withBgpRoles, withVersion } from '../peer-list/bgp-list';
import type { Peer } from '../plan/peer';
import { samplePeer } from '../testing/sample-peers';
import { bgpPasswordOf } from './bgp-need';
import type { Mesh } from './bgp-peerings';
import { bgpPeerings } from './bgp-peerings';
import { readBgpPeers } from './bgp-peers';
import { bgpRoles } from './bgp-roles';
import { externalPeersOf, linkBetween } from './bgp-table';
import type { FlowNode } from './flow-node';
import { peerFlows } from './peer-flows';
import { unknownPeerNetwork } from './peer-network';
import { defaultProfileValues } from '../../model/profile-defaults';

const families = ['IPv4', 'IPv6'] as const;
const selectors = ['all()', 'rack == "a"', 'rack == "b"', 'has(reflector)', '!has(reflector)', 'rack ='];

const arbitraryNode = fc.record({
  rack: fc.constantFrom('a', 'b', 'c'),
  reflector: fc.boolean(),
  six: fc.boolean(),
});
const arbitrarySpec = fc.record(
  {
    node: fc.constantFrom('node-0', 'node-1', 'node-9'),
    nodeSelector: fc.constantFrom(...selectors),
    peerSelector: fc.constantFrom(...selectors),
    peerIP: fc.constantFrom(
      '10.0.0.1',
      '10.0.0.2',
      '10.0.0.3:1790',
      '10.0.0.3:179',
      'fd00::2',
      '192.0.2.1',
      '192.0.2.2:1790',
    ),
    password: fc.constant({ secretKeyRef: { name: 'bgp', key: 'password' } }),
    localWorkloadSelector: fc.constantFrom('', '', '', 'all()'),
  },
  { requiredKeys: [] },
);
const arbitraryMesh: fc.Arbitrary<Mesh> = fc.record({
  enabled: fc.constantFrom(true, false, undefined),
  password: fc.constantFrom('yes', 'no', 'unknown'),
  port: fc.constant(179),
  elsewhere: fc.uint8Array({ minLength: 8, maxLength: 8, max: 1 }),
});

const nodeOf = (
  given: { readonly rack: string; readonly reflector: boolean; readonly six: boolean },
  index: number,
) => {
  const node: FlowNode = {
    name: `node-${String(index)}`,
    addresses: { IPv4: `10.0.0.${String(index + 1)}`, ...(given.six && { IPv6: `fd00::${String(index + 1)}` }) },
    networks: {},
    labels: { rack: given.rack, ...(given.reflector && { reflector: '' }) },
    ...(given.reflector && { routeReflectorClusterId: '1.0.0.1' }),
    mayRunTypha: false,
  };
  return node;
};

const peersOf = (...specs: readonly object[]) =>
  readBgpPeers(list('BGPPeer', Object.fromEntries(specs.map((spec, index) => [`peer-${String(index)}`, { ...spec }]))));

/** What agents read of a list that has these nodes. */
function listed(nodes: readonly FlowNode[], peerings: ReturnType<typeof bgpPeerings>) {
  const roles = bgpRoles(nodes, peerings);
  const peers = nodes.map((node, index): Peer => {
    const bgpRole = roles.roleOf(index);
    const { name, addresses } = node;
    return samplePeer(index, {
      name,
      addresses,
      inMesh: peerings.inMesh(index),
      ...(bgpRole !== undefined && { bgpRole }),
    });
  });
  const shards = peerListShards(peers);
  const texts = bgpTexts(shards, peers, roles.table)!.map((text) => withVersion(text, 'v'));
  const read = readBgpList(
    shards.map((shard, index) => ({ peers: shard, bgp: texts[index] })),
    'v',
  )!;
  const byName = new Map(withBgpRoles(readPeerList(shards).peers, read).map((peer) => [peer.name, peer]));
  return { peers: nodes.map(({ name }) => byName.get(name)!), table: read.table, bytes: texts.join('').length };
}

describe('the roles of nodes for BGP', () => {
  it('say of each pair, and of each node’s external peers, what all of Calico’s objects say', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryNode, { minLength: 1, maxLength: 8 }),
        fc.array(arbitrarySpec, { maxLength: 5 }),
        arbitraryMesh,
        (given, specs, mesh) => {
          const nodes = given.map(nodeOf);
          const peerings = bgpPeerings(nodes, mesh, peersOf(...specs));
          const { peers, table } = listed(nodes, peerings);
          const network = { ...unknownPeerNetwork, bgp: table };
          for (const [one, peer] of peers.entries()) {
            const external = peerings.complete ? peerings.externalPeersOf(one) : undefined;
            expect(externalPeersOf(table, peer)).toEqual(external);
            for (const [other, second] of peers.entries())
              for (const family of families) {
                if (one === other) continue;
                expect(linkBetween(table, peer, second, family)).toBe(peerings.linkOf(one, other, family));
                const need = peerFlows({ ...defaultProfileValues, bgp: true }, peer, second, network).get(
                  `bgp-${family}`,
                );
                expect(need ?? 'not-needed').toBe(peerings.between(one, other, family));
              }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  const off: Mesh = { enabled: false, password: 'no', port: 179, elsewhere: new Uint8Array() };
  const rack = (index: number): FlowNode => ({
    ...nodeOf({ rack: String(Math.floor(index / 40)), reflector: false, six: false }, index),
    name: `node-${String(index).padStart(4, '0')}`,
    addresses: { IPv4: `10.0.${String(index >> 8)}.${String(index & 255)}` },
  });

  it.each<[string, readonly object[], number, number]>([
    ['the mesh', [], 1, 1],
    ['three route reflectors', [{ peerSelector: 'rack == "0"' }], 2, 1],
    [
      'two switches for each of 125 racks',
      Array.from({ length: 125 }, (_, index) => index).flatMap((index) =>
        [1, 2].map((side) => ({
          nodeSelector: `rack == "${String(index)}"`,
          peerIP: `192.0.${String(index)}.${String(side)}`,
        })),
      ),
      125,
      2,
    ],
  ])('of 5,000 nodes with %s are few and short', (_, specs, count, bytesOfNode) => {
    const nodes = Array.from({ length: 5000 }, (_unused, index) => rack(index));
    const { table, bytes } = listed(nodes, bgpPeerings(nodes, off, peersOf(...specs)));
    expect(table.links).toHaveLength(count);
    expect(bytes / 5000).toBeLessThan(bytesOfNode);
  });

  it('are not told of nodes beyond the most, whose pairs stay Unknown', () => {
    const nodes = Array.from({ length: 1100 }, (_, index) => rack(index));
    const specs = nodes
      .slice(0, 1000)
      .map(({ name }, index) => ({ node: name, peerIP: `192.0.2.${String(index % 200)}` }));
    const { peers, table } = listed(nodes, bgpPeerings(nodes, off, peersOf(...specs)));
    expect(table.links).toHaveLength(1000);
    const [first, last] = [peers[0]!, peers.at(-1)!];
    expect(last.bgpRole).toBeUndefined();
    const network = { ...unknownPeerNetwork, bgp: table };
    expect(peerFlows({ ...defaultProfileValues, bgp: true }, first, last, network).get('bgp-IPv4')).toBe('unknown');
    expect(bgpPasswordOf(network, first, last, 'IPv4')).toBe('unknown');
  });

  it.each<[string, Mesh, object, 'yes' | 'no' | 'unknown']>([
    ['no password at all', off, {}, 'no'],
    ['that of the BGPPeer', off, { password: { secretKeyRef: { name: 'bgp', key: 'password' } } }, 'yes'],
    ['hops that are counted', off, { ttlSecurity: 1 }, 'yes'],
    ['that of the mesh, which joins them as well', { ...off, enabled: true, password: 'yes' }, {}, 'yes'],
  ])('have %s', (_, mesh, more, expected) => {
    const nodes = [rack(1), rack(2)];
    const spec = { nodeSelector: 'all()', peerSelector: 'all()', ...more };
    const { peers, table } = listed(nodes, bgpPeerings(nodes, mesh, peersOf(spec)));
    expect(bgpPasswordOf({ ...unknownPeerNetwork, bgp: table }, peers[0]!, peers[1]!, 'IPv4')).toBe(expected);
  });
});
