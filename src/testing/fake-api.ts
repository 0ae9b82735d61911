import { compactLineOf } from '@calico-readiness/requirements';
import type { NodeReportStatus } from '@calico-readiness/requirements';
import { asList, asRecord } from '../k8s/untyped';
import { fakeCluster } from './fake-cluster';
import { at, name, tableOf } from './fake-table';

/*
 * What an API server answers to lists, single objects and watches of `fakeCluster`, as tables where they are asked for. That the
 * standalone host, whose tables the browser tests see, answers as a real API server does is tested against one.
 */

/** Agents of now write a line with each status; reports of tests that can't have one, or say which, keep it as it is. */
function withLine(object: unknown): unknown {
  const status = asRecord(at(object, 'status'));
  if (at(object, 'kind') !== 'NodeReport' || status['findings'] === undefined || 'compact' in status) return object;
  const compact = fakeCluster.writesLines ? lineOf(status as unknown as NodeReportStatus) : undefined;
  return compact === undefined ? object : { ...asRecord(object), status: { ...status, compact } };
}

/** Hostile statuses have no line: no agent wrote them. */
function lineOf(status: NodeReportStatus): string | undefined {
  try {
    return compactLineOf(status);
  } catch {
    return undefined;
  }
}

interface Asked {
  readonly plural: string;
  readonly one: string | undefined;
  readonly parameters: URLSearchParams;
}

function parse(url: string): Asked {
  const { pathname, searchParams } = new URL(url, 'http://console.test');
  const parts = pathname.split('/').filter((part) => part !== '');
  const from = parts.findIndex((part) => part === 'v1' || part === 'v1alpha1') + 1;
  return { plural: parts[from] ?? '', one: parts[from + 1], parameters: searchParams };
}

/** One object or a page of a list. A page that has not arrived yet is waited for. */
export async function answerJson(url: string, accept: string): Promise<unknown> {
  const { plural, one, parameters } = parse(url);
  fakeCluster.note(plural, one === undefined ? 'list' : 'get');
  const start = Number(parameters.get('continue') ?? 0);
  await fakeCluster.until(plural, ({ error, arrived, objects, loaded }) => {
    if (error !== undefined) throw error as Error;
    return loaded && (arrived.length > start || arrived.length === objects.length);
  });
  const listed = fakeCluster.list(plural).objects;
  const objects = listed.map(withLine);
  if (one !== undefined) {
    const found = objects.find((object) => name(object) === decodeURIComponent(one));
    if (found === undefined) throw Object.assign(new Error('not found'), { code: 404 });
    return found;
  }
  const end = start + Number(parameters.get('limit') ?? objects.length);
  const remaining = Math.max(0, objects.length - end);
  const metadata = {
    resourceVersion: String(fakeCluster.versionOf(listed)),
    ...(remaining > 0 && { continue: String(end), remainingItemCount: remaining }),
  };
  const items = objects.slice(start, end);
  return accept.includes('as=Table')
    ? tableOf(plural, items, metadata, parameters.get('includeObject'))
    : { kind: 'List', metadata, items };
}

/** A watch that tells what becomes different of what is there now, and ends when the API fails. */
export async function answerWatch(url: string, options?: RequestInit): Promise<Response> {
  const { plural, parameters } = parse(url);
  fakeCluster.note(plural, 'watch');
  const { error: refusal } = fakeCluster.list(plural);
  if (refusal !== undefined) throw refusal as Error;
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const from = fakeCluster.atVersion(Number(parameters.get('resourceVersion')));
      let former = new Map(from.map((object) => [name(object), object]));
      let isOver = false;
      const end = (): void => {
        if (!isOver) controller.close();
        isOver = true;
        stop();
      };
      const send = (type: string, object: unknown): void => {
        const metadata = { resourceVersion: String(fakeCluster.versionOf(fakeCluster.list(plural).objects)) };
        const table = tableOf(plural, [withLine(object)], metadata, parameters.get('includeObject'));
        controller.enqueue(encoder.encode(`${JSON.stringify({ type, object: table })}\n`));
      };
      const look = (): void => {
        const { objects, error, isExpired } = fakeCluster.list(plural);
        if (isExpired) {
          const status = { kind: 'Status', code: 410, reason: 'Expired' };
          controller.enqueue(encoder.encode(`${JSON.stringify({ type: 'ERROR', object: status })}\n`));
        }
        if (error !== undefined || isExpired) {
          end();
          return;
        }
        const now = new Map(asList(objects).map((object) => [name(object), object]));
        for (const [key, object] of former) if (!now.has(key)) send('DELETED', object);
        for (const [key, object] of now) if (former.get(key) !== object) send('MODIFIED', object);
        former = now;
      };
      stop = fakeCluster.subscribe(look);
      look();
      options?.signal?.addEventListener('abort', end);
    },
    cancel: () => {
      stop();
    },
  });
  return new Response(body);
}
