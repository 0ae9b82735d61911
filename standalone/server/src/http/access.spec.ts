import type { OutgoingHttpHeaders } from 'node:http';
import { nodeType } from '../kubernetes/resource-type';
import { ask, handshake, startTestServer, type TestServer } from './test-server';

let running: TestServer;
const others: TestServer[] = [];

beforeEach(async () => {
  running = await startTestServer();
});

afterEach(async () => {
  await Promise.all([running, ...others.splice(0)].map(({ stop }) => stop()));
});

/** What the browser keeps after it opened the printed address. */
const signIn = async ({ server, token }: TestServer = running): Promise<string> => {
  const { headers } = await ask(server, `/?token=${token}`);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
};

const root = '/api/kubernetes';

/** Every way in: each route of console-routes.ts, and what the routes make of an unknown address. */
const routes: readonly (readonly [string, string, number])[] = [
  ['GET', '/', 200],
  ['HEAD', '/', 200],
  ['GET', '/k8s/cluster/nodes/a', 200],
  ['GET', '/index.html', 200],
  ['GET', '/static/main.js', 200],
  ['GET', '/static/none.js', 404],
  ['GET', '/api/plugins/calico-readiness/plugin-manifest.json', 200],
  ['GET', '/api/plugins/calico-readiness/bytes.js', 200],
  ['GET', '/locales/resource.json?lng=en&ns=plugin__calico-readiness', 200],
  ['GET', '/standalone/host.js', 200],
  ['GET', '/standalone/scenario', 200],
  ['POST', '/standalone/scenario', 400],
  ['GET', '/standalone/none', 404],
  ['GET', '/favicon.ico', 404],
  ['POST', '/', 405],
  ['OPTIONS', '/', 405],
  ['TRACE', '/', 405],
  ['GET', '/api', 200],
  ['GET', '/api/none', 404],
  ['GET', `${root}/api/v1/nodes`, 200],
  ['HEAD', `${root}/api/v1/nodes`, 405],
  ['OPTIONS', `${root}/api/v1/nodes`, 405],
  ['GET', `${root}/apis`, 200],
  ['GET', `${root}/api/v1/%zz`, 400],
  ['PUT', `${root}/api/v1/nodes/a`, 400],
  ['PATCH', `${root}/api/v1/nodes/a`, 415],
  ['DELETE', `${root}/api/v1/nodes/none`, 404],
];

describe('who has no cookie and no token', () => {
  it.each(routes)('is refused, and who has the cookie is not: %s %s', async (method, target, status) => {
    const refused = await ask(running.server, target, { method });
    expect(refused.status).toBe(401);
    expect(refused.headers).toMatchObject({
      'cache-control': 'no-store',
      'www-authenticate': 'Bearer',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    expect(refused.headers['set-cookie']).toBeUndefined();

    const { status: admitted } = await ask(running.server, target, { method, headers: { cookie: await signIn() } });
    expect(admitted).toBe(status);
  });

  it('is told what to do, in a page that names nothing of this machine', async () => {
    const { body, headers } = await ask(running.server, '/', { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body.toString()).toContain('Open the address that the program printed');
    expect(body.toString()).toContain(`${running.server.url}?token=…`);
    expect(body.toString()).not.toMatch(/<script|<b>|static/);
  });

  it('gets the answer of an API server below /api, whatever it would like to read', async () => {
    for (const target of [`${root}/api/v1/nodes`, '/api/plugins/calico-readiness/bytes.js']) {
      const { body, headers } = await ask(running.server, target, { headers: { accept: 'text/html' } });
      expect(headers['content-type']).toBe('application/json');
      expect(JSON.parse(body.toString())).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: 'Unauthorized',
        reason: 'Unauthorized',
        code: 401,
      });
    }
  });

  it('changes nothing', async () => {
    await ask(running.server, `${root}/api/v1/nodes/a`, { method: 'DELETE' });
    await ask(running.server, '/standalone/scenario', { method: 'POST', body: '{"name":"forbidden"}' });
    expect([running.api.store.list(nodeType).length, running.api.scenarioName]).toEqual([1, 'normal']);
  });

  it.each([
    `${root}/api/v1/nodes?watch=true`,
    `${root}/%zz?watch=true`,
    '/',
    '/static/main.js',
    '/standalone/scenario',
  ])('gets no WebSocket: %s', async (target) => {
    for (const [query, headers] of [
      ['', {}],
      [`${target.includes('?') ? '&' : '?'}token=${running.token}`, {}],
      ['', { Cookie: `calico-readiness-${running.server.port}=x` }],
    ] as const) {
      const answer = await handshake(running.server, target + query, headers);
      expect(answer).toMatch(/^HTTP\/1.1 401 Unauthorized\r\n/);
      expect(answer).toContain('Cross-Origin-Resource-Policy: same-origin\r\n');
    }
  });
});

describe('the cookie', () => {
  const port = (): number => running.server.port;
  const value = async (): Promise<string> => (await signIn()).split('=')[1] ?? '';

  it.each<[string, () => Promise<OutgoingHttpHeaders>]>([
    ['is empty', async () => ({ cookie: '' })],
    ['is malformed', async () => ({ cookie: ';=;==;,' })],
    ['has no value', async () => ({ cookie: `calico-readiness-${port()}=` })],
    ['has no name', async () => ({ cookie: await value() })],
    ['has the name of another port', async () => ({ cookie: `calico-readiness-1=${await value()}` })],
    ['holds the token', async () => ({ cookie: `calico-readiness-${port()}=${running.token}` })],
    ['is cut', async () => ({ cookie: (await signIn()).slice(0, -1) })],
    ['is longer', async () => ({ cookie: `${await signIn()}A` })],
    ['is quoted', async () => ({ cookie: `calico-readiness-${port()}="${await value()}"` })],
    ['is in another case', async () => ({ cookie: (await signIn()).toUpperCase() })],
    ['is very long', async () => ({ cookie: `calico-readiness-${port()}=${'x'.repeat(15_000)}` })],
    ['is one of many', async () => ({ cookie: `calico-readiness-${port()}=x; `.repeat(400) })],
    ['stands in another header', async () => ({ authorization: await value(), 'x-cookie': await signIn() })],
    ['is sent as bearer', async () => ({ authorization: `Bearer ${await value()}` })],
  ])('lets nobody in when it %s', async (_how, headers) => {
    expect((await ask(running.server, `${root}/api/v1/nodes`, { headers: await headers() })).status).toBe(401);
  });

  it('lets in among others, of its own name as well', async () => {
    const cookie = `a=b; calico-readiness-${port()}=planted; ${await signIn()}; calico-readiness-1=x`;
    expect((await ask(running.server, '/', { headers: { cookie } })).status).toBe(200);
    const answer = await handshake(running.server, `${root}/api/v1/nodes?watch=true`, { Cookie: cookie });
    expect(answer).toMatch(/^HTTP\/1.1 101 /);
  });

  it('is of no use at another console of the same program', async () => {
    const other = await startTestServer();
    others.push(other);
    const renamed = `calico-readiness-${other.server.port}=${await value()}`;
    for (const cookie of [await signIn(), renamed])
      expect((await ask(other.server, '/', { headers: { cookie } })).status).toBe(401);
  });

  it('ends with the process, with the same token and port as well', async () => {
    const cookie = await signIn();
    const before = running.server.port;
    await running.stop();
    running = await startTestServer(before);
    expect((await ask(running.server, '/', { headers: { cookie } })).status).toBe(401);
    expect((await ask(running.server, '/', { headers: { cookie: await signIn() } })).status).toBe(200);
  });

  it('does not help a page of another origin, nor another name of this address', async () => {
    const cookie = await signIn();
    for (const headers of [{ origin: 'http://127.0.0.1:1' }, { host: 'evil.example' }])
      expect((await ask(running.server, `${root}/api/v1/nodes`, { headers: { cookie, ...headers } })).status).toBe(403);
    const answer = await handshake(running.server, `${root}/api/v1/nodes?watch=true`, {
      Cookie: cookie,
      Origin: 'http://127.0.0.1:1',
    });
    expect(answer).toMatch(/^HTTP\/1.1 403 Forbidden\r\n/);
    expect(answer).toContain('Cross-Origin-Resource-Policy: same-origin\r\n');
  });
});

describe('the token in an address', () => {
  it('is exchanged for a cookie that scripts cannot read, once and again', async () => {
    const cookies = new Set<string>();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const { status, headers, body } = await ask(running.server, `/?token=${running.token}`, { method });
      expect([status, headers.location, body.length]).toEqual([303, '/', 0]);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      cookies.add(String(headers['set-cookie']));
    }
    expect([...cookies]).toEqual([
      expect.stringMatching(
        new RegExp(`^calico-readiness-${running.server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
      ),
    ]);
    expect([...cookies][0]).not.toContain(running.token);
  });

  it.each([
    [
      '/calico-readiness/nodes?whatif=a:B,c:%20d&TOKEN&changed=only',
      '/calico-readiness/nodes?whatif=a:B,c:%20d&TOKEN&changed=only',
    ],
    ['//evil.example/', '/evil.example/'],
    ['/\\evil.example/', '/evil.example/'],
    ['/.//evil.example/', '/evil.example/'],
    ['/a?b=/token=c', '/a?b=/token=c'],
    ['/a?', '/a'],
  ])('leads to the same page and to no other host: %s', async (target, expected) => {
    const { status, headers } = await ask(
      running.server,
      `${target}${target.includes('?') ? '&' : '?'}token=${running.token}`,
    );
    expect([status, headers.location]).toEqual([303, expected]);
  });

  it.each([
    ['wrong', 'token=wrong'],
    ['missing its value', 'token'],
    ['shorter', 'token=the-token-of-the-test'],
    ['longer', 'token=the-token-of-the-testss'],
    ['twice', 'token=the-token-of-the-tests&token=the-token-of-the-tests'],
    ['beside another', 'token=wrong&token=the-token-of-the-tests'],
    ['under another name', 'Token=the-token-of-the-tests'],
    ['very long', `token=${'x'.repeat(15_000)}`],
    ['malformed', 'token=%zz%00'],
    ['many', 'token=x&'.repeat(1500)],
  ])('lets nobody in when it is %s', async (_how, query) => {
    const { status, headers } = await ask(running.server, `/?${query}`);
    expect([status, headers['set-cookie']]).toEqual([401, undefined]);
  });

  it.each([
    ['POST', '/'],
    ['OPTIONS', '/'],
    ['GET', `${root}/api/v1/nodes`],
  ])('opens pages only: %s %s', async (method, target) => {
    expect((await ask(running.server, `${target}?token=${running.token}`, { method })).status).toBe(401);
  });

  it('that is older is taken out of the address of who is known already', async () => {
    const { status, headers } = await ask(running.server, '/a?token=older', { headers: { cookie: await signIn() } });
    expect([status, headers.location, headers['set-cookie']]).toEqual([303, '/a', undefined]);
  });

  it.each(['x'.repeat(20_000), `${'token=x&'.repeat(3000)}`])(
    'without end is refused before it is read',
    async (query) => {
      expect((await ask(running.server, `/?token=${query}`)).status).toBe(431);
    },
  );
});

describe('the token as bearer', () => {
  it('lets programs in', async () => {
    for (const authorization of [running.bearer, running.bearer.replace('Bearer', 'bearer')])
      expect((await ask(running.server, `${root}/api/v1/nodes`, { headers: { authorization } })).status).toBe(200);
  });

  it('lets in the agent of this process with a secret of its own', async () => {
    const { bearer } = running.server.apiAccess;
    expect(bearer).not.toBe(running.token);
    const headers = { authorization: `Bearer ${bearer}` };
    expect((await ask(running.server, `${root}/api/v1/nodes`, { headers })).status).toBe(200);
    expect((await ask(running.server, `/?token=${bearer}`)).status).toBe(401);
  });

  it.each(['', 'Bearer', 'Bearer ', 'Bearer wrong', 'Basic the-token-of-the-tests', 'the-token-of-the-tests'])(
    'lets nobody in as %j',
    async (authorization) => {
      const { status } = await ask(running.server, `${root}/api/v1/nodes`, { headers: { authorization } });
      expect(status).toBe(401);
    },
  );
});
