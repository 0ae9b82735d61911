import { HttpError } from '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error';
import { noteAnswer } from './signed-out';

const errorOf = async (response: Response): Promise<HttpError> => {
  const text = await response.text();
  if (response.headers.get('Content-Type')?.startsWith('application/json') !== true) {
    return new HttpError(text.trim() === '' ? response.statusText : text.trim(), response.status, response);
  }
  const json = JSON.parse(text) as { readonly message?: string };
  return new HttpError(json.message ?? response.statusText, response.status, response, json);
};

const unlimited = (timeout: number | null | undefined): boolean => timeout === null || (timeout ?? 60_000) <= 0;

/** fetch that rejects with an HttpError when the answer is not good; `timeout` in milliseconds, null for none. */
export const coFetch = async (url: string, options: RequestInit = {}, timeout?: number | null): Promise<Response> => {
  const stop = new AbortController();
  const timer = unlimited(timeout) ? undefined : setTimeout(() => stop.abort(), timeout ?? 60_000);
  try {
    const response = await fetch(url, { signal: stop.signal, ...options });
    noteAnswer(response.status);
    if (response.ok || response.status === 304) return response;
    throw await errorOf(response);
  } catch (error) {
    if (stop.signal.aborted) throw new Error(`Call to ${url} timed out.`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

export const coFetchText = async (url: string, options: RequestInit = {}, timeout?: number | null): Promise<string> =>
  (await coFetch(url, options, timeout)).text();

type Send = (url: string, json: unknown, options?: RequestInit | null, timeout?: number | null) => Promise<unknown>;

const request = async (
  url: string,
  method: string,
  options: RequestInit | null = {},
  timeout?: number | null,
): Promise<unknown> => {
  const { headers, ...rest } = options ?? {};
  const response = await coFetch(
    url,
    { ...rest, method, headers: { Accept: 'application/json', ...(headers as Record<string, string> | undefined) } },
    timeout,
  );
  const text = await response.text();
  return text === '' ? {} : JSON.parse(text);
};

const sender =
  (method: string, contentType: string): Send =>
  (url, json, options = {}, timeout) => {
    const { headers, ...rest } = options ?? {};
    const body = json === null || json === undefined ? {} : { body: JSON.stringify(json) };
    return request(
      url,
      method,
      {
        ...body,
        ...rest,
        headers: { 'Content-Type': contentType, ...(headers as Record<string, string> | undefined) },
      },
      timeout,
    );
  };

/** The console's JSON fetch with its methods, as the SDK calls them. */
export const coFetchJSON = Object.assign(
  (url: string, method = 'GET', options: RequestInit | null = {}, timeout?: number | null): Promise<unknown> =>
    request(url, method, options, timeout),
  {
    post: sender('POST', 'application/json;charset=UTF-8'),
    put: sender('PUT', 'application/json;charset=UTF-8'),
    patch: sender('PATCH', 'application/json-patch+json;charset=UTF-8'),
    delete: sender('DELETE', 'application/json;charset=UTF-8'),
  },
);
