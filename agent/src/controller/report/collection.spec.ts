import type { ApiClient } from '../../cluster/api-client';
import { AnswerTooLargeError } from '../../cluster/bounded-http';
import { Collection } from './collection';

/** Answers with pages of numbered objects, and not with more than `most` at once. */
function pagesOf(count: number, most: number): { client: ApiClient; limits: number[] } {
  const limits: number[] = [];
  const get = (_path: string, query: Readonly<Record<string, string>>): Promise<object> => {
    const limit = Number(query['limit']);
    limits.push(limit);
    if (limit > most) return Promise.reject(new AnswerTooLargeError('too large'));
    const from = Number(query['continue'] ?? '0');
    const items = Array.from({ length: Math.min(limit, count - from) }, (_, index) => ({
      metadata: { name: String(from + index) },
    }));
    const next = from + limit;
    return Promise.resolve({
      items,
      metadata: { resourceVersion: '7', ...(next < count && { continue: String(next) }) },
    });
  };
  return { client: { get } as unknown as ApiClient, limits };
}

const listed = async (collection: Collection): Promise<string[]> => {
  const names: string[] = [];
  await collection.list(({ metadata }) => names.push(metadata.name));
  return names;
};

describe('a collection', () => {
  it('is read a page at a time', async () => {
    const { client, limits } = pagesOf(600, 1000);

    expect(await listed(new Collection(client, { path: '/x' }))).toHaveLength(600);
    expect(limits).toEqual([250, 250, 250]);
  });

  it('is read in smaller pages where one would be too large', async () => {
    const { client, limits } = pagesOf(40, 20);
    const names = await listed(new Collection(client, { path: '/x' }));

    expect(names).toEqual(Array.from({ length: 40 }, (_, index) => String(index)));
    expect(limits).toEqual([250, 63, 16, 16, 16]);
  });

  it('gives up an object that alone is too large, and what is no list', async () => {
    await expect(listed(new Collection(pagesOf(1, 0).client, { path: '/x' }))).rejects.toThrow(AnswerTooLargeError);
    const client = { get: () => Promise.resolve({ items: 'x' }) } as unknown as ApiClient;
    await expect(listed(new Collection(client, { path: '/x' }))).rejects.toThrow(SyntaxError);
  });

  it('leaves out what has no name', async () => {
    const items = [null, 'x', {}, { metadata: {} }, { metadata: { name: 7 } }, { metadata: { name: 'a' } }];
    const client = {
      get: () => Promise.resolve({ items, metadata: { resourceVersion: '1' } }),
    } as unknown as ApiClient;

    expect(await listed(new Collection(client, { path: '/x' }))).toEqual(['a']);
  });
});
