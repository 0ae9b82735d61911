import type {
  ClusterObject,
  ClusterObjects,
  ClusterProfile,
  FlowNetwork,
  FlowNode,
  Peer,
  PeerNetwork,
} from '@calico-readiness/requirements';
import { bgpRoles, flowNetwork, hashOf, profileValues, subnetOf } from '@calico-readiness/requirements';
import { currentReport } from '../report/fleet';
import type { KnownNode } from '../report/known-node';
import type { ReportSummary } from '../report/report-summary';
import { poolOfNode } from './node-pool';
import { typhaPlacement } from './typha-placement';

/** What the list of peers is made of. */
export interface PeerSources {
  /** By name, without nodes of Windows. */
  readonly nodes: ReadonlyMap<string, KnownNode>;
  /** By name of the node. */
  readonly reports: ReadonlyMap<string, ReportSummary>;
  readonly profile: ClusterProfile;
  readonly objects: ClusterObjects;
  /** The list of all BGPPeers. */
  readonly bgpPeers: ClusterObject;
}

/** A Node as far as everything about it is known. */
type KnownPeer = KnownNode & Required<Pick<KnownNode, 'network'>> & { readonly name: string; readonly uid: string };

/** All nodes as agents are told of each other, and between which of them tunnels are used. */
export interface PeersOfFleet extends Pick<FlowNetwork, 'tunnels'> {
  /** By name. */
  readonly peers: readonly Peer[];
  /** What agents are told of all pairs together. */
  readonly network: PeerNetwork;
}

/** What agents are told of each other. `now` is in milliseconds since 1970. Takes time by the number of nodes. */
export function peersOfFleet(sources: PeerSources, now: number): PeersOfFleet {
  const { nodes, reports, objects, bgpPeers } = sources;
  const mayRunTypha = typhaPlacement(objects.installation);
  const known = [...nodes].flatMap(([name, node]): readonly KnownPeer[] => {
    const { uid, network } = node;
    return uid === undefined || network === undefined ? [] : [{ ...node, name, uid, network }];
  });
  const flowNodes = known.map((node): FlowNode => {
    const { name, labels = {}, network } = node;
    const { addresses, networks, routeReflectorClusterId } = network;
    const reflector = routeReflectorClusterId !== undefined && { routeReflectorClusterId };
    return { name, addresses, networks, labels, ...reflector, mayRunTypha: mayRunTypha(node) };
  });
  const profile = profileValues(sources.profile);
  const { bgp, families, tunnels, bgpPassword } = flowNetwork(flowNodes, profile, objects, bgpPeers);
  const roles = profile.bgp ? bgpRoles(flowNodes, bgp) : undefined;
  const peers = known
    .map((node, index): Peer => {
      const { name, uid, labels = {}, network } = node;
      const { addresses, networks } = network;
      const bgpRole = roles?.roleOf(index);
      const [first] = families.map((family) => networks[family]).filter((cidr) => cidr !== undefined);
      return {
        name,
        key: hashOf(uid),
        addresses,
        zone: labels['topology.kubernetes.io/zone'] ?? '',
        pool: poolOfNode(labels),
        subnet: first === undefined ? '' : (subnetOf(first) ?? ''),
        mayRunTypha: flowNodes[index]?.mayRunTypha === true,
        inMesh: bgp.inMesh(index),
        ...(bgpRole !== undefined && { bgpRole }),
        answers: answers(node, reports.get(name), now),
      };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return { peers, tunnels, network: { tunnels, bgpPassword, ...(roles && { bgp: roles.table }) } };
}

/** Ready, not cordoned, reachable at some address, and its agent reports. */
function answers(node: KnownPeer, report: ReportSummary | undefined, now: number): boolean {
  const { readySince, addresses } = node.network;
  if (readySince === undefined || Object.keys(addresses).length === 0) return false;
  return typeof currentReport(node, report, now) !== 'string';
}
