import type { ClusterObject } from '../../profile/cluster-objects';
import type { JsonMap } from '../../profile/json-value';
import { isMap, ownValue } from '../../profile/json-value';
import { openList } from '../../profile/open-object';
import { calicoApiVersions } from '../../profile/open-objects';
import { canonicalAddress } from '../address';
import { readCalicoSelector } from './calico-selector';
import type { SelectsLabels } from './label-comparison';

/** One side of a BGPPeer: nodes by labels, one node by name, or all. */
export type LocalNodes =
  | { readonly of: 'selector'; readonly selects: SelectsLabels }
  | { readonly of: 'name'; readonly name: string }
  | { readonly of: 'all' };

/** The other side: nodes by labels, or an address, canonical, with the port where one is written. */
export type RemotePeers =
  | { readonly of: 'selector'; readonly selects: SelectsLabels }
  | { readonly of: 'address'; readonly address: string; readonly port: number | undefined };

/** One BGPPeer of Calico, as far as it says who speaks with whom. */
export interface BgpPeer {
  readonly name: string;
  readonly local: LocalNodes;
  readonly remote: RemotePeers;
  /** Whether a kernel may pass over a segment in silence: sessions have a password, or count the hops (spec.password, spec.ttlSecurity). */
  readonly guarded: boolean;
}

/** The BGPPeers; `complete` is false where the list, or one of them, could not be understood. */
export interface BgpPeers {
  readonly peers: readonly BgpPeer[];
  readonly complete: boolean;
}

/** More BGPPeers are not looked through: each is compared with each node. */
const mostBgpPeers = 1000;

/**
 * The list of BGPPeers, crd.projectcalico.org/v1 or projectcalico.org/v3. nodeSelector goes before node, and peerSelector
 * before peerIP (Calico documentation, BGP peer; projectcalico/calico confd/pkg/backends/calico/client.go). Peers that
 * are workloads (localWorkloadSelector) are no matter of nodes and are left out.
 */
export function readBgpPeers(read: ClusterObject): BgpPeers {
  const list = openList(read, 'BGPPeer', calicoApiVersions);
  if (list.status !== 'read') return { peers: [], complete: list.status === 'absent' };
  const peers: BgpPeer[] = [];
  const selectors: ReadSelectors = new Map();
  let complete = !list.malformed && list.items.length <= mostBgpPeers;
  for (const { name, object } of list.items.slice(0, mostBgpPeers)) {
    const spec = ownValue(object, 'spec');
    if (isMap(spec) && isSet(spec, 'localWorkloadSelector')) continue;
    const local = isMap(spec) ? localOf(spec, selectors) : undefined;
    const remote = isMap(spec) ? remoteOf(spec, selectors) : undefined;
    if (!isMap(spec) || local === undefined || remote === undefined) complete = false;
    else peers.push({ name, local, remote, guarded: isSet(spec, 'password') || isSet(spec, 'ttlSecurity') });
  }
  return { peers, complete };
}

/** An empty text is the same as none, as everywhere in Calico's API. */
const isSet = (spec: JsonMap, field: string): boolean => (ownValue(spec, field) ?? '') !== '';

type ReadSelectors = Map<string, SelectsLabels | undefined>;

function localOf(spec: JsonMap, selectors: ReadSelectors): LocalNodes | undefined {
  if (isSet(spec, 'nodeSelector')) {
    const selects = selectorOf(spec, 'nodeSelector', selectors);
    return selects && { of: 'selector', selects };
  }
  if (!isSet(spec, 'node')) return { of: 'all' };
  const name = ownValue(spec, 'node');
  return typeof name === 'string' ? { of: 'name', name } : undefined;
}

function remoteOf(spec: JsonMap, selectors: ReadSelectors): RemotePeers | undefined {
  if (isSet(spec, 'peerSelector')) {
    const selects = selectorOf(spec, 'peerSelector', selectors);
    return selects && { of: 'selector', selects };
  }
  const written = ownValue(spec, 'peerIP');
  if (typeof written !== 'string' || written.length > 64) return undefined;
  const [, host, port] = /^(?:\[([^\]]*)\]|([^:]*)):([0-9]{1,5})$/.exec(written)?.filter((part) => part) ?? [];
  const address = canonicalAddress(withoutZone(host ?? written));
  return address === undefined ? undefined : { of: 'address', address, port: port === undefined ? port : Number(port) };
}

/**
 * A router may be known by a link-local address with the device that leads to it (`fe80::1%eth0`). Lists and tables of
 * connections have the address alone, which no node has as its own. Any other address has no zone.
 */
const withoutZone = (address: string): string => address.replace(/^(fe[89ab][0-9a-f]:[^%]*)%[^%]+$/i, '$1');

/** The same text is read once: many BGPPeers have `all()`, and its nodes are then looked for once. */
function selectorOf(spec: JsonMap, field: string, selectors: ReadSelectors): SelectsLabels | undefined {
  const text = ownValue(spec, field);
  if (typeof text !== 'string') return undefined;
  if (!selectors.has(text)) selectors.set(text, readCalicoSelector(text));
  return selectors.get(text);
}
