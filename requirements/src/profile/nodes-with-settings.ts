import type { ClusterObjects } from './cluster-objects';
import { foundObject } from './cluster-objects';
import { openList } from './open-object';
import { calicoApiVersions } from './open-objects';

/** A node with a FelixConfiguration of its own, and the cluster's objects without those of other nodes. */
export interface NodeWithSettings {
  readonly node: string;
  readonly objects: ClusterObjects;
}

/** What the name of a node's own FelixConfiguration begins with (Calico documentation, FelixConfiguration). */
const ofNode = 'node.';

/**
 * The nodes for which there is a FelixConfiguration `node.<name>`, by name, whatever it says. None where the list could
 * not be read. Each gets a short list, so that thousands of them are looked through once and not thousands of times.
 */
export function nodesWithSettings(objects: ClusterObjects): readonly NodeWithSettings[] {
  const list = openList(objects.felixConfigurations, 'FelixConfiguration', calicoApiVersions);
  if (list.status !== 'read') return [];
  const general: unknown[] = [];
  const own = new Map<string, unknown[]>();
  for (const { name, object } of list.items) {
    if (name === 'default') general.push(object);
    if (!name.startsWith(ofNode) || name.length === ofNode.length) continue;
    const node = name.slice(ofNode.length);
    own.set(node, [...(own.get(node) ?? []), object]);
  }
  const listOf = (items: readonly unknown[]) =>
    foundObject({ apiVersion: calicoApiVersions[0], kind: 'FelixConfigurationList', items: items.map(untyped) });
  return [...own]
    .map(([node, items]) => ({ node, objects: { ...objects, felixConfigurations: listOf([...general, ...items]) } }))
    .sort((one, other) => (one.node < other.node ? -1 : 1));
}

/** An item of the API's own list needs neither, and may be of either group. */
const untyped = (item: unknown): unknown => ({ ...(item as object), kind: undefined, apiVersion: undefined });
