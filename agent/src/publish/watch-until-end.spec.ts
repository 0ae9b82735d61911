import type { Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KubeConfig } from '@kubernetes/client-node';
import { ApiClient } from '../cluster/api-client';
import { watchUntilEnd } from './watch-until-end';

describe('a watch', () => {
  let server: Server;
  let answer: (response: ServerResponse) => void;
  const urls: (string | undefined)[] = [];
  const seen: unknown[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      urls.push(`${request.headers.authorization ?? ''} ${request.url ?? ''}`);
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    seen.length = 0;
    urls.length = 0;
  });

  const watch = (signal = new AbortController().signal): Promise<void> => {
    const config = new KubeConfig();
    const { port } = server.address() as AddressInfo;
    const cluster = { name: 'here', server: `http://127.0.0.1:${String(port)}`, skipTLSVerify: true };
    config.loadFromClusterAndUser(cluster, { name: 'agent', token: 'secret' });
    const client = new ApiClient(config, new AbortController().signal);
    const changed = (object: unknown): void => void seen.push(object);
    return watchUntilEnd(client, { path: '/apis/things', name: 'a', seconds: 1800, changed }, signal);
  };
  const event = (type: string, name: string): string => `${JSON.stringify({ type, object: { metadata: { name } } })}\n`;

  it('tells what the object becomes, of no other object, and ends when the API ends it', async () => {
    answer = (response) => {
      response.end([event('ADDED', 'a'), event('MODIFIED', 'b'), event('DELETED', 'a'), 'null\n'].join(''));
    };
    await watch();

    expect(seen).toEqual([{ metadata: { name: 'a' } }, undefined]);
    expect(urls).toEqual(['Bearer secret /apis/things?watch=true&fieldSelector=metadata.name%3Da&timeoutSeconds=1800']);
  });

  it('ends with an event that says so', async () => {
    answer = (response) => {
      response.write(event('ERROR', 'a') + event('ADDED', 'a'));
    };
    await watch();
    expect(seen).toEqual([]);
  });

  it('ends when the signal aborts, before an answer and within one', async () => {
    for (const begin of [() => undefined, (response: ServerResponse) => response.write(event('ADDED', 'a'))]) {
      answer = begin;
      const ending = new AbortController();
      const watching = watch(ending.signal);
      setTimeout(() => {
        ending.abort();
      }, 50);
      await watching;
    }
    expect(seen).toHaveLength(1);
  });

  it('rejects with the status of an API that refuses', async () => {
    answer = (response) => response.writeHead(403).end('{}');
    await expect(watch()).rejects.toMatchObject({ name: 'ApiError', status: 403 });
  });

  it('gives up an event that has no end', async () => {
    answer = (response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
        response.once('drain', more);
      };
      more();
    };
    await expect(watch()).rejects.toThrow('A line of the answer is longer than');
  });

  it('rejects when the connection breaks', async () => {
    answer = (response) => {
      response.write(event('ADDED', 'a'));
      setTimeout(() => response.destroy(), 20);
    };
    await expect(watch()).rejects.toThrow();
  });
});
