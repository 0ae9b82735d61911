import type { Grouping } from '../../model/traffic/flow';
import type { Peer } from '../plan/peer';
import { groupings } from '../../model/traffic/flow';
import { mostNodes } from '../plan/plan-limits';
import type { GroupNames } from './peer-line';
import { isPlain, longestGroup, longestName, peerLine, readPeerLine } from './peer-line';

/** Form of a shard; an agent that knows another one reads nothing. */
const form = 'peers 1';

/** Most bytes of a shard. A ConfigMap holds 1 MiB with its metadata, and JSON writes each end of a line as two bytes. */
export const mostShardBytes = 900_000;
/** Most shards that are written, and that a reader takes. */
export const mostPeerListShards = 16;
/** Most names of one grouping in a shard. */
const mostGroups = 10_000;

/** The list of all peers in shards: texts of printable ASCII, one line for each node. */
export function peerListShards(peers: readonly Peer[], most = mostShardBytes): readonly string[] {
  const shards: string[] = [];
  let shard = new ShardWriter();
  for (const peer of [...peers].sort((one, other) => (one.name < other.name ? -1 : 1)).slice(0, mostNodes)) {
    if (!isPlain(peer.name, longestName)) continue;
    const clean = withPlainGroups(peer);
    if (shard.bytesWith(clean) > most) {
      shards.push(shard.text());
      shard = new ShardWriter();
    }
    shard.add(clean);
  }
  return [...shards, shard.text()];
}

/** A group whose name is none that Kubernetes allows is no group. */
function withPlainGroups(peer: Peer): Peer {
  const plain = (name: string): string => (isPlain(name, longestGroup) ? name : '');
  return { ...peer, zone: plain(peer.zone), pool: plain(peer.pool), subnet: plain(peer.subnet) };
}

class ShardWriter {
  private readonly numbers: Record<Grouping, Map<string, number>> = {
    zone: new Map(),
    pool: new Map(),
    subnet: new Map(),
  };
  private readonly lines: string[] = [];
  private bytes = form.length + 3 * 'subnet '.length + 4;

  /** More than it may become: new names, and the line with the longest numbers. */
  bytesWith(peer: Peer): number {
    const names = groupings.map((grouping) => peer[grouping].length + 8).reduce((sum, length) => sum + length, 0);
    return this.bytes + names + peerLine(peer, this.numbers).length + 1;
  }

  add(peer: Peer): void {
    for (const grouping of groupings) {
      const [numbers, name] = [this.numbers[grouping], peer[grouping]];
      if (name === '' || numbers.has(name) || numbers.size >= mostGroups) continue;
      numbers.set(name, numbers.size);
      this.bytes += name.length + 1;
    }
    const line = peerLine(peer, this.numbers);
    this.lines.push(line);
    this.bytes += line.length + 1;
  }

  text(): string {
    const names = groupings.map((grouping) => [grouping, ...this.numbers[grouping].keys()].join(' '));
    return `${[form, ...names, ...this.lines].join('\n')}\n`;
  }
}

/** The peers of all shards, and how many lines were not understood. */
export interface ReadPeerList {
  readonly peers: readonly Peer[];
  readonly refused: number;
}

/**
 * Reads shards that anybody may have written. A line that is not as `peerListShards` writes it is refused, and so is a
 * name that was there before; a shard of another form is refused whole. Takes time by their length, which is bounded.
 * Never throws.
 */
export function readPeerList(shards: readonly string[]): ReadPeerList {
  const peers = new Map<string, Peer>();
  let refused = Math.max(0, shards.length - mostPeerListShards);
  for (const text of shards.slice(0, mostPeerListShards)) {
    const lines = text.length > mostShardBytes ? [] : text.split('\n', mostNodes + 5);
    const names = namesOf(lines);
    if (names === undefined || lines.at(-1) !== '') {
      refused += 1;
      continue;
    }
    for (const line of lines.slice(4, -1)) {
      const peer = readPeerLine(line, names);
      if (peer === undefined || peers.has(peer.name) || peers.size >= mostNodes) refused += 1;
      else peers.set(peer.name, peer);
    }
  }
  return { peers: [...peers.values()], refused };
}

function namesOf([first, ...lines]: readonly string[]): GroupNames | undefined {
  if (first !== form) return undefined;
  const lists = groupings.map((grouping, index) => {
    const [word, ...names] = (lines[index] ?? '').split(' ', mostGroups + 2);
    const isList =
      word === grouping && names.length <= mostGroups && names.every((name) => isPlain(name, longestGroup));
    return isList ? names : undefined;
  });
  const [zone, pool, subnet] = lists;
  return zone && pool && subnet ? { zone, pool, subnet } : undefined;
}
