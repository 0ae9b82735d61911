import type { ClusterObject, ClusterObjects } from './cluster-objects';
import { foundObject } from './cluster-objects';
import { openList } from './open-object';
import { calicoApiVersions } from './open-objects';

/** A node with a FelixConfiguration or BGPConfiguration of its own, and the cluster's objects without those of other nodes. */
export interface NodeWithSettings {
  readonly node: string;
  readonly objects: ClusterObjects;
}

/** What the names of a node's own objects begin with (Calico documentation, FelixConfiguration and BGPConfiguration). */
const ofNode = 'node.';

/** The objects of a list: those for every node, and those of single nodes by the name of the node. */
interface Sorted {
  readonly general: readonly unknown[];
  readonly own: ReadonlyMap<string, readonly unknown[]>;
}

/**
 * The nodes for which there is a FelixConfiguration or BGPConfiguration `node.<name>`, by name, whatever it says. None of
 * a list that could not be read. Each gets short lists, so that thousands are looked through once and not thousands of
 * times.
 */
export function nodesWithSettings(objects: ClusterObjects): readonly NodeWithSettings[] {
  const felix = sorted(objects.felixConfigurations, 'FelixConfiguration');
  const bgp = sorted(objects.bgpConfigurations, 'BGPConfiguration');
  const names = [...new Set([...(felix?.own.keys() ?? []), ...(bgp?.own.keys() ?? [])])].sort();
  return names.map((node) => ({
    node,
    objects: {
      ...objects,
      felixConfigurations: listFor(node, felix, 'FelixConfiguration') ?? objects.felixConfigurations,
      bgpConfigurations: listFor(node, bgp, 'BGPConfiguration') ?? objects.bgpConfigurations,
    },
  }));
}

function sorted(read: ClusterObject, kind: string): Sorted | undefined {
  const list = openList(read, kind, calicoApiVersions);
  if (list.status !== 'read') return undefined;
  const general: unknown[] = [];
  const own = new Map<string, unknown[]>();
  for (const { name, object } of list.items) {
    if (name === 'default') general.push(object);
    if (!name.startsWith(ofNode) || name.length === ofNode.length) continue;
    const node = name.slice(ofNode.length);
    const items = own.get(node);
    if (items === undefined) own.set(node, [object]);
    else items.push(object);
  }
  return { general, own };
}

const listFor = (node: string, list: Sorted | undefined, kind: string): ClusterObject | undefined =>
  list &&
  foundObject({
    apiVersion: calicoApiVersions[0],
    kind: `${kind}List`,
    items: [...list.general, ...(list.own.get(node) ?? [])].map(untyped),
  });

/** An item of the API's own list needs neither, and may be of either group. */
const untyped = (item: unknown): unknown => ({ ...(item as object), kind: undefined, apiVersion: undefined });
