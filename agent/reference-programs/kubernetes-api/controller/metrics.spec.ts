import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { CertificateAuthority } from '../certificates';
import { controllerAccess, installRights, removeRights, tokenOf } from '../chart/installed-chart';
import { policiesPath, reportsPath } from '../custom-resources';
import { createAccount, requestToken } from '../identities';
import { KubernetesClient } from '../kubernetes-client';
import { eventually } from '../observed-agent';
import { freePort } from '../running-program';
import { ObservedController, stopControllers } from './observed-controller';
import { goldenStatus, makeNode, nodesPath, writeReport } from './reported-nodes';

const rolesPath = '/apis/rbac.authorization.k8s.io/v1/clusterroles';
const bindingsPath = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';
const [scraper, stranger, nodeName] = ['metrics-scraper', 'metrics-stranger', 'measured-node'];

describe('the metrics of a controller', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  let directory: string;
  let port: number;
  let authority: string;
  let controller: ObservedController;

  const ask = (token?: string, path = '/metrics', ca = authority): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const asked = request({ host: '127.0.0.1', port, path, ca, headers, agent: false }, (answer) => {
        let body = '';
        answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      });
      asked.on('error', reject);
      asked.end();
    });
  /** Puts a certificate of a new authority where the controller looks for it, as a Secret that is renewed does. */
  const renew = (name: string): void => {
    const made = CertificateAuthority.make(directory, name);
    const { certificate, key } = made.server(`${name}-server`);
    renameSync(key, join(directory, 'tls.key'));
    renameSync(certificate, join(directory, 'tls.crt'));
    authority = made.pem;
  };

  beforeAll(async () => {
    await installRights(client);
    directory = mkdtempSync(join(tmpdir(), 'metrics-'));
    renew('first');
    port = await freePort();
    for (const account of [scraper, stranger]) await createAccount(client, account, []);
    await client.create(rolesPath, {
      metadata: { name: 'scrape' },
      rules: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }],
    });
    await client.create(bindingsPath, {
      metadata: { name: 'scrape' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'scrape' },
      subjects: [{ kind: 'ServiceAccount', name: scraper, namespace: 'default' }],
    });
    const nodeUID = await makeNode(client, nodeName);
    await writeReport(client, nodeName, goldenStatus('rhel-9.4-firewalld'), { nodeUID });
    controller = new ObservedController(await controllerAccess(client, cluster), {
      metrics: { host: '127.0.0.1', port, certificate: join(directory, 'tls.crt'), key: join(directory, 'tls.key') },
    });
  });
  afterAll(async () => {
    await stopControllers(client);
    await client.remove(`${policiesPath}/cluster`);
    await client.remove(`${nodesPath}/${nodeName}`);
    await client.remove(`${reportsPath}/${nodeName}`);
    for (const path of [rolesPath, bindingsPath]) await client.remove(`${path}/scrape`);
    await removeRights(client);
    rmSync(directory, { recursive: true });
  });

  it('are told to who may get /metrics, with no name of a node', async () => {
    const token = await requestToken(client, scraper);
    const { body } = await eventually(async () => {
      const answer = await ask(token);
      expect(answer.status).toBe(200);
      expect(answer.body).toContain('calico_readiness_nodes{verdict="NotReady"} 1');
      return answer;
    });

    expect(body).toContain('calico_readiness_findings{requirement="firewalld-disabled",verdict="Fail"} 1');
    expect(body).toContain('calico_readiness_controller_leader 1');
    expect(body).toContain('calico_readiness_policy_accepted 1');
    expect(body).toContain('calico_readiness_profile_detected 1');
    expect(body).toContain('# TYPE calico_readiness_failing_flow_pairs gauge');
    expect(body).toMatch(/calico_readiness_oldest_report_age_seconds \d/);
    expect(body).toMatch(/controller_reconciles_total\{what="report",outcome="success"\} \d/);
    expect(body).not.toContain(nodeName);
    expect(controller.warnings).toEqual([]);
  });

  it.each<[string, () => Promise<string | undefined>, number]>([
    ['nobody', () => Promise.resolve(undefined), 401],
    ['a token of nobody', () => Promise.resolve('a-token-of-nobody'), 401],
    ['what is no token', () => Promise.resolve('a b'), 401],
    ['who may not get them', () => requestToken(client, stranger), 403],
    ['an agent', () => tokenOf(client, 'calico-readiness-agent'), 403],
  ])('are not told to %s', async (_who, token, status) => {
    expect(await ask(await token())).toEqual({ status, body: '' });
  });

  it('are nowhere else, and nothing is said without TLS', async () => {
    expect((await ask(await requestToken(client, scraper), '/')).status).toBe(404);
    await expect(
      new Promise((resolve, reject) => {
        requestPlain({ host: '127.0.0.1', port, path: '/metrics' }, resolve).on('error', reject).end();
      }),
    ).rejects.toThrow();
  });

  it('come with the certificate that was put in the place of the first', async () => {
    const before = authority;
    renew('second');
    const token = await requestToken(client, scraper);
    await eventually(async () => expect((await ask(token)).status).toBe(200));

    await expect(ask(token, '/metrics', before)).rejects.toThrow();
  });
});
