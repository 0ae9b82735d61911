import type { IpFamily } from '../../model/profile-choices';
import { canonicalAddress, familyOfAddress } from '../address';
import type { BgpLink } from './bgp-link';
import type { BgpPeer } from './bgp-peers';
import type { ExternalPeer } from './external-peer';
import type { FlowNode } from './flow-node';
import type { SelectsLabels } from './label-comparison';

/** Nodes by their index in the list: one of them (-1 for nobody), or a byte for each. */
export type NodeSet = number | Uint8Array;

export const isIn = (set: NodeSet, node: number): boolean => (typeof set === 'number' ? set === node : set[node] === 1);

/** A BGPPeer with both sides as nodes; either side connects to the other. */
export interface Sides {
  readonly local: NodeSet;
  readonly remote: NodeSet;
  readonly families: readonly IpFamily[];
  readonly link: Exclude<BgpLink, 'none'>;
}

/** A BGPPeer whose other side is no node. */
export interface ExternalSide {
  readonly local: NodeSet;
  readonly peer: ExternalPeer;
}

const bothFamilies: readonly IpFamily[] = ['IPv4', 'IPv6'];

/**
 * The BGPPeers with the nodes that they speak of. A node that is peered with on another port than the one that nodes
 * listen on is not what the port's test asks for: such a pair is Unknown.
 */
export function sidesOf(
  nodes: readonly FlowNode[],
  peers: readonly BgpPeer[],
  listenPort: number,
): { readonly joined: readonly Sides[]; readonly external: readonly ExternalSide[] } {
  const setOf = selectedNodes(nodes);
  const byName = new Map(nodes.map(({ name }, index) => [name, index]));
  const byAddress = nodesByAddress(nodes);
  const joined: Sides[] = [];
  const external: ExternalSide[] = [];
  for (const { local: written, remote, guarded } of peers) {
    const local = written.of === 'name' ? (byName.get(written.name) ?? -1) : setOf(selectorOf(written));
    const link = guarded ? 'guarded' : 'needed';
    if (remote.of === 'selector') {
      joined.push({ local, remote: setOf(remote.selects), families: bothFamilies, link });
      continue;
    }
    const { address, port } = remote;
    const family: IpFamily = familyOfAddress(address) ?? 'IPv6';
    const target = byAddress.get(address);
    if (target === undefined) external.push({ local, peer: { address, family, port } });
    else {
      const isOwnPort = port === undefined || port === listenPort;
      joined.push({ local, remote: target, families: [family], link: isOwnPort ? link : 'unknown' });
    }
  }
  return { joined, external };
}

const everybody: SelectsLabels = () => true;

const selectorOf = (local: Exclude<BgpPeer['local'], { of: 'name' }>): SelectsLabels =>
  local.of === 'all' ? everybody : local.selects;

/** Each selector is asked once for each node. */
function selectedNodes(nodes: readonly FlowNode[]): (selects: SelectsLabels) => Uint8Array {
  const known = new Map<SelectsLabels, Uint8Array>();
  return (selects) => {
    const set = known.get(selects) ?? Uint8Array.from(nodes, ({ labels }) => Number(selects(labels)));
    known.set(selects, set);
    return set;
  };
}

function nodesByAddress(nodes: readonly FlowNode[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  nodes.forEach(({ addresses }, index) => {
    for (const family of bothFamilies) {
      const address = canonicalAddress(addresses[family]);
      if (address !== undefined) found.set(address, index);
    }
  });
  return found;
}
