import type { IncomingHttpHeaders } from 'node:http';

/** Characters that are kept of what the API says. */
const longestMessage = 500;

/** The API answered, and not as hoped: its HTTP status, and how long it asks to be left alone. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}

/** What an answer that is no success says: in a Kubernetes Status object, else as it stands there. */
export function apiErrorOf(status: number, headers: IncomingHttpHeaders, body: string): ApiError {
  const retryAfter = Number(headers['retry-after']);
  return new ApiError(
    status,
    messageOf(body) ?? `HTTP status ${String(status)}`,
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}

function messageOf(body: string): string | undefined {
  const parsed = parsedJson(body);
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
