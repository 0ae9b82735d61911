import { createSign } from 'node:crypto';
import type { Cluster } from './cluster';
import { tokenIssuer } from './api-server';
import type { KubernetesClient } from './kubernetes-client';

export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

/** What README.md says that the agent's user needs, and nothing else. */
export const agentRules: readonly Rule[] = [
  { apiGroups: [''], resources: ['nodes'], verbs: ['get'] },
  { apiGroups: ['calicoreadiness.io'], resources: ['nodereports'], verbs: ['get', 'watch', 'create', 'patch'] },
  { apiGroups: ['calicoreadiness.io'], resources: ['nodereports/status'], verbs: ['patch'] },
  { apiGroups: ['calicoreadiness.io'], resources: ['readinesspolicies'], verbs: ['get', 'watch'] },
  {
    apiGroups: ['discovery.k8s.io'],
    resources: ['endpointslices'],
    resourceNames: ['kubernetes'],
    verbs: ['get'],
  },
];

/** The agent's rights without one verb on one resource. */
export const withoutRight = (verb: string, resource: string): readonly Rule[] =>
  agentRules
    .map((rule) => ({
      ...rule,
      verbs: rule.verbs.filter((other) => !(other === verb && rule.resources.includes(resource))),
    }))
    .filter(({ verbs }) => verbs.length > 0);

const rolesPath = '/apis/rbac.authorization.k8s.io/v1/clusterroles';
const bindingsPath = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';
const accountsPath = '/api/v1/namespaces/default/serviceaccounts';

/** Gives the rights to a user; the names of role and binding are his. */
export async function grant(client: KubernetesClient, user: string, rules: readonly Rule[]): Promise<void> {
  const name = user.replaceAll(':', '-');
  await client.create(rolesPath, { metadata: { name }, rules });
  await client.create(bindingsPath, {
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user }],
  });
}

/** Changes the rights that a user was granted. */
export async function grantAnew(client: KubernetesClient, user: string, rules: readonly Rule[]): Promise<void> {
  await client.patch(`${rolesPath}/${user.replaceAll(':', '-')}`, { rules });
}

export const userOfAccount = (account: string): string => `system:serviceaccount:default:${account}`;

/** Makes a service account with these rights. */
export async function createAccount(client: KubernetesClient, account: string, rules: readonly Rule[]): Promise<void> {
  await client.create(accountsPath, { metadata: { name: account } });
  await grant(client, userOfAccount(account), rules);
}

/** Asks the API for a token of a service account, as a kubelet does for a pod. */
export async function requestToken(
  client: KubernetesClient,
  account: string,
  expirationSeconds = 600,
): Promise<string> {
  const answer = await client.create(`${accountsPath}/${account}/token`, { spec: { expirationSeconds } });
  return (answer['status'] as { token: string }).token;
}

/** A token of a service account that the API itself could have signed, and that ended an hour ago. */
export async function expiredToken(client: KubernetesClient, cluster: Cluster, account: string): Promise<string> {
  const { metadata } = await client.do('GET', `${accountsPath}/${account}`);
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: tokenIssuer,
    aud: [tokenIssuer],
    sub: userOfAccount(account),
    iat: now - 7200,
    nbf: now - 7200,
    exp: now - 3600,
    'kubernetes.io': { namespace: 'default', serviceaccount: { name: account, uid: metadata.uid } },
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(cluster.tokenKey, 'base64url')}`;
}
