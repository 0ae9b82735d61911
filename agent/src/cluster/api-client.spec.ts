import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FakeKubernetesApi } from '../../test/fake-kubernetes-api';
import { ApiClient } from './api-client';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('a request to the API', () => {
  const api = new FakeKubernetesApi();
  beforeAll(() => api.start());
  afterAll(() => api.stop());

  const readNode = (signal: AbortSignal, timeout: number): Promise<unknown> =>
    new ApiClient(api.kubeConfig, signal, { timeout }).get('/api/v1/nodes/a');

  it('that is never answered ends after its time, whatever the garbage collector takes meanwhile', async () => {
    api.hanging = /nodes\/a/;
    const collecting = setInterval(collectGarbage, 20);
    try {
      await expect(readNode(new AbortController().signal, 500)).rejects.toThrow(/abort/i);
    } finally {
      clearInterval(collecting);
      api.hanging = undefined;
    }
  });

  it('ends when the agent does, long before its time', async () => {
    api.hanging = /nodes\/a/;
    const ending = new AbortController();
    setTimeout(() => {
      ending.abort();
    }, 50);

    await expect(readNode(ending.signal, 60_000)).rejects.toThrow(/abort/i);
    await expect(readNode(ending.signal, 60_000)).rejects.toThrow(/abort/i);
    api.hanging = undefined;
  });

  it('costs the signal of the agent no listener of its own', async () => {
    const ending = new AbortController();
    const added = vi.spyOn(ending.signal, 'addEventListener');
    const client = new ApiClient(api.kubeConfig, ending.signal, { timeout: 50 });
    for (let count = 0; count < 20; count += 1) await client.get('/api/v1/nodes/a').catch(() => undefined);

    expect(added).toHaveBeenCalledOnce();
  });

  it.each([401, 403, 404, 409, 410, 422, 429, 503])(
    'that is answered with status %i rejects with it, what the API says, and when to come again',
    async (status) => {
      api.failing = { pattern: /things/, status, headers: { 'retry-after': '7' } };
      const client = new ApiClient(api.kubeConfig, new AbortController().signal);
      const calls = [
        client.get('/things'),
        client.create('/things', {}, {}),
        client.patch('/things', 'merge', {}, {}),
        client.openWatch('/things', {}, new AbortController().signal),
      ];
      for (const call of calls) {
        await expect(call).rejects.toMatchObject({
          name: 'ApiError',
          status,
          message: 'as the spec wants it',
          retryAfterSeconds: 7,
        });
      }
      api.failing = undefined;
    },
  );
});
