import type { IpFamily } from '../../model/profile-choices';
import { canonicalAddress, familyOfAddress } from '../address';
import type { Need } from '../../model/traffic/flow';
import type { BgpPeer, BgpPeers } from './bgp-peers';
import type { FlowNode } from './flow-node';

/** A speaker of BGP that is no node, such as a top-of-rack switch. */
export interface ExternalPeer {
  /** Canonical. */
  readonly address: string;
  readonly family: IpFamily;
  /** TCP; undefined for BGP's own, 179. */
  readonly port: number | undefined;
}

/** Who speaks BGP with whom, for nodes by their index in the list. */
export interface BgpPeerings {
  /** Whether a node is known to be in the full mesh, whose nodes all speak BGP with each other. */
  readonly inMesh: (node: number) => boolean;
  readonly between: (one: number, other: number, family: IpFamily) => Need;
  /** In the order of the BGPPeers, each once. */
  readonly externalPeersOf: (node: number) => readonly ExternalPeer[];
}

/** A BGPPeer with both sides as nodes; either side connects to the other. */
interface Sides {
  readonly local: Uint8Array;
  readonly remote: Uint8Array;
  readonly families: readonly IpFamily[];
}

const bothFamilies: readonly IpFamily[] = ['IPv4', 'IPv6'];

/**
 * Who speaks BGP with whom. The mesh joins all nodes that are no route reflectors (Calico documentation, Configure BGP
 * peering); a BGPPeer joins its nodes with its peers, and Calico adds the way back where the peer is a node (confd
 * client.go). `mesh` is undefined where BGPConfiguration could not be read. What could not be understood may join any
 * two nodes: Unknown, but for those that something else joins already.
 */
export function bgpPeerings(nodes: readonly FlowNode[], mesh: boolean | undefined, read: BgpPeers): BgpPeerings {
  const byAddress = new Map<string, number>();
  nodes.forEach(({ addresses }, index) => {
    for (const family of bothFamilies) {
      const address = canonicalAddress(addresses[family]);
      if (address !== undefined) byAddress.set(address, index);
    }
  });
  const inMesh = Uint8Array.from(nodes, (node) => Number((node.routeReflectorClusterId ?? '') === ''));
  const joined: Sides[] = [];
  const external: { readonly local: Uint8Array; readonly peer: ExternalPeer }[] = [];
  for (const peer of read.peers) {
    const local = Uint8Array.from(nodes, (node) => Number(isLocal(peer, node)));
    const { remote } = peer;
    if (remote.of === 'selector') {
      const selected = Uint8Array.from(nodes, ({ labels }) => Number(remote.selects(labels)));
      joined.push({ local, remote: selected, families: bothFamilies });
      continue;
    }
    const family: IpFamily = familyOfAddress(remote.address) ?? 'IPv6';
    const target = byAddress.get(remote.address);
    if (target === undefined) external.push({ local, peer: { address: remote.address, family, port: remote.port } });
    else joined.push({ local, remote: onlyOne(nodes.length, target), families: [family] });
  }
  const has = (node: number, family: IpFamily): boolean => nodes[node]?.addresses[family] !== undefined;
  return {
    inMesh: (node) => mesh === true && inMesh[node] === 1,
    between: (one, other, family) => {
      if (one === other || !has(one, family) || !has(other, family)) return 'not-needed';
      const meshed = inMesh[one] === 1 && inMesh[other] === 1;
      if (meshed && mesh === true) return 'needed';
      if (joined.some((sides) => sides.families.includes(family) && joins(sides, one, other))) return 'needed';
      return !read.complete || (meshed && mesh === undefined) ? 'unknown' : 'not-needed';
    },
    externalPeersOf: (node) => {
      const own = external.filter(({ local }) => local[node] === 1).map(({ peer }) => peer);
      return [...new Map(own.map((peer) => [`${peer.address} ${String(peer.port)}`, peer])).values()];
    },
  };
}

function isLocal({ local }: BgpPeer, node: FlowNode): boolean {
  switch (local.of) {
    case 'all':
      return true;
    case 'name':
      return local.name === node.name;
    case 'selector':
      return local.selects(node.labels);
    default:
      return local satisfies never;
  }
}

function onlyOne(length: number, index: number): Uint8Array {
  const set = new Uint8Array(length);
  set[index] = 1;
  return set;
}

const joins = ({ local, remote }: Sides, one: number, other: number): boolean =>
  (local[one] === 1 && remote[other] === 1) || (local[other] === 1 && remote[one] === 1);
