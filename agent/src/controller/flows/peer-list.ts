import { createHash } from 'node:crypto';
import type { Peer, PeerNetwork } from '@calico-readiness/requirements';
import {
  bgpTexts,
  mostPeerListShards,
  peerListShards,
  peerNetworkLine,
  withVersion,
} from '@calico-readiness/requirements';
import type { Stored, StoredObjectApi, Written } from './peer-list-api';

const labels = { 'calicoreadiness.io/peers': '1' };
const versionAnnotation = 'calicoreadiness.io/version';

/** The list as it is to be stored, one text for each ConfigMap. */
export interface WantedList {
  readonly shards: readonly string[];
  /** What holds for all pairs, in one line; the same in each ConfigMap. */
  readonly network: string;
  /** What each of them says of BGP; undefined where nothing is known of it. */
  readonly bgp: readonly string[] | undefined;
  /** A hash of all of it, by which a reader notices shards of two lists. */
  readonly version: string;
}

/** The list of peers in shards; the order of the peers does not matter. */
export function wantedList(peers: readonly Peer[], network: PeerNetwork): WantedList {
  const shards = peerListShards(peers).slice(0, mostPeerListShards);
  const line = peerNetworkLine(network);
  const sum = createHash('sha256').update(`${line}\n`);
  const bgp = bgpTexts(shards, peers, network.bgp);
  for (const text of [...shards, ...(bgp ?? [])]) sum.update(`${String(text.length)}\n`).update(text);
  const version = sum.digest('hex').slice(0, 32);
  return { shards, network: line, bgp: bgp?.map((text) => withVersion(text, version)), version };
}

/** The ConfigMaps of the list: written where they say something else, whoever wrote it. */
export class StoredList {
  /** Versions of the ConfigMaps that were seen to be as they should, by their number. */
  private readonly kept = new Map<number, string>();
  private last = '';
  /** Numbers above those of the list that may still hold something. */
  private surplus = Array.from({ length: mostPeerListShards }, (_, index) => index);
  private firstUid = '';

  constructor(
    private readonly api: StoredObjectApi,
    private readonly prefix: string,
  ) {}

  /** Resolves to how many ConfigMaps were written. Rejects with ApiError; what is left is done the next time. */
  async write(list: WantedList): Promise<number> {
    if (list.version !== this.last) this.kept.clear();
    this.last = list.version;
    let written = 0;
    const { length } = list.shards;
    for (const [number, peers] of list.shards.entries()) {
      const owner = number === 0 ? undefined : { name: this.nameOf(0), uid: this.firstUid };
      const annotations = { [versionAnnotation]: list.version };
      const data = { peers, shards: String(length), network: list.network, bgp: list.bgp?.[number] ?? '' };
      written += Number(await this.keep(number, { data, annotations, labels, ...(owner && { owner }) }));
      if (!this.surplus.includes(number)) this.surplus.push(number);
    }
    for (const number of this.surplus.filter((shard) => shard >= length)) {
      written += Number(await this.empty(number, length));
      this.surplus = this.surplus.filter((other) => other !== number);
    }
    return written;
  }

  private nameOf(number: number): string {
    return `${this.prefix}-${String(number)}`;
  }

  /** Resolves to whether it had to be written. */
  private async keep(number: number, wanted: Written): Promise<boolean> {
    const name = this.nameOf(number);
    const version = await this.api.version(name);
    if (version !== undefined && this.kept.get(number) === version) return false;
    const before = version === undefined ? undefined : await this.api.read(name);
    const isSame = before !== undefined && says(before, wanted);
    const stored = isSame
      ? before
      : before === undefined
        ? await this.api.create(name, wanted)
        : await this.api.change(name, before.resourceVersion, wanted);
    if (number === 0) this.firstUid = stored.uid;
    this.kept.set(number, stored.resourceVersion);
    return !isSame;
  }

  /** A ConfigMap of a list that had more shards. */
  private async empty(number: number, length: number): Promise<boolean> {
    const name = this.nameOf(number);
    const stored = await this.api.read(name);
    if (stored === undefined || (stored.data['peers'] ?? '') === '') return false;
    await this.api.change(name, stored.resourceVersion, { data: { peers: '', shards: String(length), bgp: '' } });
    return true;
  }
}

function says({ data, annotations }: Stored, wanted: Written): boolean {
  const isSame = (have: Stored['data'], want: Readonly<Record<string, string>> = {}): boolean =>
    Object.entries(want).every(([name, text]) => have[name] === text);
  return isSame(data, wanted.data) && isSame(annotations, wanted.annotations);
}
