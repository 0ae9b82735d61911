import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiServerProgram } from './build-kubernetes-api';
import { CertificateAuthority } from './certificates';
import type { Cluster } from './cluster';
import { KubernetesClient } from './kubernetes-client';
import { freePort, RunningProgram } from './running-program';

export const tokenIssuer = 'https://kubernetes.default.svc';
/** A user with a bearer token that never ends. */
export const staticToken = { token: 'a-token-that-never-ends', user: 'static-user' };

/** The files that a cluster's API server is started with, its certificates among them. */
export async function prepareCluster(directory: string, etcdUrl: string): Promise<Cluster> {
  mkdirSync(directory, { recursive: true });
  const authority = CertificateAuthority.make(directory, 'authority');
  authority.server('server');
  const administrator = authority.client('administrator', ['system:masters']);
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  writeFileSync(join(directory, 'tokens.key'), privateKey);
  writeFileSync(join(directory, 'tokens.csv'), `${staticToken.token},${staticToken.user},1\n`);
  return {
    server: `https://127.0.0.1:${String(await freePort())}`,
    directory,
    etcdUrl,
    authority: authority.pem,
    administrator: {
      certificate: readFileSync(administrator.certificate, 'utf8'),
      key: readFileSync(administrator.key, 'utf8'),
    },
    tokenKey: privateKey,
  };
}

/**
 * Starts the API server of a cluster; resolves when it is ready. Owners of objects are protected as on OpenShift, where
 * that plugin is always on. `options` go on top. Nobody runs what makes a default service account for each namespace, so nobody asks for it.
 */
export async function startApiServer(cluster: Cluster, options: readonly string[] = []): Promise<RunningProgram> {
  const { server, directory, etcdUrl } = cluster;
  const file = (name: string): string => join(directory, name);
  const program = new RunningProgram(
    apiServerProgram,
    [
      `--etcd-servers=${etcdUrl}`,
      // Clusters share an etcd.
      `--etcd-prefix=${directory}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--secure-port=${new URL(server).port}`,
      `--tls-cert-file=${file('server.crt')}`,
      `--tls-private-key-file=${file('server.key')}`,
      `--client-ca-file=${file('authority.crt')}`,
      `--token-auth-file=${file('tokens.csv')}`,
      `--service-account-issuer=${tokenIssuer}`,
      `--service-account-key-file=${file('tokens.key')}`,
      `--service-account-signing-key-file=${file('tokens.key')}`,
      '--service-cluster-ip-range=10.96.0.0/24',
      '--authorization-mode=RBAC',
      '--enable-admission-plugins=OwnerReferencesPermissionEnforcement',
      '--disable-admission-plugins=ServiceAccount',
      '--endpoint-reconciler-type=none',
      // Watches are ended in order; without it an ending server waits a minute for them.
      '--shutdown-watch-termination-grace-period=5s',
      ...options,
    ],
    file('log'),
  );
  const administrator = new KubernetesClient(cluster);
  await program.untilReady(async () => (await administrator.ask('GET', '/readyz')).status === 200);
  return program;
}
