import type { IncomingMessage } from 'node:http';
import { linesOf } from '../cluster/answer-lines';
import type { ApiClient } from '../cluster/api-client';
import type { WatchExtent } from './report-api';

/** A connection that died silently is noticed by TCP keep-alive, and at the latest so long after the watch's end. */
const graceSeconds = 30;
/** A watch that works is answered at once, with headers alone while nothing happens. */
const answerSeconds = 30;
const keepAliveMilliseconds = 30_000;

/** One object to watch, and from when to when. */
export interface WatchTarget extends WatchExtent {
  /** Of the resource, from the API's root: `/apis/…`. */
  readonly path: string;
  readonly name: string;
  /** Gets the object as each event shows it; undefined when it was deleted. */
  readonly changed: (object: unknown) => void;
}

/** What is watched, in the words of the API. */
export interface WatchRequest {
  /** Of the resource, from the API's root: `/apis/…`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** After which the API ends it. */
  readonly seconds: number;
  /** Gets each event; resolves to whether to go on. */
  readonly event: (type: unknown, object: unknown) => boolean;
}

/**
 * Watches one object by name until the API ends the watch or the signal aborts it.
 * Rejects with ApiError when the API refuses, with AnswerTooLargeError for an event that no object can be.
 */
export async function watchUntilEnd(client: ApiClient, target: WatchTarget, signal: AbortSignal): Promise<void> {
  const { path, name, seconds, resourceVersion, changed } = target;
  const query = { fieldSelector: `metadata.name=${name}`, ...(resourceVersion !== undefined && { resourceVersion }) };
  const event = (type: unknown, object: unknown): boolean => {
    // An expired watch tells so by an event of its own; the next watch begins with the current state again.
    if (type === 'ERROR') return false;
    if (isNamed(object, name)) changed(type === 'DELETED' ? undefined : object);
    return true;
  };
  await followWatch(client, { path, query, seconds, event }, signal);
}

/** Follows a watch until the API ends it, an event does, or the signal aborts. Rejects as `watchUntilEnd` does. */
export async function followWatch(client: ApiClient, request: WatchRequest, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  signal.addEventListener('abort', end, { once: true });
  let timer = setTimeout(end, answerSeconds * 1000);
  let answered = false;
  try {
    const answer = await openWatch(client, request, ending.signal);
    answered = true;
    clearTimeout(timer);
    timer = setTimeout(end, (request.seconds + graceSeconds) * 1000);
    await followEvents(answer, request);
  } catch (error) {
    // A watch that was followed for its whole time has ended; one that never began has failed.
    if (!signal.aborted && !(answered && ending.signal.aborted)) throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    ending.abort();
  }
}

async function openWatch(client: ApiClient, request: WatchRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const { path, query, seconds } = request;
  const answer = await client.openWatch(path, { ...query, timeoutSeconds: String(seconds) }, signal);
  answer.socket.setKeepAlive(true, keepAliveMilliseconds);
  return answer;
}

async function followEvents(answer: IncomingMessage, { event }: WatchRequest): Promise<void> {
  for await (const line of linesOf(answer)) {
    const { type, object } = (JSON.parse(line) ?? {}) as { readonly type?: unknown; readonly object?: unknown };
    if (!event(type, object)) return;
  }
}

const isNamed = (object: unknown, name: string): boolean =>
  typeof object === 'object' &&
  object !== null &&
  'metadata' in object &&
  typeof object.metadata === 'object' &&
  object.metadata !== null &&
  'name' in object.metadata &&
  object.metadata.name === name;
