import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CoreV1Api } from '@kubernetes/client-node';
import { FakeKubernetesApi } from '../../test/fake-kubernetes-api';
import { createApiConfiguration } from './api-configuration';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('a request to the API', () => {
  const api = new FakeKubernetesApi();
  beforeAll(() => api.start());
  afterAll(() => api.stop());

  const readNode = (signal: AbortSignal, timeout: number): Promise<unknown> =>
    new CoreV1Api(createApiConfiguration(api.kubeConfig, signal, timeout)).readNode({ name: 'a' });

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
    const core = new CoreV1Api(createApiConfiguration(api.kubeConfig, ending.signal, 50));
    for (let count = 0; count < 20; count += 1) await core.readNode({ name: 'a' }).catch(() => undefined);

    expect(added).toHaveBeenCalledOnce();
  });
});
