import type { FlowKey, Need } from '../../model/traffic/flow';
import { flowKeys, flowOf } from '../../model/traffic/flow';
import type { IpFamily } from '../../model/profile-choices';
import type { ProfileValues } from '../../model/profile-values';
import { holdsAddress } from '../address';
import type { Peer } from '../plan/peer';
import { bgpNeed } from './bgp-need';
import type { PeerNetwork } from './peer-network';
import { unknownPeerNetwork } from './peer-network';
import type { TunnelMode } from './tunnel-modes';

export * from './peer-network';

/**
 * Which flows one node needs to another, by what an agent knows of both: the profile and the list of peers. It says the
 * same as `flowsBetween`, which has all of Calico's objects, or `unknown`. Flows that do not apply are left out.
 */
export function peerFlows(
  profile: ProfileValues,
  self: Peer,
  peer: Peer,
  network: PeerNetwork = unknownPeerNetwork,
): ReadonlyMap<FlowKey, Need> {
  const flows = new Map<FlowKey, Need>();
  if (self.key === peer.key) return flows;
  for (const key of flowKeys) {
    const need = needOf(key, { profile, self, peer, network });
    if (need !== 'not-needed') flows.set(key, need);
  }
  return flows;
}

/** The flows that some pair of nodes may need by the profile alone, in the order of `flowKeys`. */
export const profileFlows = (profile: ProfileValues): readonly FlowKey[] =>
  flowKeys.filter((key) => mayNeed(profile, key));

interface Pair {
  readonly profile: ProfileValues;
  readonly self: Peer;
  readonly peer: Peer;
  readonly network: PeerNetwork;
}

function mayNeed(profile: ProfileValues, key: FlowKey): boolean {
  const { protocol, family } = flowOf(key);
  switch (protocol) {
    case 'bgp':
      // Nodes speak it over both families where they have both, whatever the pods have; the one of the pods is sure.
      return profile.bgp && profile.ipFamilies.includes(family);
    case 'ipip':
      return profile.encapsulation.includes('IPIP') && profile.ipFamilies.includes(family);
    case 'vxlan':
      return profile.encapsulation.includes('VXLAN') && profile.ipFamilies.includes(family);
    case 'typha':
      return profile.typha && family === profile.ipFamilies[0];
    case 'wireguard':
      return profile.wireguard && profile.ipFamilies.includes(family);
    default:
      return protocol satisfies never;
  }
}

function needOf(key: FlowKey, pair: Pair): Need {
  const { profile, self, peer } = pair;
  const { protocol, family } = flowOf(key);
  if (self.addresses[family] === undefined || peer.addresses[family] === undefined) return 'not-needed';
  if (protocol === 'bgp') return profile.bgp ? bgpNeed(pair.network, self, peer, family) : 'not-needed';
  if (!mayNeed(profile, key)) return 'not-needed';
  switch (protocol) {
    case 'ipip':
    case 'vxlan':
      return tunnelNeed(pair, protocol, family);
    case 'typha':
      return peer.mayRunTypha ? 'needed' : 'not-needed';
    case 'wireguard':
      // Which of two families Felix encrypts is not in the profile.
      return profile.ipFamilies.length === 1 ? 'needed' : 'unknown';
    default:
      return protocol satisfies never;
  }
}

function tunnelNeed(pair: Pair, protocol: 'ipip' | 'vxlan', family: IpFamily): Need {
  const { profile, network } = pair;
  if (protocol === 'vxlan' && profile.dataplane === 'BPF') return 'needed';
  const { tunnels } = network;
  // A mode that nobody told may be CrossSubnet; with two families it may be of the other one.
  const told: TunnelMode | undefined = protocol === 'ipip' ? tunnels?.ipip : tunnels?.vxlan[family];
  if (told === undefined && profile.ipFamilies.length > 1) return 'unknown';
  if (told === 'always' || told === 'never') return told === 'always' ? 'needed' : 'not-needed';
  const same = inOneSubnet(pair);
  if (same === false) return 'needed';
  return same === undefined || told === undefined ? 'unknown' : 'not-needed';
}

/** As Felix asks: whether the peer's address lies in this node's network, in either family. The list has the network of the first. */
function inOneSubnet({ self, peer }: Pair): boolean | undefined {
  if (self.subnet === '') return undefined;
  const [family, other]: readonly [IpFamily, IpFamily] = self.subnet.includes(':')
    ? ['IPv6', 'IPv4']
    : ['IPv4', 'IPv6'];
  const address = peer.addresses[family];
  if (address !== undefined && holdsAddress(self.subnet, address)) return true;
  const mayBeInOther = self.addresses[other] !== undefined && peer.addresses[other] !== undefined;
  return address === undefined || mayBeInOther ? undefined : false;
}
