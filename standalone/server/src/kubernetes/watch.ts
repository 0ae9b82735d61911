import type { StoreEvent } from './event-log';
import type { KubernetesObject } from './kubernetes-object';
import type { ObjectStore } from './object-store';
import type { ResourcePath } from './resource-path';
import type { Scenario } from './scenario';
import { parseSelectors } from './selectors';
import { StatusError } from './status';
import { metadataOnly, shapeOf, tableOf } from './tables/shape';

/** One line of a chunked watch, one frame of a WebSocket. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: unknown;
}

/** Turns the objects of one watch into what its client asked for. Only its first table names its columns. */
const shaping = (
  { type }: ResourcePath,
  accept: string,
  include: string | null,
): ((object: KubernetesObject) => object) => {
  const shape = shapeOf(accept);
  let withColumns = true;
  return (object) => {
    if (shape === 'object') return object;
    if (shape === 'metadata') return metadataOnly(object);
    const { resourceVersion } = object.metadata;
    const table = tableOf(type, [object], { resourceVersion }, { include, withColumns });
    withColumns = false;
    return table;
  };
};

/** Sends what happened since the query's resource version and then what happens; returns the function that ends it. */
export const watch = (
  store: ObjectStore,
  path: ResourcePath,
  { query, accept = '' }: { readonly query: URLSearchParams; readonly accept?: string | undefined },
  scenario: () => Scenario,
  send: (event: WatchEvent) => void,
): (() => void) => {
  const shaped = shaping(path, accept, query.get('includeObject'));
  const selected = parseSelectors(query.get('labelSelector'), query.get('fieldSelector'));
  const visible = (object: KubernetesObject | undefined): KubernetesObject | undefined =>
    object === undefined ||
    !selected(object) ||
    (path.namespace !== undefined && object.metadata.namespace !== path.namespace)
      ? undefined
      : scenario().present(path.type, object);

  const deliver = (event: StoreEvent): void => {
    if (event.type !== path.type) return;
    const after = event.change === 'DELETED' ? undefined : visible(event.object);
    const before = visible(event.previous);
    if (after !== undefined) send({ type: before === undefined ? 'ADDED' : 'MODIFIED', object: shaped(after) });
    else if (before !== undefined)
      send({ type: 'DELETED', object: shaped({ ...before, metadata: event.object.metadata }) });
  };

  const from = query.get('resourceVersion') ?? '';
  if (from === '' || from === '0') {
    for (const object of store.list(path.type, path.namespace)) {
      const shown = visible(object);
      if (shown !== undefined) send({ type: 'ADDED', object: shaped(shown) });
    }
  } else {
    if (!/^\d+$/.test(from)) throw new StatusError('BadRequest', `invalid resource version: ${from}`);
    try {
      store.events.since(Number(from)).forEach(deliver);
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      send({ type: 'ERROR', object: error.status });
      return () => undefined;
    }
  }
  return store.events.subscribe(deliver);
};
