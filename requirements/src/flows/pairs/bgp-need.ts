import type { IpFamily } from '../../model/profile-choices';
import type { Need } from '../../model/traffic/flow';
import type { Peer } from '../plan/peer';
import type { BgpLink } from './bgp-link';
import { needOfLink } from './bgp-link';
import { externalPeersOf, linkBetween } from './bgp-table';
import type { PeerNetwork } from './peer-network';

type Speaker = Pick<Peer, 'bgpRole' | 'inMesh'>;

/** Whether two nodes speak BGP, by the list of peers. Where it has no table, as that of an earlier controller, only the mesh is known. */
export const bgpNeed = (network: PeerNetwork, self: Speaker, peer: Speaker, family: IpFamily): Need =>
  needOfLink(linkOf(network, self, peer, family));

/**
 * Whether the sessions of two nodes have a password, or anything else by which a kernel passes over segments in silence.
 * `no` alone lets silence count. Where a table says nothing of a node, one of its BGPPeers may have a password.
 */
export function bgpPasswordOf(
  network: PeerNetwork,
  self: Speaker,
  peer: Speaker,
  family: IpFamily,
): PeerNetwork['bgpPassword'] {
  const link = network.bgp && linkBetween(network.bgp, self, peer, family);
  if (link === undefined) return network.bgp === undefined ? network.bgpPassword : 'unknown';
  return link === 'needed' ? 'no' : link === 'guarded' ? 'yes' : 'unknown';
}

/** Whether a node is known to be in no mesh, and to speak BGP over a family with nobody outside of the cluster. */
export function speaksWithNodesAlone({ bgp }: PeerNetwork, self: Speaker, of: IpFamily): boolean {
  if (bgp === undefined || self.bgpRole === undefined || self.inMesh) return false;
  return externalPeersOf(bgp, self)?.every(({ family }) => family !== of) === true;
}

const linkOf = (network: PeerNetwork, self: Speaker, peer: Speaker, family: IpFamily): BgpLink =>
  (network.bgp && linkBetween(network.bgp, self, peer, family)) ?? (self.inMesh && peer.inMesh ? 'needed' : 'unknown');
