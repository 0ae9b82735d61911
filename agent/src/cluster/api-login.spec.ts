import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createPlainServer } from 'node:http';
import type { Server } from 'node:https';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TLSSocket } from 'node:tls';
import type { KeyPair } from '../../test/tls-files';
import { isOpensslMissing, TestAuthority } from '../../test/tls-files';
import { ApiClient } from './api-client';
import { kubeConfigOfFile } from './kube-config';

interface SeenRequest {
  readonly authorization: string | undefined;
  readonly clientName: string | undefined;
  readonly isSessionReused: boolean;
}

describe.skipIf(isOpensslMissing)('a login to an API with TLS', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'api-login-'));
  let authority: TestAuthority;
  let pair: KeyPair;
  let server: Server;
  const seen: SeenRequest[] = [];

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const socket = request.socket as TLSSocket;
    const subject = socket.getPeerCertificate().subject as { readonly CN?: string } | undefined;
    seen.push({
      authorization: request.headers.authorization,
      clientName: subject?.CN,
      isSessionReused: socket.isSessionReused(),
    });
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"kind":"Node"}');
  };
  const portOf = (of: { address(): unknown }): string => String((of.address() as AddressInfo).port);

  beforeAll(() => {
    authority = new TestAuthority(directory);
  });
  beforeEach(() => {
    seen.length = 0;
    pair = authority.issue('server', 'IP:127.0.0.1');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  const file = (name: string, text: string): string => {
    writeFileSync(path.join(directory, name), text);
    return path.join(directory, name);
  };
  /** A client of the server, with these fields of cluster and user in its kubeconfig. */
  const clientWith = async (cluster: object, user?: object): Promise<ApiClient> => {
    const { key, cert } = pair;
    server = createServer(
      { key, cert, ca: authority.authority.cert, requestCert: true, rejectUnauthorized: false },
      answer,
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const kubeconfig = {
      clusters: [{ name: 'c', cluster: { server: `https://127.0.0.1:${portOf(server)}`, ...cluster } }],
      users: user === undefined ? [] : [{ name: 'u', user }],
      contexts: [{ name: 'x', context: { cluster: 'c', ...(user !== undefined && { user: 'u' }) } }],
      'current-context': 'x',
    };
    return new ApiClient(
      await kubeConfigOfFile(file('kubeconfig', JSON.stringify(kubeconfig))),
      new AbortController().signal,
    );
  };
  const get = (api: ApiClient): Promise<object> => api.get('/api/v1/nodes/a');
  /** The file that the authority writes. */
  const trusted = { 'certificate-authority': path.join(directory, 'ca.crt') };
  const inBase64 = (text: string): string => Buffer.from(text).toString('base64');

  it('trusts the authority of the kubeconfig, with a user and without one', async () => {
    await get(await clientWith(trusted, {}));
    server.close();
    await get(await clientWith({ 'certificate-authority-data': inBase64(authority.authority.cert) }));

    expect(seen).toMatchObject([{ authorization: undefined }, { authorization: undefined }]);
  });

  it('trusts no other, unless the kubeconfig says so', async () => {
    await expect(get(await clientWith({}, {}))).rejects.toMatchObject({ code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    server.close();
    await get(await clientWith({ 'insecure-skip-tls-verify': true }, {}));

    expect(seen).toHaveLength(1);
  });

  it('wants the name of the server in its certificate, or that which the kubeconfig names', async () => {
    pair = authority.issue('named', 'DNS:api.example.com');
    await expect(get(await clientWith(trusted, {}))).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    server.close();
    await get(await clientWith({ ...trusted, 'tls-server-name': 'api.example.com' }, {}));

    expect(seen).toHaveLength(1);
  });

  it('shows a client certificate, and a renewed one as soon as it is on the disk', async () => {
    const { keyFile, certFile } = authority.issue('first', 'DNS:first');
    const api = await clientWith(trusted, { 'client-certificate': certFile, 'client-key': keyFile });
    await get(api);
    const client = authority.issue('worker-1', 'DNS:worker-1');
    writeFileSync(keyFile, client.key);
    writeFileSync(certFile, client.cert);
    await get(api);

    expect(seen.map(({ clientName }) => clientName)).toEqual(['first', 'worker-1']);
  });

  it('takes up the TLS session of the last request, as long as it shows the same', async () => {
    const api = await clientWith(trusted, { token: 'secret' });
    await get(api);
    await get(api);

    expect(seen.map(({ isSessionReused }) => isSessionReused)).toEqual([false, true]);
  });

  it('sends a bearer token, and a name with its password', async () => {
    await get(await clientWith(trusted, { token: 'secret\n' }));
    server.close();
    await get(await clientWith(trusted, { username: 'admin', password: 'pass' }));

    expect(seen.map(({ authorization }) => authorization)).toEqual([
      'Bearer secret',
      `Basic ${inBase64('admin:pass')}`,
    ]);
  });

  it('asks the program of the kubeconfig, once for requests that begin together', async () => {
    const credential = { kind: 'ExecCredential', status: { token: 'of-program' } };
    const log = path.join(directory, 'calls');
    const program = file('login', `#!/bin/sh\necho called >> ${log}\necho '${JSON.stringify(credential)}'\n`);
    chmodSync(program, 0o755);
    const api = await clientWith(trusted, { exec: { command: program, args: [] } });
    await Promise.all([get(api), get(api), get(api)]);

    expect(seen.map(({ authorization }) => authorization)).toEqual([
      'Bearer of-program',
      'Bearer of-program',
      'Bearer of-program',
    ]);
    expect(readFileSync(log, 'utf8')).toBe('called\n');
  });

  it('tells what a program that fails says', async () => {
    const program = file('login', '#!/bin/sh\necho "no ticket" >&2\nexit 1\n');
    chmodSync(program, 0o755);
    await expect(get(await clientWith(trusted, { exec: { command: program } }))).rejects.toThrow('no ticket');
  });

  it('goes through the proxy of the kubeconfig', async () => {
    const tunnels: string[] = [];
    const proxy = createPlainServer();
    proxy.on('connect', ({ url = '', headers }: IncomingMessage, socket: Socket) => {
      tunnels.push(`${url} ${headers['proxy-authorization'] ?? ''}`);
      const onward = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const api = await clientWith({ ...trusted, 'proxy-url': `http://user:pass@127.0.0.1:${portOf(proxy)}` }, {});
    await get(api);
    proxy.close();

    expect(seen).toHaveLength(1);
    expect(tunnels).toEqual([`127.0.0.1:${portOf(server)} Basic ${inBase64('user:pass')}`]);
  });
});
