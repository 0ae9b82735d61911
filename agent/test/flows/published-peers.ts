import type { Peer } from '@calico-readiness/requirements';
import { peerListShards } from '@calico-readiness/requirements';
import type { StoredObject } from '../fake-cluster-objects';

/** Where agents of tests look for the list of peers. */
export const peersPlace = { namespace: 'calico-readiness', prefix: 'calico-readiness-peers' };
/** The path of its only ConfigMap. */
export const peersPath = `/api/v1/namespaces/${peersPlace.namespace}/configmaps/${peersPlace.prefix}-0`;

/** The ConfigMap with a list that is short enough for one; no tunnel is used, and BGP has no password. */
export const publishedPeers = (peers: readonly Peer[]): StoredObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: `${peersPlace.prefix}-0`, annotations: { 'calicoreadiness.io/version': 'one' } },
  data: {
    peers: peerListShards(peers)[0],
    shards: '1',
    network: 'ipip=never vxlan4=never vxlan6=never password=no',
  },
});
