import type { IpFamily } from '../../model/profile-choices';
import type { Peer } from '../plan/peer';
import type { BgpLink } from './bgp-link';
import { bgpLinks } from './bgp-link';
import type { ExternalPeer } from './external-peer';

/** Most roles that are told apart; of further nodes it is Unknown whom they speak BGP with. */
export const mostBgpRoles = 1000;

/** Most addresses that one role has outside of the cluster. */
export const mostExternalPeers = 64;

/** Who speaks BGP with whom, by the roles of nodes. */
export interface BgpTable {
  /** For each role one number for each role up to its own: the link over IPv4, and four times that over IPv6. */
  readonly links: readonly Uint8Array[];
  /** For each role whom its nodes speak with outside of the cluster; undefined where BGPPeers could not be understood. */
  readonly external: readonly (readonly ExternalPeer[])[] | undefined;
}

/** Whether two nodes speak BGP over a family; undefined where the table does not say it of one of them. */
export function linkBetween(
  { links }: BgpTable,
  one: Pick<Peer, 'bgpRole'>,
  other: Pick<Peer, 'bgpRole'>,
  family: IpFamily,
): BgpLink | undefined {
  if (one.bgpRole === undefined || other.bgpRole === undefined) return undefined;
  const [low, high] = [Math.min(one.bgpRole, other.bgpRole), Math.max(one.bgpRole, other.bgpRole)];
  const code = links[high]?.[low];
  if (code === undefined) return undefined;
  return bgpLinks[family === 'IPv4' ? code % bgpLinks.length : Math.floor(code / bgpLinks.length)];
}

/** Whom a node speaks BGP with outside of the cluster; undefined where that is not known. */
export const externalPeersOf = (
  table: BgpTable | undefined,
  { bgpRole }: Pick<Peer, 'bgpRole'>,
): readonly ExternalPeer[] | undefined => (bgpRole === undefined ? undefined : table?.external?.[bgpRole]);
