import type { FlowKey, Peer, PeerNetwork, Ring } from '@calico-readiness/requirements';
import {
  bgpNeed,
  bgpTexts,
  flowOf,
  peerListShards,
  readBgpList,
  readPeerList,
  ringOf,
  unknownPeerNetwork,
  withBgpRoles,
  withVersion,
} from '@calico-readiness/requirements';
import type { SimulatedNode } from './simulated-node';
import type { World } from './world';

/** A node as it speaks BGP: reflectors are of role 0, all others of role 1. */
export const speakerOf = ({ reflectors }: World, { index, peer }: SimulatedNode): Peer =>
  reflectors === undefined ? peer : { ...peer, inMesh: false, bgpRole: Number(!reflectors.includes(index)) };

/** What holds for all pairs. Reflectors speak with each other too. */
export function networkOf({ reflectors }: World): PeerNetwork {
  const bgp = { links: [Uint8Array.of(1), Uint8Array.of(1, 0)], external: [[], []] };
  return { ...unknownPeerNetwork, ...(reflectors && { bgp }) };
}

/** Whether one node tests a flow to another. */
export const needs = (world: World, source: SimulatedNode, target: SimulatedNode, flow: FlowKey): boolean =>
  flowOf(flow).protocol !== 'bgp' ||
  bgpNeed(networkOf(world), speakerOf(world, source), speakerOf(world, target), 'IPv4') === 'needed';

/** A list of peers, written as the controller does and read as agents do. */
export function publishedRing(world: World, peers: readonly Peer[]): Ring {
  const shards = peerListShards(peers);
  const listed = readPeerList(shards).peers;
  const texts = bgpTexts(shards, peers, networkOf(world).bgp)?.map((text) => withVersion(text, 'v'));
  const bgp =
    texts &&
    readBgpList(
      shards.map((shard, index) => ({ peers: shard, bgp: texts[index] })),
      'v',
    );
  return ringOf(bgp === undefined ? listed : withBgpRoles(listed, bgp));
}
