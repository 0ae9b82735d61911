import type { IpFamily } from '../../model/profile-choices';
import type { ProfileValues } from '../../model/profile-values';
import type { ClusterObject, ClusterObjects } from '../../profile/cluster-objects';
import { readPools } from '../../profile/ip-pools';
import { asBoolean, isMap } from '../../profile/json-value';
import { openObjects } from '../../profile/open-objects';
import type { OpenObjects } from '../../profile/open-objects';
import { readField, valueOf } from '../../profile/reading';
import type { Need } from '../../model/traffic/flow';
import type { BgpPeerings } from './bgp-peerings';
import { bgpPeerings, noBgpPeerings } from './bgp-peerings';
import { readBgpPeers } from './bgp-peers';
import type { FlowNode } from './flow-node';
import { nodesOnOtherPorts } from './listen-ports';
import type { PeerNetwork } from './peer-network';
import type { TunnelModes } from './tunnel-modes';
import { tunnelModes } from './tunnel-modes';

/** What decides which pair of nodes needs which flow. */
export interface FlowNetwork {
  readonly nodes: readonly FlowNode[];
  readonly families: readonly IpFamily[];
  readonly bgp: BgpPeerings;
  readonly tunnels: TunnelModes;
  readonly typha: boolean;
  readonly bgpPassword: PeerNetwork['bgpPassword'];
  readonly wireguard: Readonly<Record<IpFamily, Need>>;
}

/** Reads the objects of a cluster, as the profile's readers do, and BGPPeer besides. Never throws. */
export function flowNetwork(
  nodes: readonly FlowNode[],
  profile: ProfileValues,
  objects: ClusterObjects,
  bgpPeers: ClusterObject,
): FlowNetwork {
  const open = openObjects(objects);
  const { bgp: port } = profile.ports;
  const elsewhere = nodesOnOtherPorts(nodes, open, port);
  const mesh = { enabled: meshOf(open), password: passwordOf(open), port, elsewhere };
  return {
    nodes,
    families: profile.ipFamilies,
    bgp: profile.bgp ? bgpPeerings(nodes, mesh, readBgpPeers(bgpPeers)) : noBgpPeerings,
    tunnels: tunnelModes(profile, readPools(open.ipPools, open.installation)),
    typha: profile.typha,
    bgpPassword: mesh.password,
    wireguard: { IPv4: wireguardOf(open, profile, 'IPv4'), IPv6: wireguardOf(open, profile, 'IPv6') },
  };
}

/** BGPConfiguration `default` spec.nodeToNodeMeshEnabled; left out, and without the object, it is on (Calico documentation). */
function meshOf({ bgpConfiguration }: OpenObjects): boolean | undefined {
  const reading = readField(bgpConfiguration, 'spec.nodeToNodeMeshEnabled', asBoolean);
  return reading.status === 'unusable' ? undefined : (valueOf(reading) ?? true);
}

/**
 * Whether sessions of the mesh have a password: BGPConfiguration `default` spec.nodeMeshPassword. A BGPPeer that joins
 * nodes of the mesh may have one of its own, which its link says.
 */
function passwordOf({ bgpConfiguration }: OpenObjects): PeerNetwork['bgpPassword'] {
  const reading = readField(bgpConfiguration, 'spec.nodeMeshPassword', (value) => (isMap(value) ? value : undefined));
  if (reading.status === 'unusable') return 'unknown';
  return reading.status === 'set' ? 'yes' : 'no';
}

/**
 * Whether Felix encrypts this family: wireguardEnabled for IPv4, wireguardEnabledV6 for IPv6. Where neither is to be read
 * and the profile says that WireGuard is used, for which family stays open.
 */
function wireguardOf({ felix }: OpenObjects, profile: ProfileValues, family: IpFamily): Need {
  if (!profile.wireguard || !profile.ipFamilies.includes(family)) return 'not-needed';
  const [own, others] = ['wireguardEnabled', 'wireguardEnabledV6'].map((field) => felix.read(field, asBoolean));
  const [asked, other] = family === 'IPv4' ? [own, others] : [others, own];
  if (asked === undefined || other === undefined) return 'unknown';
  if (asked.status === 'set') return asked.value ? 'needed' : 'not-needed';
  // What the profile says must then come from the other field, or from a person.
  if (asked.status !== 'unusable' && valueOf(other) === true) return 'not-needed';
  return profile.ipFamilies.length === 1 ? 'needed' : 'unknown';
}
