import type { IpFamily } from '../../model/profile-choices';
import type { Need } from '../../model/traffic/flow';
import type { BgpLink } from './bgp-link';
import { needOfLink, strongerLink } from './bgp-link';
import type { BgpPeers } from './bgp-peers';
import type { NodeSet, Sides } from './bgp-sides';
import { isIn, sidesOf } from './bgp-sides';
import type { ExternalPeer } from './external-peer';
import type { FlowNode } from './flow-node';

/** The full mesh of BGP, by BGPConfiguration. */
export interface Mesh {
  /** Undefined where it could not be read. */
  readonly enabled: boolean | undefined;
  readonly password: 'yes' | 'no' | 'unknown';
  /** The TCP port that nodes listen on. */
  readonly port: number;
  /** The nodes that listen on another one, or may; a byte for each. */
  readonly elsewhere: Uint8Array;
}

/** Who speaks BGP with whom, for nodes by their index in the list. */
export interface BgpPeerings {
  /** Whether a node is known to be in the full mesh, whose nodes all speak BGP with each other. */
  readonly inMesh: (node: number) => boolean;
  readonly between: (one: number, other: number, family: IpFamily) => Need;
  /** The same of two nodes that are not one, whatever addresses they have. */
  readonly linkOf: (one: number, other: number, family: IpFamily) => BgpLink;
  /** In the order of the BGPPeers, each once. */
  readonly externalPeersOf: (node: number) => readonly ExternalPeer[];
  /** Whether everything was understood, so that there are no further peers. */
  readonly complete: boolean;
  /** By what nodes differ: those that are in the same of these speak BGP with the same others. */
  readonly sets: readonly NodeSet[];
}

/** Nobody speaks BGP. */
export const noBgpPeerings: BgpPeerings = {
  inMesh: () => false,
  between: () => 'not-needed',
  linkOf: () => 'none',
  externalPeersOf: () => [],
  complete: true,
  sets: [],
};

/**
 * Who speaks BGP with whom. The mesh joins all nodes that are no route reflectors (Calico documentation, Configure BGP
 * peering); a BGPPeer joins its nodes with its peers, and Calico adds the way back where the peer is a node (confd
 * client.go). What could not be understood may join any two nodes: Unknown, but for those that something else joins already.
 */
export function bgpPeerings(nodes: readonly FlowNode[], mesh: Mesh, read: BgpPeers): BgpPeerings {
  const inMesh = Uint8Array.from(nodes, (node) => Number((node.routeReflectorClusterId ?? '') === ''));
  const { joined, external } = sidesOf(nodes, read.peers, mesh.port);
  const joinedBy = linksOf(joined);
  const linkOf = (one: number, other: number, family: IpFamily): BgpLink => {
    const meshed = inMesh[one] === 1 && inMesh[other] === 1;
    const ofMesh = meshed && mesh.enabled === true ? (mesh.password === 'no' ? 'needed' : 'guarded') : 'none';
    const link = strongerLink(ofMesh, joinedBy(one, other, family));
    // The port's test would ask on a port that one of them does not listen on.
    if (link !== 'none' && (mesh.elsewhere[one] === 1 || mesh.elsewhere[other] === 1)) return 'unknown';
    return link === 'none' && (!read.complete || (meshed && mesh.enabled === undefined)) ? 'unknown' : link;
  };
  const has = (node: number, family: IpFamily): boolean => nodes[node]?.addresses[family] !== undefined;
  return {
    inMesh: (node) => mesh.enabled === true && inMesh[node] === 1,
    between: (one, other, family) =>
      one === other || !has(one, family) || !has(other, family) ? 'not-needed' : needOfLink(linkOf(one, other, family)),
    linkOf,
    externalPeersOf: (node) => {
      const own = external.filter(({ local }) => isIn(local, node)).map(({ peer }) => peer);
      return [...new Map(own.map((peer) => [`${peer.address} ${String(peer.port)}`, peer])).values()];
    },
    complete: read.complete,
    sets: [
      inMesh,
      mesh.elsewhere,
      ...joined.flatMap(({ local, remote }) => [local, remote]),
      ...external.map(({ local }) => local),
    ],
  };
}

/** What BGPPeers make of a pair. A peer that is one node is found by that node: clusters have one for each. */
function linksOf(joined: readonly Sides[]): BgpPeerings['linkOf'] {
  const byTarget = new Map<number, Sides[]>();
  const bySelector = new Map<string, Sides>();
  const numbers = new Map<NodeSet, number>();
  const numberOf = (set: NodeSet): number => {
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  };
  for (const sides of joined) {
    const { local, remote, link } = sides;
    if (typeof remote === 'number') byTarget.set(remote, [...(byTarget.get(remote) ?? []), sides]);
    // Several that say the same are looked at once.
    else bySelector.set([numberOf(local), numberOf(remote), link].join(' '), sides);
  }
  const selected = [...bySelector.values()];
  return (one, other, family) => {
    let found: BgpLink = 'none';
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      for (const { local, families, link } of byTarget.get(to) ?? [])
        if (families.includes(family) && isIn(local, from)) found = strongerLink(found, link);
      for (const { local, remote, link } of selected)
        if (isIn(remote, to) && isIn(local, from)) found = strongerLink(found, link);
    }
    return found;
  };
}
