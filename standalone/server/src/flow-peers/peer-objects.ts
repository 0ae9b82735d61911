import { apiGroup, apiVersion, peerListShards, peerNetworkLine } from '@calico-readiness/requirements';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import type { ObjectStore } from '../kubernetes/object-store';
import { nodeReportType, type ResourceType } from '../kubernetes/resource-type';
import type { PeerLine } from './peer-process';
import { peerNetwork, type PeerWorld } from './peer-world';

const inNamespaces = (plural: string, kind: string): ResourceType => ({
  group: '',
  version: 'v1',
  plural,
  kind,
  namespaced: true,
  hasStatus: false,
});
const configMapType = inNamespaces('configmaps', 'ConfigMap');
const secretType = inNamespaces('secrets', 'Secret');

/** What the API has to serve for them. */
export const peerTypes: readonly ResourceType[] = [configMapType, secretType];

const namespace = 'calico-readiness';

/** Where the agent finds the list of peers and the key, as it does in a cluster. */
export const peersConfigMaps = { namespace, prefix: 'calico-readiness-peers' };
export const flowKeySecret = { namespace, name: 'calico-readiness-flows' };

/** Writes what a controller would: who is there, and the key by which they know each other. */
export const publishPeers = (store: ObjectStore, { self, peers, key }: PeerWorld): void => {
  store.create(configMapType, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `${peersConfigMaps.prefix}-0`,
      namespace,
      annotations: { 'calicoreadiness.io/version': '1' },
    },
    data: { peers: peerListShards([self, ...peers]).join(''), shards: '1', network: peerNetworkLine(peerNetwork) },
  });
  const metadata = { name: flowKeySecret.name, namespace };
  store.create(secretType, { apiVersion: 'v1', kind: 'Secret', metadata, data: { key } });
};

const iso = (time: number): string => new Date(time).toISOString();

/**
 * What the report of a peer says of it, as its agent would write it: since when it runs, when it was last heard of, and
 * over which flows it answers. Times in milliseconds since 1970. It has no Node, so that no page shows it as one.
 */
export const writePeerReport = (
  store: ObjectStore,
  { peer, flows }: PeerLine,
  { since, now }: { readonly since: number; readonly now: number },
): void => {
  const report: KubernetesObject = {
    apiVersion: `${apiGroup}/${apiVersion}`,
    kind: 'NodeReport',
    metadata: { name: peer },
    status: { agentStartedAt: iso(since), observedAt: iso(now), facts: { flowTests: { flows } } },
  };
  if (store.find(nodeReportType, peer) === undefined) store.create(nodeReportType, report, { keepStatus: true });
  else store.update(nodeReportType, report, 'status');
};
