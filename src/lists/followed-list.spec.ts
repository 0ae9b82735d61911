import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { waitFor } from '@testing-library/react';
import type { NodeObject } from '../k8s/models';
import { FollowedList } from './followed-list';
import type { ListState } from './list-state';
import { nodeList } from './node-list';
import { pauseAfter } from './pause';

/** What the API says, request by request; the last answer is repeated. */
interface Script {
  readonly lists: readonly (object | number)[];
  readonly watches: readonly (readonly object[] | number)[];
}

const refusal = (status: number) => Object.assign(new Error(String(status)), { response: { status } });
const row = (name: string) => ({
  cells: [name, 'RHCOS'],
  object: { metadata: { name, uid: `uid-${name}`, labels: {} } },
});
const table = (names: readonly string[], metadata: object = {}) => ({
  kind: 'Table',
  metadata: { resourceVersion: '1', ...metadata },
  columnDefinitions: [{ name: 'Name' }, { name: 'OS-Image' }],
  rows: names.map(row),
});
const event = (type: string, name: string, version: string) => ({
  type,
  object: { ...table([name]), columnDefinitions: null, metadata: { resourceVersion: version } },
});
const expired = { type: 'ERROR', object: { kind: 'Status', code: 410 } };

/** A list with these answers; the requests as they were made. */
function start({ lists, watches }: Script) {
  const asked: string[] = [];
  const states: ListState<NodeObject>[] = [];
  const next = <Answer>(answers: readonly Answer[], word: string): Answer | undefined =>
    answers[Math.min(answers.length, asked.filter((one) => one.startsWith(word)).length) - 1];
  vi.spyOn(sdk, 'consoleFetchJSON').mockImplementation((url: string) => {
    asked.push(`list ${new URLSearchParams(url.split('?')[1]).get('continue') ?? ''}`.trim());
    const answer = next(lists, 'list');
    return typeof answer === 'number' ? Promise.reject(refusal(answer)) : Promise.resolve(answer);
  });
  vi.spyOn(sdk, 'consoleFetch').mockImplementation((url: string, options?: RequestInit) => {
    asked.push(`watch ${new URLSearchParams(url.split('?')[1]).get('resourceVersion') ?? ''}`);
    const answer = next(watches, 'watch');
    if (typeof answer === 'number') return Promise.reject(refusal(answer));
    const lines = (answer ?? []).map((one) => `${JSON.stringify(one)}\n`).join('');
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(lines));
        options?.signal?.addEventListener('abort', () => {
          controller.close();
        });
      },
    });
    return Promise.resolve(new Response(body));
  });
  list = new FollowedList(nodeList, (state) => states.push(state));
  return { asked, states, names: () => states.at(-1)?.complete?.map(({ metadata }) => metadata?.name) };
}
let list: FollowedList<NodeObject> | undefined;

describe('a list that is followed', () => {
  beforeEach(() => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    list?.stop();
    vi.restoreAllMocks();
  });

  it('is read page by page, and complete only with the last', async () => {
    const { asked, states, names } = start({
      lists: [table(['a'], { continue: 'x', remainingItemCount: 1 }), table(['b'])],
      watches: [[]],
    });
    await waitFor(() => {
      expect(names()).toEqual(['a', 'b']);
    });
    expect(asked.slice(0, 3)).toEqual(['list', 'list x', 'watch 1']);
    expect(states.map(({ items, expected, complete }) => [items.length, expected, complete?.length])).toEqual([
      [1, 2, undefined],
      [2, 2, undefined],
      [2, 2, 2],
    ]);
  });

  it('takes what is added, changed and deleted, and nothing twice', async () => {
    const { names } = start({
      lists: [table(['a', 'b'])],
      watches: [[event('ADDED', 'c', '2'), event('MODIFIED', 'a', '3'), event('DELETED', 'b', '4')]],
    });
    await waitFor(() => {
      expect(names()).toEqual(['a', 'c']);
    });
  });

  it('is read anew when a page, or a watch, asks for what is forgotten', async () => {
    const { asked, names } = start({
      lists: [table(['a'], { continue: 'x', remainingItemCount: 1 }), 410, table(['a', 'b']), table(['a'])],
      watches: [[expired], []],
    });
    await waitFor(() => {
      expect(names()).toEqual(['a']);
    });
    expect(asked.slice(0, 5)).toEqual(['list', 'list x', 'list', 'watch 1', 'list']);
  });

  it('tells why it cannot be read, and is read as soon as it can', async () => {
    const { states, names } = start({ lists: [503, table(['a'])], watches: [[]] });
    await waitFor(() => {
      expect(names()).toEqual(['a']);
    });
    expect(states.map(({ error }) => (error instanceof Error ? error.message : error))).toEqual([
      '503',
      undefined,
      undefined,
    ]);
  });

  it('is read again and again, later and later, where it may not be watched', async () => {
    const { asked, states } = start({ lists: [table(['a'])], watches: [403] });
    await waitFor(
      () => {
        expect(asked).toEqual(['list', 'watch 1', 'list', 'watch 1', 'list', 'watch 1']);
      },
      { timeout: 5000 },
    );
    expect(states.every(({ error }) => error === undefined)).toBe(true);
  });

  it('asks for nothing any more, and tells nothing, once it is stopped', async () => {
    const { asked, states } = start({ lists: [table(['a'])], watches: [[]] });
    list?.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([asked.length, states.length]).toEqual([0, 0]);
  });

  it('pauses twice as long after each failure, up to a minute and a half, never in step with others', () => {
    expect([1, 2, 3, 30].map((failures) => pauseAfter(failures, () => 0.5))).toEqual([1000, 2000, 4000, 60_000]);
    expect([pauseAfter(1, () => 0), pauseAfter(30, () => 1)]).toEqual([500, 90_000]);
  });
});
