import fc from 'fast-check';
import { defaultProfileValues } from '../../model/profile-defaults';
import type { ProfileValues } from '../../model/profile-values';
import { subnetOf } from '../address';
import type { Peer } from '../plan/peer';
import { samplePeer } from '../testing/sample-peers';
import type { FlowNetwork } from './flow-network';
import type { FlowNode } from './flow-node';
import { flowsBetween } from './flows-between';
import { peerFlows } from './peer-flows';
import type { TunnelMode, TunnelModes } from './tunnel-modes';

const arbitraryMode = fc.constantFrom<TunnelMode>('always', 'cross-subnet', 'never');
const arbitraryPair = fc.record({
  encapsulation: fc.constantFrom<ProfileValues['encapsulation']>(['IPIP'], ['VXLAN'], ['IPIP', 'VXLAN']),
  ipFamilies: fc.constantFrom<ProfileValues['ipFamilies']>(['IPv4'], ['IPv6'], ['IPv4', 'IPv6']),
  dataplane: fc.constantFrom<ProfileValues['dataplane']>('Iptables', 'BPF'),
  nodes: fc.tuple(...[0, 1].map(() => fc.record({ four: fc.nat(1), six: fc.nat(2) }))),
  modes: fc.tuple(arbitraryMode, arbitraryMode, arbitraryMode),
  isTold: fc.boolean(),
});

/** In one of two subnets of IPv4, and in one of two of IPv6 or in none. */
const nodeOf = ({ four, six }: { readonly four: number; readonly six: number }, index: number): FlowNode => {
  const [ipv4, ipv6] = [`10.0.${String(four)}.${String(index + 1)}`, `fd00:${String(six)}::${String(index + 1)}`];
  return {
    name: `node-${String(index)}`,
    addresses: { IPv4: ipv4, ...(six > 0 && { IPv6: ipv6 }) },
    networks: { IPv4: `${ipv4}/24`, ...(six > 0 && { IPv6: `${ipv6}/64` }) },
    labels: {},
    mayRunTypha: false,
  };
};

const peerOf = ({ addresses, networks }: FlowNode, index: number): Peer =>
  samplePeer(index, { addresses, subnet: subnetOf(networks.IPv4 ?? '') ?? '' });

/** As the controller reads them from the pools. */
function tunnelsOf(
  profile: ProfileValues,
  [ipip, four, six]: readonly [TunnelMode, TunnelMode, TunnelMode],
): TunnelModes {
  const used = (is: boolean, mode: TunnelMode): TunnelMode => (is ? mode : 'never');
  const vxlan = (mode: TunnelMode): TunnelMode => (profile.dataplane === 'BPF' ? 'always' : mode);
  const has = profile.encapsulation.includes('VXLAN');
  return {
    ipip: used(profile.encapsulation.includes('IPIP') && profile.ipFamilies.includes('IPv4'), ipip),
    vxlan: {
      IPv4: used(has && profile.ipFamilies.includes('IPv4'), vxlan(four)),
      IPv6: used(has && profile.ipFamilies.includes('IPv6'), vxlan(six)),
    },
  };
}

it('needs no tunnel by the list of peers that it does not need by all of Calico’s objects', () => {
  fc.assert(
    fc.property(arbitraryPair, ({ nodes: given, modes, isTold, ...choices }) => {
      const profile = { ...defaultProfileValues, ...choices, bgp: false, typha: false };
      const nodes = given.map(nodeOf);
      const [self, peer] = nodes.map(peerOf) as [Peer, Peer];
      const tunnels = tunnelsOf(profile, modes);
      const network = { nodes, families: profile.ipFamilies, tunnels, typha: false } as unknown as FlowNetwork;
      const none = { between: () => 'not-needed', externalPeersOf: () => [] };
      const wireguard = { IPv4: 'not-needed', IPv6: 'not-needed' };
      const all = flowsBetween({ ...network, bgp: none, wireguard } as unknown as FlowNetwork, 0, 1);
      const known = peerFlows(profile, self, peer, isTold ? { tunnels, bgpPassword: 'unknown' } : undefined);

      for (const [flow, need] of known) {
        // Of an encapsulation that is used at all, some pool of the only family has it.
        const mode = flow.startsWith('ipip') ? tunnels.ipip : tunnels.vxlan[flow.includes('IPv4') ? 'IPv4' : 'IPv6'];
        if (need === 'needed' && (isTold || mode !== 'never')) expect([flow, all.get(flow)]).toEqual([flow, 'needed']);
      }
      for (const [flow, need] of all) if (need === 'needed') expect([flow, known.has(flow)]).toEqual([flow, true]);
    }),
    { numRuns: 500 },
  );
});
