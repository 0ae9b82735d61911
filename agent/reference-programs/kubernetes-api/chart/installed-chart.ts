import type { KubeConfig } from '../../../src/cluster/kube-config';
import type { Cluster } from '../cluster';
import { kubeConfigFor } from '../kubeconfigs';
import type { KubernetesClient, KubernetesObject } from '../kubernetes-client';
import type { Rendering } from './helm';
import { namespace, render } from './helm';
import { openShift } from './renderings';

/** The collections of the kinds that the chart makes. */
const collections: Readonly<Record<string, string>> = {
  ClusterRole: '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  ClusterRoleBinding: '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
  ConfigMap: `/api/v1/namespaces/${namespace}/configmaps`,
  ConsolePlugin: '/apis/console.openshift.io/v1/consoleplugins',
  ConsoleQuickStart: '/apis/console.openshift.io/v1/consolequickstarts',
  ConsoleYAMLSample: '/apis/console.openshift.io/v1/consoleyamlsamples',
  CustomResourceDefinition: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
  DaemonSet: `/apis/apps/v1/namespaces/${namespace}/daemonsets`,
  Deployment: `/apis/apps/v1/namespaces/${namespace}/deployments`,
  Job: `/apis/batch/v1/namespaces/${namespace}/jobs`,
  Lease: `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`,
  NetworkPolicy: `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`,
  PodDisruptionBudget: `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`,
  PrometheusRule: `/apis/monitoring.coreos.com/v1/namespaces/${namespace}/prometheusrules`,
  Role: `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/roles`,
  RoleBinding: `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/rolebindings`,
  SecurityContextConstraints: '/apis/security.openshift.io/v1/securitycontextconstraints',
  Secret: `/api/v1/namespaces/${namespace}/secrets`,
  Service: `/api/v1/namespaces/${namespace}/services`,
  ServiceMonitor: `/apis/monitoring.coreos.com/v1/namespaces/${namespace}/servicemonitors`,
  ServiceAccount: `/api/v1/namespaces/${namespace}/serviceaccounts`,
  ValidatingAdmissionPolicy: '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies',
  ValidatingAdmissionPolicyBinding: '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings',
};

/** Where an object of the chart is in the API; undefined for a kind that the list above does not have. */
export function pathOf({ kind, metadata }: KubernetesObject): string | undefined {
  const collection = collections[kind ?? ''];
  return collection === undefined ? undefined : `${collection}/${metadata.name}`;
}

const applied = (client: KubernetesClient, body: KubernetesObject): Promise<KubernetesObject> =>
  client.do('PATCH', `${pathOf(body) ?? ''}?fieldManager=helm&fieldValidation=Strict`, {
    body,
    contentType: 'application/apply-patch+yaml',
  });

/** Makes the namespace of the release, unless it is there. */
export async function makeNamespace(client: KubernetesClient): Promise<void> {
  if ((await client.get(`/api/v1/namespaces/${namespace}`)) === undefined) {
    await client.create('/api/v1/namespaces', { metadata: { name: namespace } });
  }
}

/** What of the chart decides who may do what: accounts and rights. */
const rightsIn = (rendering: Rendering): readonly KubernetesObject[] =>
  render(rendering).filter(({ kind }) =>
    ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'].includes(kind ?? ''),
  );
const rightsOfChart = rightsIn(openShift);
const policiesOfChart = render(openShift).filter(({ kind }) => kind?.startsWith('ValidatingAdmissionPolicy'));

/** Installs that much of the chart, and the policies of admission, which are in force some moments later. */
export async function installRights(client: KubernetesClient, rendering?: Rendering): Promise<void> {
  await makeNamespace(client);
  const rights = rendering === undefined ? rightsOfChart : rightsIn(rendering);
  for (const object of [...rights, ...policiesOfChart]) await applied(client, object);
}

/** Takes it away, but for the namespace, which nobody here would clean up. */
export async function removeRights(client: KubernetesClient): Promise<void> {
  for (const object of [...policiesOfChart, ...rightsOfChart].reverse()) await client.remove(pathOf(object) ?? '');
}

/** The rules of a ClusterRole of the chart. */
export const rulesOf = (name: string): unknown =>
  rightsOfChart.find(({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === name)?.['rules'];

const agentAccount = 'calico-readiness-agent';

/** A token of the agent's account as a kubelet gets it for the agent's pod on a node; without a node as anybody may who can ask for one. */
export async function agentAccess(client: KubernetesClient, cluster: Cluster, node?: string): Promise<KubeConfig> {
  const bound = node === undefined ? {} : { boundObjectRef: await agentPod(client, node) };
  const answer = await client.create(`/api/v1/namespaces/${namespace}/serviceaccounts/${agentAccount}/token`, {
    spec: { expirationSeconds: 600, ...bound },
  });
  return kubeConfigFor(cluster, { user: { token: (answer['status'] as { token: string }).token } });
}

/** A token of the controller's account, as the kubelet gets it for the controller's pod. */
export async function controllerAccess(client: KubernetesClient, cluster: Cluster): Promise<KubeConfig> {
  return kubeConfigFor(cluster, { user: { token: await tokenOf(client, 'calico-readiness-controller') } });
}

/** A token of an account in the namespace of the release. */
export async function tokenOf(client: KubernetesClient, account: string): Promise<string> {
  const answer = await client.create(`/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`, {
    spec: { expirationSeconds: 600 },
  });
  return (answer['status'] as { token: string }).token;
}

/** No kubelet is there to run it: that it is bound to a node is all that a token says of it. */
async function agentPod(client: KubernetesClient, nodeName: string): Promise<object> {
  const pods = `/api/v1/namespaces/${namespace}/pods`;
  const name = `agent-${nodeName}`;
  const { metadata } =
    (await client.get(`${pods}/${name}`)) ??
    (await client.create(pods, {
      metadata: { name },
      spec: { nodeName, serviceAccountName: agentAccount, containers: [{ name: 'agent', image: 'none' }] },
    }));
  return { apiVersion: 'v1', kind: 'Pod', name, uid: metadata.uid };
}

/** Ends the agent's pods at once. */
export const removePods = (client: KubernetesClient): Promise<unknown> =>
  client.do('DELETE', `/api/v1/namespaces/${namespace}/pods?gracePeriodSeconds=0`);
