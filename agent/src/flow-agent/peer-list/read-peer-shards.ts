import type { Peer, PeerNetwork } from '@calico-readiness/requirements';
import {
  mostPeerListShards,
  readBgpList,
  readPeerList,
  readPeerNetwork,
  withBgpRoles,
} from '@calico-readiness/requirements';
import type { ApiClient } from '../../cluster/api-client';
import { found } from '../../publish/api-answers';

/** Where the list of peers is: in ConfigMaps `<prefix>-0` and following. */
export interface PeerConfigMaps {
  readonly namespace: string;
  readonly prefix: string;
}

/** The list of peers as it is published. */
export interface ListedPeers {
  readonly peers: readonly Peer[];
  readonly network: PeerNetwork;
  /** Changes with the list. */
  readonly version: string;
  /** Lines that were not understood. */
  readonly refused: number;
}

/** The list is being written anew, or is none. */
class PeerListError extends Error {
  override readonly name = 'PeerListError';
}

const versionAnnotation = 'calicoreadiness.io/version';

interface Shard {
  readonly peers: string;
  readonly shards: number;
  readonly version: string;
  readonly network: unknown;
  readonly bgp: unknown;
}

/**
 * Reads the list of peers, shard by shard, from the cache of the API server (resourceVersion=0: nothing is asked of etcd).
 * Undefined where nobody has published one; `known` where it still has the version that is known, after one request.
 * Rejects for shards of two lists, and as the client does.
 */
export async function readPeerShards(
  client: Pick<ApiClient, 'get'>,
  where: PeerConfigMaps,
  knownVersion?: string,
): Promise<ListedPeers | 'known' | undefined> {
  const first = await readShard(client, where, 0);
  if (first === undefined) return undefined;
  if (first.version === knownVersion) return 'known';
  const shards = [first];
  for (let index = 1; index < first.shards; index += 1) {
    const shard = await readShard(client, where, index);
    if (shard === undefined) throw new PeerListError(`Shard ${String(index)} of the list of peers is missing`);
    if (shard.version !== first.version) throw new PeerListError('The list of peers is being written');
    shards.push(shard);
  }
  const { version } = first;
  const { peers, refused } = readPeerList(shards.map(({ peers: lines }) => lines));
  const bgp = readBgpList(shards, version);
  const network = readPeerNetwork(first.network);
  return bgp === undefined
    ? { peers, refused, network, version }
    : { peers: withBgpRoles(peers, bgp), refused, network: { ...network, bgp: bgp.table }, version };
}

async function readShard(
  client: Pick<ApiClient, 'get'>,
  { namespace, prefix }: PeerConfigMaps,
  index: number,
): Promise<Shard | undefined> {
  const name = encodeURIComponent(`${prefix}-${String(index)}`);
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/configmaps/${name}`;
  const object = await found(client.get(path, { resourceVersion: '0' }));
  return object === undefined ? undefined : shardOf(object, name);
}

/** What a ConfigMap holds, that anybody may have written. */
function shardOf(object: object, name: string): Shard | undefined {
  const { metadata, data } = object as {
    readonly metadata?: { readonly annotations?: Readonly<Record<string, unknown>> | null };
    readonly data?: Readonly<Record<string, unknown>> | null;
  };
  const { peers, shards, network, bgp } = data ?? {};
  // The chart makes it, and the controller fills it.
  if (peers === undefined) return undefined;
  const version = metadata?.annotations?.[versionAnnotation];
  const count = typeof shards === 'string' && /^\d{1,2}$/.test(shards) ? Number(shards) : 0;
  if (typeof peers !== 'string' || typeof version !== 'string' || count < 1 || count > mostPeerListShards)
    throw new PeerListError(`ConfigMap ${name} is no shard of a list of peers`);
  return { peers, shards: count, version, network, bgp };
}
