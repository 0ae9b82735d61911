import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { staticToken } from './api-server';
import type { Certificate } from './certificates';
import { CertificateAuthority, serverName } from './certificates';
import { reportsPath } from './custom-resources';
import { agentRules, createAccount, expiredToken, grant, requestToken } from './identities';
import type { Access } from './kubeconfigs';
import { kubeConfigFor, reportApiOf } from './kubeconfigs';
import { KubernetesClient } from './kubernetes-client';
import { aWhile, ObservedAgent, stopAgents } from './observed-agent';
import type { Tunnel } from './tunnels';
import { startProxy, startRelay } from './tunnels';

const nodesPath = '/api/v1/nodes';

describe('a kubeconfig', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const account = 'by-kubeconfig';
  const nodeName = 'of-kubeconfigs';
  let directory: string;
  let token: string;
  let proxy: Tunnel;
  let relay: Tunnel;
  let nodeUid: string | undefined;

  const file = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  const pem = (path: string): string => readFileSync(path).toString('base64');
  /** Of an authority that the API trusts. */
  let ownCertificate: Certificate;
  let foreign: CertificateAuthority;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'kubeconfigs-'));
    foreign = CertificateAuthority.make(directory, 'foreign');
    nodeUid = (await client.create(nodesPath, { metadata: { name: nodeName } })).metadata.uid;
    await createAccount(client, account, agentRules);
    token = await requestToken(client, account);
    await grant(client, staticToken.user, agentRules);
    await grant(client, 'by-certificate', agentRules);
    ownCertificate = CertificateAuthority.of(cluster.directory, 'authority').client('by-certificate');
    proxy = await startProxy();
    relay = await startRelay(Number(new URL(cluster.server).port));
  });
  afterAll(async () => {
    await proxy.stop();
    await relay.stop();
    rmSync(directory, { recursive: true });
    await client.remove(`${reportsPath}/${nodeName}`);
    await client.remove(`${nodesPath}/${nodeName}`);
  });

  afterEach(stopAgents);

  /** Asks for the Node, and begins a watch of its report, with what a kubeconfig says. */
  const uses = async (access: Access): Promise<{ readonly uid: string | undefined; readonly watched: number }> => {
    const ending = new AbortController();
    const api = reportApiOf(await kubeConfigFor(cluster, access), ending.signal);
    try {
      const node = await api.readNode(nodeName);
      let watched = 0;
      const watching = api.watch(
        'NodeReport',
        nodeName,
        () => {
          watched += 1;
        },
        { seconds: 60 },
        ending.signal,
      );
      await vi.waitFor(() => expect(watched).toBeGreaterThan(0), { timeout: 10_000, interval: 20 });
      ending.abort();
      await watching;
      return { uid: node?.uid, watched };
    } finally {
      ending.abort();
    }
  };
  const script = (name: string, credential: object): string => {
    const path = file(name, `#!/bin/sh\ncat <<'END'\n${JSON.stringify(credential)}\nEND\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const credential = (status: object) => ({
    apiVersion: 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    status,
  });
  const plugin = (command: string) => ({
    exec: { apiVersion: 'client.authentication.k8s.io/v1', command, interactiveMode: 'Never' },
  });

  describe('lets an agent in', () => {
    beforeAll(async () => {
      // A watch of what is not there says nothing.
      await client.create(reportsPath, {
        apiVersion: 'calicoreadiness.io/v1alpha1',
        kind: 'NodeReport',
        metadata: { name: nodeName },
      });
    });

    it.each<[string, () => Access]>([
      ['a bearer token', () => ({ user: { token: staticToken.token } })],
      ['the token of a service account', () => ({ user: { token } })],
      ['a token file', () => ({ user: { tokenFile: file('token', `${token}\n`) } })],
      [
        'a client certificate in it',
        () => ({
          user: {
            'client-certificate-data': pem(ownCertificate.certificate),
            'client-key-data': pem(ownCertificate.key),
          },
        }),
      ],
      [
        'a client certificate in files',
        () => ({ user: { 'client-certificate': ownCertificate.certificate, 'client-key': ownCertificate.key } }),
      ],
      [
        'the authority in a file',
        () => ({
          cluster: {
            'certificate-authority-data': undefined,
            'certificate-authority': join(cluster.directory, 'authority.crt'),
          },
          user: { token },
        }),
      ],
      [
        'no authority and no wish to check',
        () => ({
          cluster: { 'certificate-authority-data': undefined, 'insecure-skip-tls-verify': true },
          user: { token },
        }),
      ],
      ['a plugin that gives a token', () => ({ user: plugin(script('token-plugin', credential({ token }))) })],
      [
        'a plugin that gives a certificate',
        () => ({
          user: plugin(
            script(
              'certificate-plugin',
              credential({
                clientCertificateData: readFileSync(ownCertificate.certificate, 'utf8'),
                clientKeyData: readFileSync(ownCertificate.key, 'utf8'),
              }),
            ),
          ),
        }),
      ],
      [
        'the name of a server at another address',
        () => ({ cluster: { server: `https://${relay.address}`, 'tls-server-name': serverName }, user: { token } }),
      ],
    ])('with %s', async (_, access) => {
      expect((await uses(access())).uid).toBe(nodeUid);
    });

    it('with a proxy, through which everything goes', async () => {
      const before = proxy.connections();
      expect((await uses({ cluster: { 'proxy-url': `http://${proxy.address}` }, user: { token } })).uid).toBe(nodeUid);
      expect(proxy.connections() - before).toBeGreaterThanOrEqual(2);
    });

    it('with a token file that is renewed', async () => {
      const access = { user: { tokenFile: file('renewed', 'a-token-of-nobody\n') } };
      const ending = new AbortController();
      const api = reportApiOf(await kubeConfigFor(cluster, access), ending.signal);
      await expect(api.readNode(nodeName)).rejects.toMatchObject({ status: 401 });
      file('renewed', `${await requestToken(client, account)}\n`);
      const now = performance.now();
      const clock = vi.spyOn(performance, 'now').mockReturnValue(now + 61_000);
      try {
        expect((await api.readNode(nodeName))?.uid).toBe(nodeUid);
      } finally {
        clock.mockRestore();
        ending.abort();
      }
    });
  });

  const unaccepted = 'The API does not accept the token or the certificate of the agent; trying again';
  const untrusted = 'The agent does not trust the certificate of the API';
  const noLogin = 'The agent cannot get its credentials';
  const forbidden = 'The API does not permit the agent to read its Node or to write its NodeReport; trying again';

  it.each<[string, string, () => Access | Promise<Access>]>([
    ['a token that nobody gave', unaccepted, () => ({ user: { token: 'a-token-of-nobody' } })],
    [
      'a token that has expired',
      unaccepted,
      async () => ({ user: { token: await expiredToken(client, cluster, account) } }),
    ],
    [
      'a client certificate of another authority',
      unaccepted,
      () => {
        const { certificate, key } = foreign.client('by-certificate');
        return { user: { 'client-certificate': certificate, 'client-key': key } };
      },
    ],
    ['a user who has nothing to log in with', forbidden, () => ({ user: {} })],
    ['no user', forbidden, () => ({})],
    ['a token file that is not there', noLogin, () => ({ user: { tokenFile: join(directory, 'none') } })],
    [
      'a certificate that is not there',
      noLogin,
      () => ({ user: { 'client-certificate': '/none', 'client-key': '/none' } }),
    ],
    ['a plugin that is not there', noLogin, () => ({ user: plugin(join(directory, 'none')) })],
    ['a plugin that fails', noLogin, () => ({ user: plugin('false') })],
    [
      'another authority than the API has',
      untrusted,
      () => ({
        cluster: { 'certificate-authority-data': Buffer.from(foreign.pem).toString('base64') },
        user: { token },
      }),
    ],
    ['no authority', untrusted, () => ({ cluster: { 'certificate-authority-data': undefined }, user: { token } })],
    [
      'an address that the certificate does not name',
      untrusted,
      () => ({ cluster: { server: `https://${relay.address}` }, user: { token } }),
    ],
  ])('with %s keeps the agent out, whose log says why', async (_, sentence, access) => {
    const agent = new ObservedAgent(client, await kubeConfigFor(cluster, await access()), nodeName);
    await agent.untilLogged(sentence);
    await aWhile(100);

    expect(JSON.stringify(agent.lines)).not.toContain(token);
    expect(agent.warnings.filter((warning) => warning.includes('defect'))).toEqual([]);
  });
});
