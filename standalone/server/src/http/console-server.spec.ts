import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import type { Backend } from '../backends/backend';
import { EmbeddedApi } from '../kubernetes/embedded-api';
import { nodeType, plainKubernetesTypes } from '../kubernetes/resource-type';
import { ConsoleServer } from './console-server';

let directory: string;
let server: ConsoleServer;
let api: EmbeddedApi;

beforeEach(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'console-server-'));
  mkdirSync(path.join(directory, 'plugin/locales/en'), { recursive: true });
  mkdirSync(path.join(directory, 'shell'));
  writeFileSync(path.join(directory, 'secret.txt'), 'secret');
  writeFileSync(path.join(directory, 'plugin/plugin-manifest.json'), '{"name":"x"}');
  writeFileSync(path.join(directory, 'plugin/bytes.js'), Buffer.from([0x2f, 0x2f, 0xff, 0x00, 0x0a]));
  writeFileSync(path.join(directory, 'plugin/locales/en/plugin__calico-readiness.json'), '{"a":"b"}');
  symlinkSync(path.join(directory, 'secret.txt'), path.join(directory, 'plugin/link.txt'));
  writeFileSync(path.join(directory, 'shell/index.html'), '<!doctype html><title>shell</title>');
  api = new EmbeddedApi(plainKubernetesTypes);
  api.store.create(nodeType, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' } });
  const backend: Backend = { name: 'local', label: '</script><b>', isSample: false, api, run: () => Promise.resolve() };
  server = new ConsoleServer({
    profile: '4.22',
    backend,
    pluginDirectory: path.join(directory, 'plugin'),
    shellDirectory: path.join(directory, 'shell'),
    testControls: true,
  });
  await server.listen(0);
});

afterEach(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** The path goes out as it is; fetch would tidy it up first. */
const get = (target: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: server.port, path: target, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });

describe('the console server', () => {
  it('serves the plugin byte for byte', async () => {
    const { status, body, headers } = await get('/api/plugins/calico-readiness/bytes.js');
    expect([status, [...body], headers['content-type']]).toEqual([
      200,
      [0x2f, 0x2f, 0xff, 0x00, 0x0a],
      'text/javascript; charset=utf-8',
    ]);
  });

  it.each([
    '/api/plugins/calico-readiness/../secret.txt',
    '/api/plugins/calico-readiness/..%2fsecret.txt',
    '/api/plugins/calico-readiness/%2e%2e/secret.txt',
    '/api/plugins/calico-readiness/%2e%2e%2fsecret.txt',
    '/api/plugins/calico-readiness//../../secret.txt',
    '/api/plugins/calico-readiness/link.txt',
    '/api/plugins/calico-readiness/%00',
    '/api/plugins/calico-readiness/%E0%A4%A',
    '/static/..%2f..%2fsecret.txt',
    '/static/..%2fplugin%2fplugin-manifest.json',
    '/locales/resource.json?lng=../../..&ns=secret',
  ])('gives no file outside its directories: %s', async (target) => {
    const { body } = await get(target);
    expect(body.toString()).not.toMatch(/secret|"name"/);
  });

  it.each([['evil.example'], ['evil.example:80'], ['127.0.0.1'], ['127.0.0.1:1']])(
    'refuses a request for the host %s',
    async (host) => {
      expect((await get('/', { host })).status).toBe(403);
      expect((await get('/api/kubernetes/api/v1/nodes', { host })).status).toBe(403);
    },
  );

  it('refuses a request from a page of another origin', async () => {
    const { status } = await get('/api/kubernetes/api/v1/nodes/a', { origin: 'http://evil.example' }, 'DELETE');
    expect([status, api.store.list(nodeType).length]).toEqual([403, 1]);
    expect((await get('/api/kubernetes/api/v1/nodes/a', { origin: server.url.slice(0, -1) })).status).toBe(200);
  });

  it('listens on the loopback address alone', async () => {
    const other = Object.values(os.networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (other === undefined) return;
    const refused = await new Promise((resolve) => {
      const socket = connect(server.port, other.address, () => resolve(false));
      socket.on('error', () => resolve(true));
    });
    expect(refused).toBe(true);
  });

  it('answers every page with the shell, and with the policy that lets it reach nothing else', async () => {
    const { status, body, headers } = await get('/k8s/cluster/nodes/a');
    expect([status, body.toString()]).toEqual([200, '<!doctype html><title>shell</title>']);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('keeps what hosts are named inside its script', async () => {
    const { body } = await get('/standalone/host.js');
    expect(body.toString()).not.toContain('</script>');
    expect(body.toString()).toContain('"profile":"4.22"');
  });

  it.each([
    ['/locales/resource.json?lng=en&ns=plugin__calico-readiness', '{"a":"b"}'],
    ['/locales/resource.json?lng=fr&ns=plugin__calico-readiness', '{}'],
    ['/locales/resource.json', '{}'],
  ])('answers %s', async (target, expected) => {
    expect((await get(target)).body.toString()).toBe(expected);
  });

  it('changes the scenario only to one that there is', async () => {
    expect((await get('/standalone/scenario', {}, 'POST', '{"name":"unheard-of"}')).status).toBe(400);
    expect((await get('/standalone/scenario', {}, 'POST', '{"name":"forbidden"}')).status).toBe(200);
    expect((await get('/api/kubernetes/apis/calicoreadiness.io/v1alpha1/nodereports')).status).toBe(403);
  });

  it('streams a watch over HTTP, an event a line', async () => {
    const response = await fetch(`${server.apiUrl}/api/v1/nodes?watch=true`);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    api.store.delete(nodeType, 'a');
    const second = await reader?.read();
    await reader?.cancel();
    const types = [first, second].map(
      (chunk) => (JSON.parse(new TextDecoder().decode(chunk?.value)) as { type: string }).type,
    );
    expect(types).toEqual(['ADDED', 'DELETED']);
  });

  it('streams a watch over WebSocket, an event a frame', async () => {
    const socket = new WebSocket(`${server.apiUrl.replace('http', 'ws')}/api/v1/nodes?watch=true`);
    const types: string[] = [];
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (data: Buffer) => {
        types.push((JSON.parse(data.toString()) as { type: string }).type);
        if (types.length === 1) api.store.delete(nodeType, 'a');
        if (types.length === 2) resolve();
      });
    });
    socket.terminate();
    expect(types).toEqual(['ADDED', 'DELETED']);
  });

  it('lets no page of another origin watch', async () => {
    const socket = new WebSocket(`${server.apiUrl.replace('http', 'ws')}/api/v1/nodes?watch=true`, {
      origin: 'http://evil.example',
    });
    await expect(new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))).rejects.toThrow(
      '403',
    );
  });

  it('refuses a body that no Kubernetes API would take', async () => {
    const { status } = await get('/api/kubernetes/api/v1/nodes', {}, 'POST', 'x'.repeat(3 * 1024 * 1024));
    expect(status).toBe(413);
  });

  it.each(['/api/v1/nodes', '/standalone/scenario'])('refuses a body without end for %s', async (target) => {
    const prefix = target.startsWith('/api') ? '/api/kubernetes' : '';
    expect((await get(`${prefix}${target}`, {}, 'POST', 'x'.repeat(3 * 1024 * 1024))).status).toBe(413);
  });

  it('says what is wrong with a scenario that is no JSON', async () => {
    const { status, body } = await get('/standalone/scenario', {}, 'POST', '{');
    expect([status, body.toString()]).toEqual([400, 'the body is no JSON\n']);
  });

  it('lets no page of another site embed what it serves', async () => {
    for (const target of ['/', '/api/plugins/calico-readiness/bytes.js', '/api/kubernetes/api/v1/nodes', '/gone'])
      expect((await get(target)).headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  it('answers a malformed address as an API server does', async () => {
    expect((await get('/api/kubernetes/api/v1/%zz')).status).toBe(400);
  });

  describe('goes on when a socket', () => {
    const upgrade = (target: string, after: string | Buffer): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(server.port, '127.0.0.1');
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
        socket.write(
          `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
        );
      });

    it.each([
      ['asks for a malformed address', '/api/kubernetes/%zz?watch=true', ''],
      ['sends a frame that is none', '/api/kubernetes/api/v1/nodes?watch=true', Buffer.from([0xff, 0xff, 0xff])],
      [
        'claims a frame of 4 GB',
        '/api/kubernetes/api/v1/nodes?watch=true',
        Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]),
      ],
    ])('%s', async (_what, target, after) => {
      await upgrade(target, after);
      expect((await get('/api/kubernetes/api/v1/nodes')).status).toBe(200);
    });
  });
});
