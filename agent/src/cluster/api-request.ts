import type { IncomingMessage } from 'node:http';
import { agentVersion } from '../foundation/agent-version';
import type { Login } from './api-login';
import { openAnswer } from './bounded-http';

/** Who asks, in audit logs. */
const userAgent = `calico-readiness/${agentVersion}`;

/** What follows the `?` of a path, unescaped. */
export type Query = Readonly<Record<string, string>>;

/** The ways to change an object that are needed here: RFC 6902, RFC 7386, and server-side apply, where JSON is YAML. */
export const patchTypes = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

/** One request to the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** From the API's root, escaped. */
  readonly path: string;
  readonly query?: Query;
  readonly contentType?: string;
  readonly body?: unknown;
  /** JSON unless something else is said. */
  readonly accept?: string;
}

/** How one object is asked for of which only metadata matters. https://kubernetes.io/docs/reference/using-api/api-concepts/ */
export const metadataOnly = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

/** Sends a request to a server such as `https://10.0.0.1:6443`; resolves and rejects as `openAnswer` does. */
export function sendRequest(
  server: string,
  { method, path, query, contentType, body, accept }: ApiRequest,
  login: Login,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
  const headers = {
    Accept: accept ?? 'application/json',
    'User-Agent': userAgent,
    ...(contentType !== undefined && { 'Content-Type': contentType }),
    ...login.headers,
  };
  const text = body === undefined ? undefined : JSON.stringify(body);
  return openAnswer(`${server}${path}${search}`, { ...login, method, headers, signal }, text);
}
