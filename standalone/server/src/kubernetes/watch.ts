import type { StoreEvent } from './event-log';
import type { KubernetesObject } from './kubernetes-object';
import type { ObjectStore } from './object-store';
import type { ResourcePath } from './resource-path';
import type { Scenario } from './scenario';
import { parseSelectors } from './selectors';
import { StatusError } from './status';

/** One line of a chunked watch, one frame of a WebSocket. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: unknown;
}

/** Sends what happened since the query's resource version and then what happens; returns the function that ends it. */
export const watch = (
  store: ObjectStore,
  path: ResourcePath,
  query: URLSearchParams,
  scenario: () => Scenario,
  send: (event: WatchEvent) => void,
): (() => void) => {
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
    if (after !== undefined) send({ type: before === undefined ? 'ADDED' : 'MODIFIED', object: after });
    else if (before !== undefined) send({ type: 'DELETED', object: { ...before, metadata: event.object.metadata } });
  };

  const from = query.get('resourceVersion') ?? '';
  if (from === '' || from === '0') {
    for (const object of store.list(path.type, path.namespace)) {
      const shown = visible(object);
      if (shown !== undefined) send({ type: 'ADDED', object: shown });
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
