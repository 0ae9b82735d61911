import type { ProfileValues } from '../../model/profile-values';
import { defaultProfileValues } from '../../model/profile-defaults';
import type { ClusterObject, ClusterObjects } from '../../profile/cluster-objects';
import { absentObject, unreadableObject } from '../../profile/cluster-objects';
import {
  bgpConfiguration,
  bgpConfigurations,
  felix,
  list,
  objectsOf,
  pools,
} from '../../profile/testing/sample-objects';
import type { FlowNode } from './flow-node';
import { flowNetwork } from './flow-network';
import { flowsBetween } from './flows-between';

const node = (name: string, index: number, more: Partial<FlowNode> = {}): FlowNode => {
  const subnet = index < 3 ? '10.0.1' : '10.0.2';
  const address = `${subnet}.${String(index + 1)}`;
  return {
    name,
    addresses: { IPv4: address },
    networks: { IPv4: `${address}/24` },
    labels: { rack: index < 3 ? 'a' : 'b' },
    mayRunTypha: false,
    ...more,
  };
};

/** Two racks; the reflector and Typha stand in the first. */
const nodes: readonly FlowNode[] = [
  node('reflector', 0, { routeReflectorClusterId: '244.0.0.1', labels: { 'route-reflector': 'true' } }),
  node('a1', 1),
  node('a2', 2, { mayRunTypha: true }),
  node('b1', 3),
  node('b2', 4),
];

interface Case {
  readonly profile?: Partial<ProfileValues>;
  readonly objects?: Partial<ClusterObjects>;
  readonly peers?: ClusterObject;
  readonly between?: readonly FlowNode[];
}

function needs({ profile, objects = {}, peers = absentObject, between = nodes }: Case, from: string, to: string) {
  const values = { ...defaultProfileValues, bgp: false, encapsulation: [], typha: false, ...profile };
  const network = flowNetwork(between, values, objectsOf(objects), peers);
  const at = (name: string): number => between.findIndex((one) => one.name === name);
  return Object.fromEntries(flowsBetween(network, at(from), at(to)));
}

const bgp = { profile: { bgp: true } };
const off = { objects: { bgpConfiguration: bgpConfiguration({ nodeToNodeMeshEnabled: false }) } };
const peers = (...specs: Readonly<Record<string, unknown>>[]): ClusterObject =>
  list('BGPPeer', Object.fromEntries(specs.map((spec, index) => [`peer-${String(index)}`, spec])));

describe('BGP between nodes', () => {
  const needed = { 'bgp-IPv4': 'needed' };
  const unknown = { 'bgp-IPv4': 'unknown' };

  it.each<[string, Case, string, string, Readonly<Record<string, string>>]>([
    ['joins all by the mesh', bgp, 'a1', 'b1', needed],
    ['does not apply where BGP is off', { profile: { bgp: false } }, 'a1', 'b1', {}],
    ['does not join route reflectors by the mesh', bgp, 'a1', 'reflector', {}],
    ['joins nobody without mesh and peers', { ...bgp, ...off }, 'a1', 'b1', {}],
    [
      'stays open where the mesh is',
      { ...bgp, objects: { bgpConfiguration: unreadableObject('no') } },
      'a1',
      'b1',
      unknown,
    ],
    [
      'of a reflector does not',
      { ...bgp, objects: { bgpConfiguration: unreadableObject('no') } },
      'a1',
      'reflector',
      {},
    ],
    ['stays open where BGPPeers are', { ...bgp, ...off, peers: unreadableObject('no') }, 'a1', 'b1', unknown],
    ['needs no BGPPeer where the mesh joins', { ...bgp, peers: unreadableObject('no') }, 'a1', 'b1', needed],
    [
      'stays open where a selector is none',
      { ...bgp, ...off, peers: peers({ peerSelector: 'rack =' }) },
      'a1',
      'b1',
      unknown,
    ],
  ])('%s', (_, given, from, to, expected) => {
    expect(needs(given, from, to)).toEqual(expected);
  });

  const withPorts = (items: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => ({
    ...bgp,
    objects: { bgpConfigurations: bgpConfigurations(items) },
  });

  it.each<[string, Case, string, string, Readonly<Record<string, string>>]>([
    [
      'is not known where the other listens on its own port',
      withPorts({ 'node.b1': { listenPort: 1179 } }),
      'a1',
      'b1',
      unknown,
    ],
    ['is not known where the node itself does', withPorts({ 'node.a1': { listenPort: 1179 } }), 'a1', 'b1', unknown],
    ['is not known where that port is none', withPorts({ 'node.b1': { listenPort: '1179' } }), 'a1', 'b1', unknown],
    ['is needed between the others', withPorts({ 'node.b1': { listenPort: 1179 } }), 'a1', 'b2', needed],
    ['is needed where the own port is that of all', withPorts({ 'node.b1': { listenPort: 179 } }), 'a1', 'b1', needed],
    ['is needed where the own object sets none', withPorts({ 'node.b1': { asNumber: 64512 } }), 'a1', 'b1', needed],
    [
      'does not apply to pairs that do not speak it',
      withPorts({ 'node.a1': { listenPort: 1179 } }),
      'a1',
      'reflector',
      {},
    ],
    [
      'is not known while nobody could look for own ports',
      { ...bgp, objects: { bgpConfigurations: unreadableObject('forbidden') } },
      'a1',
      'b1',
      unknown,
    ],
  ])('on ports of their own %s', (_, given, from, to, expected) => {
    expect(needs(given, from, to)).toEqual(expected);
  });

  const reflectors = { ...bgp, ...off, peers: peers({ nodeSelector: 'all()', peerSelector: 'has(route-reflector)' }) };

  it.each([
    ['a1', 'reflector', needed],
    ['reflector', 'b2', needed],
    ['a1', 'b1', {}],
    ['a1', 'a1', {}],
  ])('through a reflector goes from %s to %s', (from, to, expected) => {
    expect(needs(reflectors, from, to)).toEqual(expected);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string, string, object]>([
    ['one node by its name', { node: 'a1', peerIP: '10.0.2.4' }, 'a1', 'b1', needed],
    ['its way back', { node: 'a1', peerIP: '10.0.2.4' }, 'b1', 'a1', needed],
    ['nobody else', { node: 'a1', peerIP: '10.0.2.4' }, 'a2', 'b1', {}],
    ['the port that nodes listen on', { node: 'a1', peerIP: '10.0.2.4:179' }, 'a1', 'b1', needed],
    ['another port, which no test asks for', { node: 'a1', peerIP: '10.0.2.4:1790' }, 'a1', 'b1', unknown],
    ['nodeSelector before node', { node: 'b1', nodeSelector: 'rack == "a"', peerIP: '10.0.2.5' }, 'a2', 'b2', needed],
    ['node behind nodeSelector', { node: 'b1', nodeSelector: 'rack == "a"', peerIP: '10.0.2.5' }, 'b1', 'b2', {}],
    ['everybody without either', { peerIP: '10.0.2.5' }, 'a2', 'b2', needed],
    ['peerSelector before peerIP', { peerSelector: 'rack == "b"', peerIP: '10.0.1.2' }, 'a2', 'a1', {}],
    ['no workloads', { localWorkloadSelector: 'all()', peerIP: '10.0.2.5' }, 'a1', 'b2', {}],
    ['no strangers', { peerIP: '192.0.2.1' }, 'a1', 'b1', {}],
    ['an address that is none, of whom nobody knows', { peerIP: 'tor' }, 'a1', 'b1', unknown],
  ])('by a BGPPeer joins %s', (_, spec, from, to, expected) => {
    expect(needs({ ...bgp, ...off, peers: peers(spec) }, from, to)).toEqual(expected);
  });

  it('reaches external peers from their nodes only, each once', () => {
    const specs = peers(
      { nodeSelector: 'rack == "a"', peerIP: '192.0.2.1' },
      { node: 'a1', peerIP: '192.0.2.1' },
      { node: 'a1', peerIP: '[2001:db8::1]:1790' },
    );
    const values = { ...defaultProfileValues, bgp: true };
    const { externalPeersOf } = flowNetwork(nodes, values, objectsOf({}), specs).bgp;
    expect(externalPeersOf(1)).toEqual([
      { address: '192.0.2.1', family: 'IPv4', port: undefined },
      { address: '2001:db8:0:0:0:0:0:1', family: 'IPv6', port: 1790 },
    ]);
    expect(externalPeersOf(3)).toEqual([]);
  });

  it.each<[string, string, number | undefined]>([
    ['with the device that leads to it', 'fe80::1%eth0', undefined],
    ['with a port as well', '[FE80::1%br-ex]:1790', 1790],
    ['without a device', 'fe80::1', undefined],
  ])('reaches a router by its link-local address %s, and leaves the others as they are', (_, peerIP, port) => {
    const specs = peers({ node: 'a1', peerIP }, { nodeSelector: 'rack == "a"', peerIP: '192.0.2.1' });
    const values = { ...defaultProfileValues, bgp: true };
    const { externalPeersOf, complete } = flowNetwork(nodes, values, objectsOf(off.objects), specs).bgp;
    expect(externalPeersOf(1)).toMatchObject([{ address: 'fe80:0:0:0:0:0:0:1', family: 'IPv6', port }, {}]);
    expect(externalPeersOf(2)).toMatchObject([{ address: '192.0.2.1' }]);
    expect(complete).toBe(true);
    expect(needs({ ...bgp, ...off, peers: specs }, 'a1', 'b1')).toEqual({});
  });

  it.each(['2001:db8::1%eth0', '10.0.2.4%eth0', 'fe80::1%', 'fe80::1%a%b', 'fe80::g%eth0', '%eth0'])(
    'understands no other zone: %s',
    (peerIP) => {
      expect(needs({ ...bgp, ...off, peers: peers({ peerIP }) }, 'a1', 'b1')).toEqual(unknown);
    },
  );

  it.each<[string, ClusterObject, string]>([
    ['none without the object', absentObject, 'no'],
    ['none where it says none', bgpConfiguration({}), 'no'],
    [
      'one that is written',
      bgpConfiguration({ nodeMeshPassword: { secretKeyRef: { name: 'bgp', key: 'password' } } }),
      'yes',
    ],
    ['none that anybody knows where it is malformed', bgpConfiguration({ nodeMeshPassword: 'secret' }), 'unknown'],
    ['none that anybody knows where the object cannot be read', unreadableObject('denied'), 'unknown'],
  ])('has the password of BGPConfiguration: %s', (_, object, expected) => {
    const values = { ...defaultProfileValues, bgp: true };
    const objects = objectsOf({ bgpConfiguration: object });
    expect(flowNetwork(nodes, values, objects, absentObject).bgpPassword).toBe(expected);
  });
});

describe('tunnels between nodes', () => {
  const ipip = { 'ipip-IPv4': 'needed', 'ipip-IPv4-large': 'needed' };
  const vxlan = { 'vxlan-IPv4': 'needed', 'vxlan-IPv4-large': 'needed' };
  const across = { ipPools: pools({ one: { cidr: '10.8.0.0/16', vxlanMode: 'CrossSubnet' } }) };
  const mixed = {
    ipPools: pools({
      one: { cidr: '10.8.0.0/16', vxlanMode: 'CrossSubnet' },
      two: { cidr: '10.9.0.0/16', vxlanMode: 'Always' },
    }),
  };
  const asVxlan = { encapsulation: ['VXLAN'] } as const;
  const blind = nodes.map((one) => ({ ...one, networks: {} }));

  it.each<[string, Case, string, string, object]>([
    ['IP-in-IP always', { profile: { encapsulation: ['IPIP'] } }, 'a1', 'a2', ipip],
    ['VXLAN that no pool explains', { profile: asVxlan }, 'a1', 'a2', vxlan],
    ['VXLAN across subnets', { profile: asVxlan, objects: across }, 'a1', 'b1', vxlan],
    ['none within a subnet', { profile: asVxlan, objects: across }, 'a1', 'a2', {}],
    ['the stronger of two pools', { profile: asVxlan, objects: mixed }, 'a1', 'a2', vxlan],
    ['VXLAN of eBPF in any subnet', { profile: { ...asVxlan, dataplane: 'BPF' }, objects: across }, 'a1', 'a2', vxlan],
    [
      'what stays open without a subnet',
      { profile: asVxlan, objects: across, between: blind },
      'a1',
      'a2',
      { 'vxlan-IPv4': 'unknown', 'vxlan-IPv4-large': 'unknown' },
    ],
    ['no IPv6 without addresses of it', { profile: { ...asVxlan, ipFamilies: ['IPv4', 'IPv6'] } }, 'a1', 'a2', vxlan],
  ])('need %s', (_, given, from, to, expected) => {
    expect(needs(given, from, to)).toEqual(expected);
  });

  it('need VXLAN of IPv6 where a pool of IPv6 has it, and not because one of IPv4 has', () => {
    const dual = nodes.map((one, index) => ({
      ...one,
      addresses: { ...one.addresses, IPv6: `fd00::${String(index + 1)}` },
    }));
    const profile = { ...asVxlan, ipFamilies: ['IPv4', 'IPv6'] } as const;
    const six = { ipPools: pools({ six: { cidr: 'fd01::/48', vxlanMode: 'Always' } }) };
    expect(Object.keys(needs({ profile, objects: six, between: dual }, 'a1', 'b1'))).toEqual([
      'vxlan-IPv6',
      'vxlan-IPv6-large',
    ]);
    expect(Object.keys(needs({ profile, objects: mixed, between: dual }, 'a1', 'b1'))).toEqual([
      'vxlan-IPv4',
      'vxlan-IPv4-large',
    ]);
  });
});

describe('Typha and WireGuard between nodes', () => {
  const wireguard = { 'wireguard-IPv4': 'needed', 'wireguard-IPv4-large': 'needed' };
  const open = { 'wireguard-IPv4': 'unknown', 'wireguard-IPv4-large': 'unknown' };
  const dual = { wireguard: true, ipFamilies: ['IPv4', 'IPv6'] } as const;

  it.each<[string, Case, string, string, object]>([
    ['Typha where it may run', { profile: { typha: true } }, 'b1', 'a2', { 'typha-IPv4': 'needed' }],
    ['no Typha elsewhere', { profile: { typha: true } }, 'a2', 'b1', {}],
    ['no Typha where there is none', {}, 'b1', 'a2', {}],
    ['WireGuard where it is on', { profile: { wireguard: true } }, 'a1', 'b1', wireguard],
    [
      'WireGuard of the family that is on',
      { profile: dual, objects: { felixConfigurations: felix({ default: { wireguardEnabled: true } }) } },
      'a1',
      'b1',
      wireguard,
    ],
    [
      'none of the family that is off',
      { profile: dual, objects: { felixConfigurations: felix({ default: { wireguardEnabledV6: true } }) } },
      'a1',
      'b1',
      {},
    ],
    ['what stays open', { profile: dual, objects: { felixConfigurations: unreadableObject('no') } }, 'a1', 'b1', open],
  ])('need %s', (_, given, from, to, expected) => {
    expect(needs(given, from, to)).toEqual(expected);
  });
});
