import { readFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import { inject } from 'vitest';
import { ApiAccessTests } from '../../src/cluster/access/api-access-tests';
import { testApiWay } from '../../src/cluster/access/test-api-way';
import { ApiClient } from '../../src/cluster/api-client';
import { ApiLogin } from '../../src/cluster/api-login';
import { CertificateAuthority } from './certificates';
import { reportsPath } from './custom-resources';
import { agentRules, createAccount, requestToken } from './identities';
import { kubeConfigFor } from './kubeconfigs';
import { KubernetesClient } from './kubernetes-client';
import { ObservedAgent, stopAgents } from './observed-agent';

const slices = '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices';
/** TEST-NET-1 (RFC 5737): an API server that nobody reaches. */
const nowhere = '192.0.2.1';

describe('the way of a node to the Kubernetes API', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const service = new URL(cluster.server).host;
  const servers: Server[] = [];
  let token: string;

  const listen = async (server: Server): Promise<string> => {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    return String((server.address() as { port: number }).port);
  };
  const login = async (change: Parameters<typeof kubeConfigFor>[1] = { user: { token } }) =>
    new ApiLogin(await kubeConfigFor(cluster, change), 5_000);
  /** One that is always starting, with a certificate of the cluster. */
  const starting = (): Promise<string> => {
    const { certificate, key } = CertificateAuthority.of(cluster.directory, 'authority').server('starting');
    const files = { cert: readFileSync(certificate), key: readFileSync(key) };
    return listen(createSecureServer(files, (_question, answer) => answer.writeHead(500).end('not yet')));
  };

  beforeAll(async () => {
    await createAccount(client, 'tests-access', agentRules);
    token = await requestToken(client, 'tests-access');
    await client.create(slices, {
      metadata: { name: 'kubernetes' },
      addressType: 'IPv4',
      endpoints: [{ addresses: [nowhere] }],
      ports: [{ name: 'https', port: 6443, protocol: 'TCP' }],
    });
  });
  afterAll(async () => {
    await stopAgents();
    for (const server of servers) server.close();
    await client.remove(`${slices}/kubernetes`);
    await client.remove(`${reportsPath}/tests-access`);
    await client.remove('/api/v1/nodes/tests-access');
  });

  it.each(['service', 'server'] as const)(
    'is ready by the address of a %s, with rights that every account has',
    async (kind) => {
      const way = { kind, address: service };
      expect(await testApiWay(way, await (await login()).login())).toEqual({ ...way, outcome: 'ready' });
    },
  );

  it('tells a token that is not valid, an authority that is another, a closed port, silence, and a server that starts', async () => {
    const silent = await listen(createServer(() => undefined));
    const port = await starting();
    const other = CertificateAuthority.make(cluster.directory, 'another-authority').pem;
    const stranger = await login({
      user: { token },
      cluster: { 'certificate-authority-data': Buffer.from(other).toString('base64') },
    });
    const own = await (await login()).login();
    const nobody = await (await login({ user: { token: 'of-nobody' } })).login();
    const outcome = async (address: string, as = own) => {
      const { outcome: seen, said } = await testApiWay({ kind: 'service', address }, as, 1_000);
      return [seen, said];
    };

    expect(await outcome(service, nobody)).toEqual(['denied', '401']);
    expect((await outcome(service, await stranger.login()))[0]).toBe('other-authority');
    expect(await outcome('127.0.0.1:1')).toEqual(['refused', 'ECONNREFUSED']);
    expect(await outcome(`127.0.0.1:${silent}`)).toEqual(['timed-out', undefined]);
    expect(await outcome(`127.0.0.1:${port}`)).toEqual(['not-ready', '500']);
    expect(await outcome(`127.0.0.2:${port}`)).toEqual(['not-ready', 'ERR_TLS_CERT_ALTNAME_INVALID']);
  });

  it('names the servers that the API itself lists, of which one fails by the third test, and not before', async () => {
    const kubeConfig = await kubeConfigFor(cluster, { user: { token } });
    const api = new ApiClient(kubeConfig, AbortSignal.timeout(60_000));
    let now = 1_767_225_600_000;
    const tests = new ApiAccessTests({ client: api, login: await login(), service, random: () => 0, now: () => now });
    const failing = async (minutes: number) => {
      now += minutes * 60_000;
      await tests.test();
      const { fact } = tests;
      return fact.status === 'observed' ? fact.value.ways.map(({ address, failing: its }) => [address, its]) : fact;
    };
    const untilThen = [
      [service, undefined],
      [`${nowhere}:6443`, undefined],
    ];

    expect(await failing(0)).toEqual(untilThen);
    expect(await failing(2)).toEqual(untilThen);
    expect(await failing(4)).toEqual([
      [service, undefined],
      [`${nowhere}:6443`, true],
    ]);
  }, 40_000);

  it('comes into the report of an agent, whose rights do not list more than that one object', async () => {
    await client.create('/api/v1/nodes', { metadata: { name: 'tests-access' } });
    const kubeConfig = await kubeConfigFor(cluster, { user: { token } });
    const agent = new ObservedAgent(client, kubeConfig, 'tests-access', {
      apiTests: { service },
      random: () => 0,
      observeIntervalSeconds: 0.5,
    });

    await agent.untilReport(({ status }) => {
      const verdicts = new Map(
        status?.findings.map(({ requirement, verdict, reason }) => [requirement, [verdict, reason]]),
      );
      expect(verdicts.get('kubernetes-datastore-available')).toEqual(['Pass', 'DatastoreAnswers']);
      expect(verdicts.get('kube-apiserver-reachable')).toEqual(['Unknown', 'TestedAgain']);
      expect(status?.agentStartedAt).toBe(new Date(performance.timeOrigin).toISOString());
    });
    await expect(new ApiClient(kubeConfig, AbortSignal.timeout(10_000)).get(slices)).rejects.toThrow('cannot list');
  });
});
