import { ApiException } from '@kubernetes/client-node';
import { ApiError } from './report-api';

/** What the API answered; rejects with ApiError for an answer that is no success. */
export async function answered<T>(answer: Promise<unknown>): Promise<T> {
  try {
    return (await answer) as T;
  } catch (error) {
    throw error instanceof ApiException ? apiErrorOf(error) : error;
  }
}

/** The same, and undefined for an object or a resource that is not there. */
export async function found<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answered<T>(answer);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

/** Undefined as well for what we may not read. */
export async function unlessForbidden<T>(answer: Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return undefined;
    throw error;
  }
}

function apiErrorOf({ code, body, headers }: ApiException<unknown>): ApiError {
  const retryAfter = Number(headers['retry-after']);
  return new ApiError(
    code,
    messageOf(body) ?? `HTTP status ${String(code)}`,
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}

/** The message of a Kubernetes Status object, which the client hands over as text or parsed. */
function messageOf(body: unknown): string | undefined {
  const parsed: unknown = typeof body === 'string' ? parsedJson(body) : body;
  return typeof parsed === 'object' && parsed !== null && 'message' in parsed && typeof parsed.message === 'string'
    ? parsed.message.slice(0, 500)
    : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { message: text.trim() };
    throw error;
  }
}
