import { ApiError } from '../../cluster/api-error';
import { silentLog } from '../../foundation/agent-log';
import { FlowKey, readFlowKey } from './flow-key';

const where = { namespace: 'calico readiness', name: 'release-flows' };
const key = Buffer.alloc(32, 7).toString('base64');
const clientWith = (secret: object | ApiError) => {
  const asked: string[] = [];
  const get = (path: string, query: Readonly<Record<string, string>> = {}): Promise<object> => {
    asked.push(`${path}?${new URLSearchParams(query).toString()}`);
    return secret instanceof ApiError ? Promise.reject(secret) : Promise.resolve(secret);
  };
  return { get, asked };
};

describe('the key of flow tests', () => {
  it('is read from a Secret by name, from the cache of the API server', async () => {
    const client = clientWith({ data: { key } });
    expect(await readFlowKey(client, where)).toBe(key);
    expect(client.asked).toEqual(['/api/v1/namespaces/calico%20readiness/secrets/release-flows?resourceVersion=0']);
  });

  it.each<[string, object | ApiError]>([
    ['there is no Secret', new ApiError(404, 'not found')],
    ['the controller has not filled it', {}],
    ['it has nothing', { data: null }],
    ['it is a number', { data: { key: 7 } }],
    ['it is short', { data: { key: Buffer.alloc(31).toString('base64') } }],
    ['it is long', { data: { key: Buffer.alloc(4097).toString('base64') } }],
  ])('is none where %s', async (_, secret) => {
    expect(await readFlowKey(clientWith(secret), where)).toBeUndefined();
  });

  it('is read once an hour, is another object for another key alone, and stays while the API is away', async () => {
    let [steady, reads] = [0, 0];
    let answer: string | undefined | Error = key;
    const flowKey = new FlowKey({
      ...{ clock: { wall: () => 0, steady: () => steady }, random: () => 0.5, log: silentLog },
      read: () => {
        reads += 1;
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    });
    const after = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        steady += 60_000;
        await flowKey.refresh();
      }
      return flowKey.keys;
    };
    const first = await after(1);
    expect(first).toBeDefined();
    expect(await after(120)).toBe(first);
    expect(reads).toBeLessThanOrEqual(3);
    answer = new Error('away');
    expect(await after(120)).toBe(first);
    answer = Buffer.alloc(32, 8).toString('base64');
    const second = await after(120);
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
    answer = undefined;
    expect(await after(120)).toBeUndefined();
  });
});
