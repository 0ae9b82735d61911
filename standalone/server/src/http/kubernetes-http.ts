import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiRequest } from '../kubernetes/api-request';
import type { EmbeddedApi } from '../kubernetes/embedded-api';
import { StatusError } from '../kubernetes/status';
import { readBody } from './request-body';

const sendJson = (response: ServerResponse, code: number, value: unknown): void => {
  response.writeHead(code, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(value));
};

/** A watch as one event per line in a response that does not end, as client libraries read it. */
const streamWatch = (
  api: EmbeddedApi,
  path: string,
  query: URLSearchParams,
  accept: string,
  response: ServerResponse,
): void => {
  const pending: string[] = [];
  const send = (line: string): void => {
    if (response.headersSent) response.write(line);
    else pending.push(line);
  };
  const stop = api.watch(
    { path, query, accept },
    (event) => send(`${JSON.stringify(event)}\n`),
    () => response.end(),
  );
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.flushHeaders();
  for (const line of pending) response.write(line);
  const seconds = Number(query.get('timeoutSeconds') ?? '0');
  const timer = seconds > 0 ? setTimeout(() => response.end(), seconds * 1000) : undefined;
  response.on('close', () => {
    clearTimeout(timer);
    stop();
  });
};

/**
 * An API server indents its JSON where the query says so, and for whoever calls himself a browser or curl unless it says no
 * (k8s.io/apiserver/pkg/endpoints/handlers/negotiation).
 */
const isIndented = (query: URLSearchParams, { headers }: IncomingMessage): boolean => {
  const pretty = query.get('pretty') ?? '';
  if (pretty !== '') return pretty === '1' || pretty === 'true';
  return /^(?:curl|Wget|Mozilla\/5\.0)/.test(headers['user-agent'] ?? '');
};

/** A body that is no JSON stays as it is. */
const indented = (body: string): string => (body.startsWith('{') ? JSON.stringify(JSON.parse(body), null, 2) : body);

/** Answers one request below the API's root; `path` is without the root. */
export const answerKubernetes = async (
  api: EmbeddedApi,
  path: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const watching = query.get('watch');
  try {
    if (request.method === 'GET' && (watching === 'true' || watching === '1')) {
      streamWatch(api, path, query, request.headers.accept ?? '', response);
      return;
    }
    const apiRequest: ApiRequest = {
      method: request.method ?? 'GET',
      path,
      query,
      accept: request.headers.accept ?? '',
      contentType: (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
      body: await readBody(request),
    };
    const { status, contentType, body } = await api.handle(apiRequest);
    response.writeHead(status, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
    response.end(isIndented(query, request) ? indented(body) : body);
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    sendJson(response, error.status.code, error.status);
  }
};
