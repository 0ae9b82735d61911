import { defaultProfileValues } from '../../model/profile-defaults';
import type { ProfileValues } from '../../model/profile-values';
import type { Peer } from '../plan/peer';
import { samplePeer } from '../testing/sample-peers';
import { peerFlows, profileFlows } from './peer-flows';
import type { PeerNetwork } from './peer-network';
import { peerNetworkLine, readPeerNetwork, unknownPeerNetwork } from './peer-network';
import type { TunnelMode } from './tunnel-modes';

const plain: ProfileValues = { ...defaultProfileValues, bgp: false, encapsulation: [], typha: false };
/** The first two stand in one subnet, the last in another one; Typha may run on the first. */
const [one, near, far] = [samplePeer(1), samplePeer(7), samplePeer(50)];
const dual = (peer: Peer): Peer => ({ ...peer, addresses: { ...peer.addresses, IPv6: 'fd00::1' } });
const both = ['IPv4', 'IPv6'] as const;
const told = (mode: TunnelMode): PeerNetwork => ({
  tunnels: { ipip: mode, vxlan: { IPv4: mode, IPv6: mode } },
  bgpPassword: 'unknown',
});

interface Case {
  readonly profile: Partial<ProfileValues>;
  readonly from?: Peer;
  readonly to?: Peer;
  readonly network?: PeerNetwork;
}

const flows = ({ profile, from = one, to = near, network }: Case) =>
  Object.fromEntries(peerFlows({ ...plain, ...profile }, from, to, network));

const vxlan = { 'vxlan-IPv4': 'needed', 'vxlan-IPv4-large': 'needed' };
const openVxlan = { 'vxlan-IPv4': 'unknown', 'vxlan-IPv4-large': 'unknown' };
const asVxlan = { encapsulation: ['VXLAN'] } as const;

describe('the flows of two peers', () => {
  it.each<[string, Case, object]>([
    ['none to itself', { profile: { bgp: true, ...asVxlan }, to: one }, {}],
    ['BGP within the mesh', { profile: { bgp: true } }, { 'bgp-IPv4': 'needed' }],
    ['no BGP where it is off', { profile: {} }, {}],
    [
      'BGP that is open with who is not in the mesh',
      { profile: { bgp: true }, to: { ...near, inMesh: false } },
      { 'bgp-IPv4': 'unknown' },
    ],
    [
      'BGP over both families that both have',
      { profile: { bgp: true }, from: dual(one), to: dual(near) },
      { 'bgp-IPv4': 'needed', 'bgp-IPv6': 'needed' },
    ],
    [
      'nothing over a family that one has not',
      { profile: { bgp: true, ...asVxlan }, to: { ...near, addresses: {} } },
      {},
    ],
    ['a tunnel across subnets, whatever the pools say', { profile: asVxlan, to: far }, vxlan],
    ['what is open within a subnet', { profile: asVxlan }, openVxlan],
    ['a tunnel within a subnet where it is always used', { profile: asVxlan, network: told('always') }, vxlan],
    ['none within a subnet with CrossSubnet', { profile: asVxlan, network: told('cross-subnet') }, {}],
    ['one across subnets with CrossSubnet', { profile: asVxlan, to: far, network: told('cross-subnet') }, vxlan],
    [
      'what is open where no subnet is known',
      { profile: asVxlan, from: { ...one, subnet: '' }, network: told('cross-subnet') },
      openVxlan,
    ],
    ['none that no pool has', { profile: asVxlan, to: far, network: told('never') }, {}],
    ['none that the profile has not, whatever the pools say', { profile: {}, network: told('always') }, {}],
    ['VXLAN of eBPF within a subnet', { profile: { ...asVxlan, dataplane: 'BPF' } }, vxlan],
    [
      'what is open across subnets with two families',
      { profile: { ...asVxlan, ipFamilies: both }, to: far },
      openVxlan,
    ],
    [
      'what is open where the other family may be in one subnet',
      { profile: asVxlan, from: dual(one), to: dual(far), network: told('cross-subnet') },
      openVxlan,
    ],
    [
      'IP-in-IP',
      { profile: { encapsulation: ['IPIP'] }, to: far },
      { 'ipip-IPv4': 'needed', 'ipip-IPv4-large': 'needed' },
    ],
    ['Typha where it may run', { profile: { typha: true }, to: samplePeer(2) }, { 'typha-IPv4': 'needed' }],
    ['no Typha elsewhere', { profile: { typha: true } }, {}],
    [
      'Typha over the first family alone',
      { profile: { typha: true, ipFamilies: ['IPv6', 'IPv4'] }, from: dual(one), to: dual(samplePeer(2)) },
      { 'typha-IPv6': 'needed' },
    ],
    [
      'WireGuard of the only family',
      { profile: { wireguard: true } },
      { 'wireguard-IPv4': 'needed', 'wireguard-IPv4-large': 'needed' },
    ],
    [
      'WireGuard that is open with two',
      { profile: { wireguard: true, ipFamilies: both } },
      { 'wireguard-IPv4': 'unknown', 'wireguard-IPv4-large': 'unknown' },
    ],
  ])('are %s', (_, given, expected) => {
    expect(flows(given)).toEqual(expected);
  });

  it('are among those of the profile', () => {
    const profile = { ...plain, bgp: true, typha: true, encapsulation: ['IPIP', 'VXLAN'], wireguard: true } as const;
    expect(Object.keys(flows({ profile, to: samplePeer(2) }))).toEqual(profileFlows(profile));
    expect(profileFlows(plain)).toEqual([]);
  });
});

describe('what the list says of all pairs', () => {
  it.each<PeerNetwork>([
    told('always'),
    { ...told('cross-subnet'), bgpPassword: 'no' },
    { tunnels: undefined, bgpPassword: 'yes' },
    unknownPeerNetwork,
  ])('is read as it was written: %j', (network) => {
    expect(readPeerNetwork(peerNetworkLine(network))).toEqual(network);
  });

  it.each([
    undefined,
    7,
    '',
    'ipip',
    'ipip=maybe vxlan4=never vxlan6=never',
    'password=perhaps',
    ' '.repeat(1_000_000),
  ])('is nothing where it is written otherwise', (line) => {
    expect(readPeerNetwork(line)).toEqual(unknownPeerNetwork);
  });
});
