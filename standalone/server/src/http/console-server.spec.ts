import { connect } from 'node:net';
import os from 'node:os';
import { WebSocket } from 'ws';
import { nodeType } from '../kubernetes/resource-type';
import { ask, handshake, startTestServer, type Answer, type TestServer } from './test-server';

let running: TestServer;

beforeEach(async () => {
  running = await startTestServer();
});

afterEach(() => running.stop());

/** As who was let in. */
const get = (target: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
  ask(running.server, target, { headers: { authorization: running.bearer, ...headers }, method, body });

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
    expect([status, running.api.store.list(nodeType).length]).toEqual([403, 1]);
    expect((await get('/api/kubernetes/api/v1/nodes/a', { origin: running.server.url.slice(0, -1) })).status).toBe(200);
  });

  it('listens on the loopback address alone', async () => {
    const other = Object.values(os.networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (other === undefined) return;
    const refused = await new Promise((resolve) => {
      const socket = connect(running.server.port, other.address, () => resolve(false));
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
    const response = await fetch(`${running.server.apiAccess.url}/api/v1/nodes?watch=true`, {
      headers: { authorization: running.bearer },
    });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    running.api.store.delete(nodeType, 'a');
    const second = await reader?.read();
    await reader?.cancel();
    const types = [first, second].map(
      (chunk) => (JSON.parse(new TextDecoder().decode(chunk?.value)) as { type: string }).type,
    );
    expect(types).toEqual(['ADDED', 'DELETED']);
  });

  it('streams a watch over WebSocket, an event a frame', async () => {
    const socket = new WebSocket(`${running.server.apiAccess.url.replace('http', 'ws')}/api/v1/nodes?watch=true`, {
      headers: { authorization: running.bearer },
    });
    const types: string[] = [];
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (data: Buffer) => {
        types.push((JSON.parse(data.toString()) as { type: string }).type);
        if (types.length === 1) running.api.store.delete(nodeType, 'a');
        if (types.length === 2) resolve();
      });
    });
    socket.terminate();
    expect(types).toEqual(['ADDED', 'DELETED']);
  });

  it('lets no page of another origin watch', async () => {
    const socket = new WebSocket(`${running.server.apiAccess.url.replace('http', 'ws')}/api/v1/nodes?watch=true`, {
      headers: { authorization: running.bearer },
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
    it.each([
      ['asks for a malformed address', '/api/kubernetes/%zz?watch=true', ''],
      ['sends a frame that is none', '/api/kubernetes/api/v1/nodes?watch=true', Buffer.from([0xff, 0xff, 0xff])],
      [
        'claims a frame of 4 GB',
        '/api/kubernetes/api/v1/nodes?watch=true',
        Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]),
      ],
    ])('%s', async (_what, target, after) => {
      const answer = await handshake(running.server, target, { authorization: running.bearer }, after);
      expect(answer).toMatch(/^HTTP\/1.1 101 /);
      expect((await get('/api/kubernetes/api/v1/nodes')).status).toBe(200);
    });
  });
});
