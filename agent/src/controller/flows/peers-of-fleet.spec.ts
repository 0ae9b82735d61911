import type { ClusterObject } from '@calico-readiness/requirements';
import {
  absentObject,
  bgpNeed,
  declareProfile,
  externalPeersOf,
  foundObject,
  hashOf,
  noClusterObjects,
  unreadableObject,
} from '@calico-readiness/requirements';
import { readNode } from '../report/known-node';
import { ReportReader } from '../report/report-summary';
import { peersOfFleet } from './peers-of-fleet';

const now = Date.parse('2026-01-01T12:00:00Z');
const ready = { type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z' };
const internal = (address: string) => ({ type: 'InternalIP', address });

interface Changes {
  readonly labels?: object;
  readonly annotations?: object;
  readonly spec?: object;
  readonly status?: object;
}

/** The peer that a Node becomes, in a cluster of one. */
function peerOf(
  { labels = {}, annotations = {}, spec = {}, status = {} }: Changes,
  { age = 0, installation, bgp, profile = {} }: Partial<Cluster> = {},
) {
  const node = readNode({
    metadata: { name: 'n', uid: 'u', labels, annotations },
    spec,
    status: { addresses: [internal('10.0.0.1')], conditions: [ready], ...status },
  });
  const observedAt = new Date(now - age * 1000).toISOString();
  const report = new ReportReader().read({ metadata: { name: 'n' }, status: { nodeUID: 'u', observedAt } });
  const sources = {
    nodes: new Map(node === undefined ? [] : [['n', node]]),
    reports: new Map(report === undefined ? [] : [['n', report]]),
    profile: declareProfile(profile, ''),
    objects: {
      ...noClusterObjects,
      ...(installation && { installation }),
      ...(bgp && { bgpConfiguration: bgp }),
    },
    bgpPeers: absentObject,
  };
  return peersOfFleet(sources, now).peers[0];
}

interface Cluster {
  readonly age: number;
  readonly installation: ClusterObject;
  readonly bgp: ClusterObject;
  readonly profile: Parameters<typeof declareProfile>[0];
}

const installation = (spec: object): Partial<Cluster> => ({ installation: foundObject({ spec }) });
const template = (spec: object): Partial<Cluster> =>
  installation({ typhaDeployment: { spec: { template: { spec } } } });
const bgpConfiguration = (nodeToNodeMeshEnabled: unknown): Partial<Cluster> => ({
  bgp: foundObject({
    apiVersion: 'crd.projectcalico.org/v1',
    kind: 'BGPConfiguration',
    metadata: { name: 'default' },
    spec: { nodeToNodeMeshEnabled },
  }),
});
const affinity = (...terms: readonly object[]): object => ({
  nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } },
});
const hasRole = { matchExpressions: [{ key: 'infra', operator: 'Exists' }] };

describe('a node in the list of peers', () => {
  it('has the address of its kubelet before Calico runs, and Calico’s own afterwards', () => {
    expect(peerOf({})).toEqual({
      name: 'n',
      key: hashOf('u'),
      addresses: { IPv4: '10.0.0.1' },
      zone: '',
      pool: '',
      subnet: '',
      mayRunTypha: true,
      inMesh: true,
      bgpRole: 0,
      answers: true,
    });
    const annotations = {
      'projectcalico.org/IPv4Address': '10.1.0.7/24',
      'projectcalico.org/IPv6Address': 'fd00::7/64',
    };
    expect(peerOf({ annotations })).toMatchObject({
      addresses: { IPv4: '10.1.0.7', IPv6: 'fd00::7' },
      subnet: '10.1.0.0/24',
    });
  });

  it('has an address of each family, the first of it, and none that is no address', () => {
    const addresses = [
      { type: 'ExternalIP', address: '192.0.2.1' },
      internal('fd00::1'),
      internal('x'),
      internal('fd00::2'),
      null,
    ];
    expect(peerOf({ status: { addresses } })?.addresses).toEqual({ IPv6: 'fd00::1' });
    expect(peerOf({ annotations: { 'projectcalico.org/IPv4Address': '10.1.0.7' } })?.addresses).toEqual({
      IPv4: '10.0.0.1',
    });
    expect(peerOf({ annotations: { 'projectcalico.org/IPv4Address': 'fd00::7/64' } })?.addresses).toEqual({
      IPv4: '10.0.0.1',
    });
  });

  it('stands in its zone, and in the pool of its role', () => {
    const labels = (...roles: string[]) =>
      Object.fromEntries(roles.map((role) => [`node-role.kubernetes.io/${role}`, '']));
    expect(peerOf({ labels: { 'topology.kubernetes.io/zone': 'z', ...labels('worker', 'infra') } })).toMatchObject({
      zone: 'z',
      pool: 'infra',
    });
    expect(peerOf({ labels: labels('worker', 'infra', 'master') })?.pool).toBe('master');
    expect(peerOf({ labels: labels('worker') })?.pool).toBe('worker');
  });

  it.each<[string, Changes, Partial<Cluster>]>([
    ['is not ready', { status: { conditions: [{ ...ready, status: 'Unknown' }] } }, {}],
    ['says nothing of being ready', { status: { conditions: 'x' } }, {}],
    ['is cordoned', { spec: { unschedulable: true } }, {}],
    ['has an agent that is silent', {}, { age: 3600 }],
    ['has no address', { status: { addresses: [] } }, {}],
  ])('does not answer where it %s', (_, changes, cluster) => {
    expect(peerOf(changes, cluster)).toMatchObject({ name: 'n', answers: false });
  });

  it('is none where it is of Windows, or where its status was never written', () => {
    expect(peerOf({ labels: { 'kubernetes.io/os': 'windows' } })).toBeUndefined();
    expect(readNode({ metadata: { name: 'n', uid: 'u' } })).toEqual({ uid: 'u', labels: {} });
  });

  it.each<[boolean, string, Changes, Partial<Cluster>]>([
    [true, 'by default', {}, {}],
    [false, 'of a route reflector', { annotations: { 'projectcalico.org/RouteReflectorClusterID': '1.0.0.1' } }, {}],
    [false, 'with the mesh off', {}, bgpConfiguration(false)],
    [true, 'with the mesh on', {}, bgpConfiguration(true)],
    [false, 'with a setting that is not understood', {}, bgpConfiguration('yes')],
    [false, 'with a configuration that cannot be read', {}, { bgp: unreadableObject('forbidden') }],
    [false, 'without BGP', {}, { profile: { bgp: false } }],
  ])('is in the mesh of BGP (%s) %s', (inMesh, _, changes, cluster) => {
    expect(peerOf(changes, cluster)?.inMesh).toBe(inMesh);
  });

  const infra = { labels: { infra: '' } };
  const tainted = { spec: { taints: [{ key: 'gpu', effect: 'NoSchedule' }] } };
  it.each<[boolean, string, Changes, Partial<Cluster>]>([
    [true, 'everywhere without an Installation', tainted, {}],
    [true, 'everywhere by the operator’s own choice', tainted, installation({})],
    [false, 'where nobody can tell', {}, { installation: unreadableObject('forbidden') }],
    [
      false,
      'on a node with a taint where tolerations are given',
      tainted,
      installation({ controlPlaneTolerations: [{ key: 'x' }] }),
    ],
    [
      true,
      'on a node that is only not ready',
      { spec: { taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' }] } },
      template({ tolerations: [{ key: 'x' }] }),
    ],
    [true, 'with tolerations of everything', tainted, template({ tolerations: [{ operator: 'Exists' }] })],
    [false, 'beside a node selector', {}, template({ nodeSelector: { infra: '' } })],
    [true, 'by a node selector', infra, template({ nodeSelector: { infra: '' } })],
    [false, 'with a node selector that is none', infra, template({ nodeSelector: 7 })],
    [false, 'beside an affinity', {}, installation({ typhaAffinity: affinity(hasRole) })],
    [true, 'by an affinity', infra, template({ affinity: affinity({ matchFields: [] }, hasRole) })],
    [
      false,
      'by terms that are empty or not understood',
      infra,
      template({ affinity: affinity({}, { matchFields: [{}] }) }),
    ],
  ])('may run Typha (%s) %s', (mayRunTypha, _, changes, cluster) => {
    expect(peerOf(changes, cluster)?.mayRunTypha).toBe(mayRunTypha);
  });
});

describe('who speaks BGP with whom', () => {
  const nodeOf = (name: string, address: string, changes: Changes = {}) =>
    [
      name,
      readNode({
        metadata: { name, uid: name, labels: changes.labels ?? {}, annotations: changes.annotations ?? {} },
        status: { addresses: [internal(address)], conditions: [ready] },
      })!,
    ] as const;
  const nodes = new Map([
    nodeOf('client-1', '10.0.0.1'),
    nodeOf('client-2', '10.0.0.2'),
    nodeOf('reflector', '10.0.0.3', {
      labels: { 'route-reflector': 'true' },
      annotations: { 'projectcalico.org/RouteReflectorClusterID': '1.0.0.1' },
    }),
  ]);
  const bgpPeers = foundObject({
    apiVersion: 'crd.projectcalico.org/v1',
    kind: 'BGPPeerList',
    items: [
      { metadata: { name: 'rr' }, spec: { nodeSelector: 'all()', peerSelector: 'has(route-reflector)' } },
      { metadata: { name: 'tor' }, spec: { node: 'reflector', peerIP: '192.0.2.1', asNumber: 64512 } },
    ],
  });
  const fleet = (of: ClusterObject, profile: Cluster['profile'] = {}) =>
    peersOfFleet(
      {
        nodes,
        reports: new Map(),
        profile: declareProfile(profile, ''),
        objects: { ...noClusterObjects, bgpConfiguration: bgpConfiguration(false).bgp! },
        bgpPeers: of,
      },
      now,
    );

  it('is told by roles, read from nodes, BGPConfiguration and BGPPeers', () => {
    const { peers, network } = fleet(bgpPeers);
    const [first, second, reflector] = peers;
    const need = (one: typeof first, other: typeof first) => bgpNeed(network, one!, other!, 'IPv4');
    expect([need(first, reflector), need(reflector, second), need(first, second)]).toEqual([
      'needed',
      'needed',
      'not-needed',
    ]);
    expect(externalPeersOf(network.bgp, reflector!)).toEqual([
      { address: '192.0.2.1', family: 'IPv4', port: undefined },
    ]);
    expect(externalPeersOf(network.bgp, first!)).toEqual([]);
  });

  it('is Unknown where BGPPeers cannot be read, and not told where BGP is off', () => {
    const { peers, network } = fleet(unreadableObject('forbidden'));
    expect(bgpNeed(network, peers[0]!, peers[2]!, 'IPv4')).toBe('unknown');
    expect(externalPeersOf(network.bgp, peers[0]!)).toBeUndefined();
    expect(fleet(bgpPeers, { bgp: false }).network.bgp).toBeUndefined();
  });
});
