import { bgpLinks } from './bgp-link';
import type { BgpPeerings } from './bgp-peerings';
import type { NodeSet } from './bgp-sides';
import type { BgpTable } from './bgp-table';
import { mostBgpRoles } from './bgp-table';
import type { FlowNode } from './flow-node';

/** Nodes by what they are for BGP: those with the same role speak it with the same others. */
export interface BgpRoles {
  /** By the index of the node; undefined for a node beyond the most roles. */
  readonly roleOf: (node: number) => number | undefined;
  readonly table: BgpTable;
}

/**
 * Who speaks BGP with whom as a role for each node and a table of roles: a few of them for route reflectors, one for each
 * rack with switches of its own. Takes time by nodes times BGPPeers, and by the square of the roles.
 */
export function bgpRoles(nodes: readonly FlowNode[], peerings: BgpPeerings): BgpRoles {
  const classes = classesOf(nodes.length, peerings.sets);
  const roles = new Map<number, number>();
  const members: [number, number | undefined][] = [];
  for (const index of byName(nodes)) {
    const known = roles.get(classes[index] ?? 0);
    const pair = known === undefined ? undefined : members[known];
    if (pair !== undefined) pair[1] ??= index;
    else if (known === undefined && roles.size < mostBgpRoles) {
      roles.set(classes[index] ?? 0, roles.size);
      members.push([index, undefined]);
    }
  }
  const codeOf = (one: number, other: number | undefined): number =>
    other === undefined
      ? 0
      : bgpLinks.indexOf(peerings.linkOf(one, other, 'IPv4')) +
        bgpLinks.length * bgpLinks.indexOf(peerings.linkOf(one, other, 'IPv6'));
  return {
    roleOf: (node) => roles.get(classes[node] ?? 0),
    table: {
      // A role of one node has nobody to speak with in the same role.
      links: members.map(([one, second], row) =>
        Uint8Array.from({ length: row + 1 }, (_, column) =>
          codeOf(one, column === row ? second : members[column]?.[0]),
        ),
      ),
      external: peerings.complete ? members.map(([one]) => peerings.externalPeersOf(one)) : undefined,
    },
  };
}

/** In the order of the list of peers, so that roles keep their numbers while nodes come and go. */
const byName = (nodes: readonly FlowNode[]): readonly number[] =>
  nodes.map((_, index) => index).sort((one, other) => ((nodes[one]?.name ?? '') < (nodes[other]?.name ?? '') ? -1 : 1));

/** Numbers that are the same for nodes that are in the same sets. */
function classesOf(count: number, sets: readonly NodeSet[]): Int32Array {
  const classes = new Int32Array(count);
  let next = 1;
  const looked = new Set<NodeSet>();
  // A node with a class of its own stays alone, whatever else it is in.
  for (const set of sets) {
    if (looked.has(set)) continue;
    looked.add(set);
    if (typeof set === 'number') {
      if (set >= 0 && set < count) classes[set] = next++;
      continue;
    }
    const split = new Map<number, number>();
    for (let node = 0; node < count; node += 1) {
      if (set[node] !== 1) continue;
      const old = classes[node] ?? 0;
      const fresh = split.get(old) ?? next++;
      split.set(old, fresh);
      classes[node] = fresh;
    }
  }
  return classes;
}
