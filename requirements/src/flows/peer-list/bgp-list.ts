import type { BgpTable } from '../pairs/bgp-table';
import { mostBgpRoles } from '../pairs/bgp-table';
import { readRunLengths, runLengths } from '../pairs/run-lengths';
import type { Peer } from '../plan/peer';
import { bgpTableLines, readBgpTable } from './bgp-lines';

/** Most bytes that BGP adds to a shard; with a shard's own they are less than a ConfigMap holds. */
export const mostBgpBytes = 100_000;

const form = 'bgp 1';
const linesBeforePeers = 4;

/** The names of the nodes of a shard, in its order, with those of lines that are none. */
const namesOf = (shard: string): readonly string[] =>
  shard
    .split('\n')
    .slice(linesBeforePeers, -1)
    .map((line) => line.split(' ', 1)[0] ?? '');

/**
 * What each shard says of BGP, beside its nodes: their roles in the order of its lines, and in the first shard the table
 * of roles. Nothing at all where it would be too long. Earlier readers do not look at it.
 */
export function bgpTexts(
  shards: readonly string[],
  peers: readonly Peer[],
  table: BgpTable | undefined,
): readonly string[] | undefined {
  if (table === undefined) return undefined;
  const roles = new Map(peers.map(({ name, bgpRole }) => [name, bgpRole]));
  const texts = shards.map((shard, index) => {
    const nodes = `nodes ${runLengths(namesOf(shard).map((name) => roles.get(name)))}`;
    return `${[nodes, ...(index === 0 ? bgpTableLines(table) : [])].join('\n')}\n`;
  });
  return texts.every(({ length }) => length <= mostBgpBytes) ? texts : undefined;
}

/** A text with the version of the list that it belongs to: another writer of the list would leave it behind. */
export const withVersion = (text: string, version: string): string => `${form} ${version}\n${text}`;

/** What a list says of BGP. */
export interface ReadBgpList {
  readonly table: BgpTable;
  /** By the names of nodes. */
  readonly roles: ReadonlyMap<string, number>;
}

/**
 * Reads what shards say of BGP, that anybody may have written. Undefined, so that nothing is known, where one of them says
 * nothing, speaks of another version of the list, or is not as `bgpTexts` writes it. Never throws.
 */
export function readBgpList(
  shards: readonly { readonly peers: string; readonly bgp: unknown }[],
  version: string,
): ReadBgpList | undefined {
  let table: BgpTable | undefined;
  const roles = new Map<string, number>();
  for (const [index, { peers, bgp }] of shards.entries()) {
    if (typeof bgp !== 'string' || bgp.length > mostBgpBytes + 100) return undefined;
    const [head, nodes = '', ...lines] = bgp.split('\n');
    if (head !== `${form} ${version}` || !nodes.startsWith('nodes ') || lines.pop() !== '') return undefined;
    if (index === 0) table = readBgpTable(lines);
    const names = namesOf(peers);
    const read = readRunLengths(nodes.slice('nodes '.length), names.length, table?.links.length ?? mostBgpRoles);
    if (table === undefined || read === undefined) return undefined;
    for (const [place, name] of names.entries()) {
      const role = read[place];
      if (role !== undefined && !roles.has(name)) roles.set(name, role);
    }
  }
  return table && { table, roles };
}

/** The peers with their roles. */
export const withBgpRoles = (peers: readonly Peer[], { roles }: ReadBgpList): readonly Peer[] =>
  peers.map((peer) => {
    const bgpRole = roles.get(peer.name);
    return bgpRole === undefined ? peer : { ...peer, bgpRole };
  });
