import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Backend } from '../backends/backend';
import { EmbeddedApi } from '../kubernetes/embedded-api';
import { nodeType, plainKubernetesTypes } from '../kubernetes/resource-type';
import { ConsoleServer } from './console-server';

/** For tests: a console server with small files of its own and one Node. */
export interface TestServer {
  readonly server: ConsoleServer;
  readonly api: EmbeddedApi;
  /** What lets in: as the value of an Authorization header, and as the printed address says it. */
  readonly bearer: string;
  readonly token: string;
  readonly stop: () => Promise<void>;
}

const token = 'the-token-of-the-tests';

const writeFiles = (directory: string): void => {
  mkdirSync(path.join(directory, 'plugin/locales/en'), { recursive: true });
  mkdirSync(path.join(directory, 'shell'));
  writeFileSync(path.join(directory, 'secret.txt'), 'secret');
  writeFileSync(path.join(directory, 'plugin/plugin-manifest.json'), '{"name":"x"}');
  writeFileSync(path.join(directory, 'plugin/bytes.js'), Buffer.from([0x2f, 0x2f, 0xff, 0x00, 0x0a]));
  writeFileSync(path.join(directory, 'plugin/locales/en/plugin__calico-readiness.json'), '{"a":"b"}');
  symlinkSync(path.join(directory, 'secret.txt'), path.join(directory, 'plugin/link.txt'));
  writeFileSync(path.join(directory, 'shell/index.html'), '<!doctype html><title>shell</title>');
  writeFileSync(path.join(directory, 'shell/main.js'), '// shell');
};

export const startTestServer = async (port = 0): Promise<TestServer> => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'console-server-'));
  writeFiles(directory);
  const api = new EmbeddedApi(plainKubernetesTypes);
  api.store.create(nodeType, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' } });
  const backend: Backend = { name: 'local', label: '</script><b>', isSample: false, api, run: () => Promise.resolve() };
  const pluginDirectory = path.join(directory, 'plugin');
  const shellDirectory = path.join(directory, 'shell');
  const server = new ConsoleServer(
    { profile: '4.22', backend, pluginDirectory, shellDirectory, testControls: true },
    token,
  );
  await server.listen(port);
  const stop = async (): Promise<void> => {
    await server.close();
    rmSync(directory, { recursive: true });
  };
  return { server, api, bearer: `Bearer ${token}`, token, stop };
};

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

interface Request {
  readonly headers?: OutgoingHttpHeaders;
  readonly method?: string;
  readonly body?: string;
}

/** The path goes out as it is; fetch would tidy it up first, and follow redirects. */
export const ask = (
  { port }: ConsoleServer,
  target: string,
  { headers = {}, method = 'GET', body = '' }: Request = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path: target, method, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });

/** Asks for a WebSocket, sends `after` once there is an answer, and resolves with everything that came. */
export const handshake = (
  { port }: ConsoleServer,
  target: string,
  headers: Readonly<Record<string, string>>,
  after: string | Buffer = '',
): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let isSent = false;
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      // Nothing more to send: do not wait for the handshake that closes.
      if (after.length === 0) socket.destroy();
      else if (!isSent) socket.write(after);
      isSent = true;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
    const lines = Object.entries({
      Host: `127.0.0.1:${port}`,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`);
  });
