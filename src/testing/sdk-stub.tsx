import { useEffect, useReducer } from 'react';
import type * as Sdk from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon, WatchK8sResource, WatchK8sResult } from '@openshift-console/dynamic-plugin-sdk';
import { answerJson, answerWatch } from './fake-api';
import { fakeCluster } from './fake-cluster';
import type { FakeWrite } from './fake-writes';

/*
 * Stands for the console's SDK in tests, with `fakeCluster` behind it. Every export has the type of the SDK's own
 * export of that name, so that it cannot drift from what the console offers.
 */

const none: readonly never[] = [];

export const useK8sWatchResource: typeof Sdk.useK8sWatchResource = <R extends K8sResourceCommon | K8sResourceCommon[]>(
  resource: WatchK8sResource | null,
): WatchK8sResult<R> => {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const kind = resource?.groupVersionKind?.kind;
  const plural = kind === undefined ? null : pluralOf(kind.toLowerCase());
  useEffect(() => {
    if (plural === null) return undefined;
    fakeCluster.watches.set(plural, (fakeCluster.watches.get(plural) ?? 0) + 1);
    return fakeCluster.subscribe(redraw);
  }, [plural]);
  if (plural === null) return watched(undefined, true, undefined);
  const { arrived, loaded, error } = fakeCluster.list(plural);
  return watched(arrived.length === 0 ? none : arrived, loaded, error);
};

const pluralOf = (kind: string): string => (kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`);

/** The caller says what it gets and nobody looks whether it is that, neither here nor in the console; hence the cast. */
const watched = <R extends K8sResourceCommon | K8sResourceCommon[]>(
  data: unknown,
  loaded: boolean,
  error: unknown,
): WatchK8sResult<R> => [data as R, loaded, error];

/** Lists, or one object, as the API gives them to who asks for tables: see `fake-api`. A patch is a server-side apply. */
const ask: (...request: Parameters<typeof Sdk.consoleFetchJSON>) => Promise<unknown> = (url, method, options) =>
  method === 'PATCH'
    ? fakeCluster.write({ method, url, body: JSON.parse(String(options?.body)) as unknown })
    : answerJson(url, new Headers(options?.headers).get('Accept') ?? '');

export const consoleFetch: typeof Sdk.consoleFetch = answerWatch;

const writer = (method: FakeWrite['method']) => (url: string, body?: unknown) =>
  fakeCluster.write({ method, url, body });

export const consoleFetchJSON: typeof Sdk.consoleFetchJSON = Object.assign(ask, {
  delete: writer('DELETE'),
  post: writer('POST'),
  put: writer('PUT'),
  patch: writer('PATCH'),
});

export const checkAccess: typeof Sdk.checkAccess = ({ verb = '', resource = '' }) =>
  Promise.resolve({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    metadata: {},
    spec: {},
    status: { allowed: fakeCluster.mayDo(verb, resource) },
  });

export const DocumentTitle: typeof Sdk.DocumentTitle = ({ children }) => {
  useEffect(() => {
    document.title = children;
  }, [children]);
  return null;
};

export const ListPageHeader: typeof Sdk.ListPageHeader = ({ title, children }) => (
  <header>
    <h1>{title}</h1>
    {children}
  </header>
);

export const Timestamp: typeof Sdk.Timestamp = ({ timestamp }) => <time>{new Date(timestamp).toISOString()}</time>;

/** The console's editor is one of code; a text area types as well. Its properties are those that our pages give it. */
export const CodeEditor = ({ value, onChange }: { value?: string; onChange?: (text: string) => void }) => (
  <textarea
    aria-label="Code"
    value={value}
    onChange={(event) => {
      onChange?.(event.target.value);
    }}
  />
);
