import type { IncomingHttpHeaders } from 'node:http';

/** Characters that are kept of what the API says. */
const longestMessage = 500;

/** Most causes that are kept of an answer. */
const mostCauses = 64;

/** One thing that the API has against an object. */
export interface ApiErrorCause {
  /** Such as `FieldValueNotSupported` (metav1.CauseType). */
  readonly reason: string;
  /** Where in the object: `status.findings[0].verdict`. */
  readonly field: string;
}

/** The API answered, and not as hoped: its HTTP status, how long it asks to be left alone, and what it has against an object. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    message: string,
    readonly retryAfterSeconds?: number,
    readonly causes: readonly ApiErrorCause[] = [],
  ) {
    super(message);
  }
}

/** What an answer that is no success says: in a Kubernetes Status object, else as it stands there. */
export function apiErrorOf(status: number, headers: IncomingHttpHeaders, body: string): ApiError {
  const retryAfter = Number(headers['retry-after']);
  const parsed = parsedJson(body);
  return new ApiError(
    status,
    messageOf(parsed) ?? `HTTP status ${String(status)}`,
    Number.isFinite(retryAfter) ? retryAfter : undefined,
    causesOf(parsed),
  );
}

function causesOf(parsed: unknown): readonly ApiErrorCause[] {
  const { details } = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as { readonly details?: unknown };
  const { causes } = (typeof details === 'object' && details !== null ? details : {}) as { readonly causes?: unknown };
  return (Array.isArray(causes) ? (causes as readonly unknown[]) : []).slice(0, mostCauses).filter(isCause);
}

const isCause = (cause: unknown): cause is ApiErrorCause =>
  typeof cause === 'object' &&
  cause !== null &&
  'reason' in cause &&
  typeof cause.reason === 'string' &&
  'field' in cause &&
  typeof cause.field === 'string';

function messageOf(parsed: unknown): string | undefined {
  return typeof parsed === 'object' && parsed !== null && 'message' in parsed && typeof parsed.message === 'string'
    ? parsed.message.slice(0, longestMessage)
    : undefined;
}

function parsedJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { message: text.trim() };
    throw error;
  }
}
