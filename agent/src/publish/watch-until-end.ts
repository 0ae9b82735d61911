import type { Watch } from '@kubernetes/client-node';
import { ApiError } from './report-api';

/**
 * The API ends a watch after this time, as long as its own default, because every new watch costs it two more reads.
 * A connection that died silently is noticed by TCP keep-alive, which the client sets, and at the latest here.
 */
const watchSeconds = 1800;
const graceSeconds = 30;

/** Watches one object by name, beginning with its present state, until the API ends the watch or the signal aborts it. */
export async function watchUntilEnd(
  watcher: Watch,
  path: string,
  name: string,
  changed: (object: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  const query = { fieldSelector: `metadata.name=${name}`, timeoutSeconds: watchSeconds };
  await new Promise<void>((resolve, reject) => {
    let over = false;
    let controller: AbortController | undefined;
    const ended = (error?: unknown): void => {
      if (over) return;
      over = true;
      clearTimeout(giveUp);
      signal.removeEventListener('abort', end);
      controller?.abort();
      if (error === null || error === undefined || signal.aborted) resolve();
      else reject(asApiError(error));
    };
    const end = (): void => {
      ended();
    };
    const giveUp = setTimeout(end, (watchSeconds + graceSeconds) * 1000);
    signal.addEventListener('abort', end, { once: true });
    const event = (phase: string, object: unknown): void => {
      if (over) return;
      // An expired watch tells so by an event of its own; the next watch begins with the present state again.
      if (phase === 'ERROR') ended();
      else if (isNamed(object, name)) changed(phase === 'DELETED' ? undefined : object);
    };
    watcher.watch(path, query, event, ended).then((started) => {
      controller = started;
      if (over) started.abort();
    }, ended);
  });
}

const isNamed = (object: unknown, name: string): boolean =>
  typeof object === 'object' &&
  object !== null &&
  'metadata' in object &&
  typeof object.metadata === 'object' &&
  object.metadata !== null &&
  'name' in object.metadata &&
  object.metadata.name === name;

function asApiError(error: unknown): unknown {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? new ApiError(error.statusCode, error.message)
    : error;
}
