import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { User } from '@kubernetes/client-node';
import { KubeConfig } from '@kubernetes/client-node';
import { ApiClient } from './api-client';
import { withoutSpaceAroundTokens } from './token-files';

describe('a bearer token', () => {
  let server: Server;
  let directory: string;
  const headers: (string | undefined)[] = [];

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'tokens-'));
    server = createServer((request, response) => {
      headers.push(request.headers.authorization);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"kind":"Node","metadata":{"name":"a"}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    rmSync(directory, { recursive: true });
  });
  beforeEach(() => {
    headers.length = 0;
  });

  const apiOf = (user: Omit<User, 'name'>): ApiClient => {
    const kubeConfig = new KubeConfig();
    const { port } = server.address() as AddressInfo;
    const cluster = { name: 'here', server: `http://127.0.0.1:${String(port)}`, skipTLSVerify: true };
    kubeConfig.loadFromClusterAndUser(cluster, { name: 'agent', ...user });
    return new ApiClient(withoutSpaceAroundTokens(kubeConfig), new AbortController().signal);
  };
  const fileWith = (text: string): string => {
    const file = path.join(directory, 'token');
    writeFileSync(file, text);
    return file;
  };
  const inFile = (tokenFile: string): Omit<User, 'name'> => ({
    authProvider: { name: 'tokenFile', config: { tokenFile } },
  });

  it.each(['secret', 'secret\n', ' secret \r\n'])(
    'in a file that holds %j arrives without its white space',
    async (text) => {
      await apiOf(inFile(fileWith(text))).get('/api/v1/nodes/a');
      expect(headers).toEqual(['Bearer secret']);
    },
  );

  it('in the kubeconfig itself arrives without its white space', async () => {
    await apiOf({ token: 'secret\n' }).get('/api/v1/nodes/a');
    expect(headers).toEqual(['Bearer secret']);
  });

  it('is read again after a minute, as a kubelet renews it, and not before', async () => {
    const api = apiOf(inFile(fileWith('first\n')));
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
    await api.get('/api/v1/nodes/a');
    fileWith('second\n');
    await api.get('/api/v1/nodes/a');
    clock.mockReturnValue(61_001);
    await api.get('/api/v1/nodes/a');
    clock.mockRestore();

    expect(headers).toEqual(['Bearer first', 'Bearer first', 'Bearer second']);
  });

  it('whose file is not there is an error that names the file', async () => {
    await expect(apiOf(inFile(path.join(directory, 'gone'))).get('/api/v1/nodes/a')).rejects.toThrow(/gone/);
  });

  it('is not asked of a user without one', async () => {
    await apiOf({}).get('/api/v1/nodes/a');
    expect(headers).toEqual([undefined]);
  });
});
