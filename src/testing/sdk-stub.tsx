import { useEffect, useReducer } from 'react';
import type { ReactNode } from 'react';
import { fakeCluster } from './fake-cluster';

/** Stands for the console's SDK in tests: the same names and shapes, with `fakeCluster` behind them. */
interface WatchedResource {
  readonly groupVersionKind: { readonly kind: string };
}

const none: readonly never[] = [];

export function useK8sWatchResource(resource: WatchedResource | null): [unknown, boolean, unknown] {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const plural = resource === null ? null : `${resource.groupVersionKind.kind.toLowerCase()}s`;
  useEffect(() => {
    if (plural === null) return undefined;
    fakeCluster.watches.set(plural, (fakeCluster.watches.get(plural) ?? 0) + 1);
    return fakeCluster.subscribe(redraw);
  }, [plural]);
  if (plural === null) return [undefined, true, undefined];
  const { arrived, loaded, error } = fakeCluster.list(plural);
  return [arrived.length === 0 ? none : arrived, loaded, error];
}

/** Lists as the API does: `limit`, `continue` and `remainingItemCount`. */
export async function consoleFetchJSON(url: string): Promise<unknown> {
  const { pathname, searchParams } = new URL(url, 'http://console.test');
  const { objects, error } = fakeCluster.list(pathname.split('/').at(-1) ?? '');
  if (error !== undefined) throw error as Error;
  const start = Number(searchParams.get('continue') ?? 0);
  const end = start + Number(searchParams.get('limit') ?? objects.length);
  const remaining = Math.max(0, objects.length - end);
  return {
    items: objects.slice(start, end),
    metadata: remaining > 0 ? { continue: String(end), remainingItemCount: remaining } : {},
  };
}

export const DocumentTitle = ({ children }: { children: string }) => {
  useEffect(() => {
    document.title = children;
  }, [children]);
  return null;
};

export const ListPageHeader = ({ title, children }: { title: string; children?: ReactNode }) => (
  <header>
    <h1>{title}</h1>
    {children}
  </header>
);

export const ResourceIcon = ({ kind }: { kind?: string }) => <span aria-hidden="true">{kind}</span>;

export const Timestamp = ({ timestamp }: { timestamp: string | number | Date }) => (
  <time>{new Date(timestamp).toISOString()}</time>
);
