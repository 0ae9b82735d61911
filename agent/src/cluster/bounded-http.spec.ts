import type { Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KubeConfig } from '@kubernetes/client-node';
import { ApiClient } from './api-client';
import { AnswerTooLargeError, largestAnswer } from './bounded-http';
import { readClusterObjects } from './read-cluster-objects';

/** Writes until nobody reads any more. */
const writeForEver = (response: ServerResponse, piece: Buffer): void => {
  while (!response.destroyed && response.write(piece));
  response.once('drain', () => {
    writeForEver(response, piece);
  });
};

describe('an answer of the API', () => {
  let server: Server;
  let answer: (response: ServerResponse) => void;
  let closed: Promise<void>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume();
      closed = new Promise((resolve) => response.once('close', resolve));
      response.setHeader('content-type', 'application/json');
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const kubeConfig = (): KubeConfig => {
    const config = new KubeConfig();
    const { port } = server.address() as AddressInfo;
    const cluster = { name: 'here', server: `http://127.0.0.1:${String(port)}`, skipTLSVerify: true };
    config.loadFromClusterAndUser(cluster, { name: 'agent' });
    return config;
  };
  const client = (): ApiClient => new ApiClient(kubeConfig(), new AbortController().signal);
  const readNode = (): Promise<unknown> => client().get('/api/v1/nodes/a');

  it('that has no end is given up, and its connection closed', async () => {
    answer = (response) => {
      writeForEver(response, Buffer.alloc(65_536, 'x'));
    };
    await expect(readNode()).rejects.toThrow(AnswerTooLargeError);
    await closed;
  });

  it.each([0, 1])('may be as large as the bound, and no %i bytes more', async (more) => {
    answer = (response) => {
      const object = JSON.stringify({ kind: 'Node', metadata: { name: 'a' } });
      response.end(object + ' '.repeat(largestAnswer + more - object.length));
    };
    if (more === 0) await expect(readNode()).resolves.toMatchObject({ metadata: { name: 'a' } });
    else await expect(readNode()).rejects.toThrow(AnswerTooLargeError);
  });

  it('is told with its status and what the API says', async () => {
    answer = (response) => {
      response.writeHead(403).end(JSON.stringify({ kind: 'Status', message: 'not you' }));
    };
    await expect(readNode()).rejects.toMatchObject({ name: 'ApiError', status: 403, message: 'not you' });
  });

  it.each(['', 'null', '"text"', '<html>'])('that is no object is an error that says so: %j', async (text) => {
    answer = (response) => response.end(text);
    await expect(readNode()).rejects.toThrow(SyntaxError);
  });

  it('that breaks off is an error', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"kind":');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(readNode()).rejects.toThrow();
  });

  it('that is too large is one object that cannot be read, and no cluster that is away', async () => {
    answer = (response) => {
      writeForEver(response, Buffer.alloc(65_536, 'x'));
    };
    const { installation } = await readClusterObjects(client());

    expect(installation).toEqual({ status: 'unreadable', reason: 'answer too large' });
  });
});
