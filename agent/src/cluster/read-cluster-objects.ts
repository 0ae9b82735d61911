import type { ClusterObject, ClusterObjects } from '@calico-readiness/requirements';
import { absentObject, foundObject, unreadableObject } from '@calico-readiness/requirements';
import { errorText } from '../foundation/agent-log';
import type { ApiClient } from './api-client';
import { ApiError } from './api-error';
import { AnswerTooLargeError } from './bounded-http';

/** The API gave no answer at all: wrong address, no network, a certificate that is not trusted. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Where a resource of Calico can be: as the operator stores it, or where Calico's own API is. The first that has it counts. */
const calicoGroups = [
  { group: 'crd.projectcalico.org', version: 'v1' },
  { group: 'projectcalico.org', version: 'v3' },
] as const;

/**
 * Reads, and only reads, the objects that tell Calico's configuration from a cluster. What may not be read or fails is
 * `unreadable`. Rejects with UnreachableError when the API gives no answer.
 */
export async function readClusterObjects(client: ApiClient): Promise<ClusterObjects> {
  const one = (group: string, version: string, plural: string, name: string) =>
    answerOf(client.get(`/apis/${group}/${version}/${plural}/${name}`));
  const calicoOne = (plural: string) => inEitherGroup(({ group, version }) => one(group, version, plural, 'default'));
  const [
    installation,
    ipPools,
    felixConfigurations,
    bgpConfiguration,
    bgpConfigurations,
    clusterInformation,
    networkConfig,
    networkOperator,
    kubeProxyConfig,
  ] = await Promise.all([
    one('operator.tigera.io', 'v1', 'installations', 'default'),
    calicoList(client, 'ippools'),
    calicoList(client, 'felixconfigurations'),
    calicoOne('bgpconfigurations'),
    calicoList(client, 'bgpconfigurations'),
    calicoOne('clusterinformations'),
    one('config.openshift.io', 'v1', 'networks', 'cluster'),
    one('operator.openshift.io', 'v1', 'networks', 'cluster'),
    answerOf(client.get('/api/v1/namespaces/openshift-kube-proxy/configmaps/proxy-config')),
  ]);
  return {
    installation,
    ipPools,
    felixConfigurations,
    bgpConfiguration,
    bgpConfigurations,
    clusterInformation,
    networkConfig,
    networkOperator,
    kubeProxyConfig,
  };
}

/** The list of all BGPPeers, for the controller: agents need no right to it. Rejects as the above. */
export const readBgpPeerList = (client: ApiClient): Promise<ClusterObject> => calicoList(client, 'bgppeers');

const calicoList = (client: ApiClient, plural: string): Promise<ClusterObject> =>
  inEitherGroup(({ group, version }) => answerOf(client.get(`/apis/${group}/${version}/${plural}`)));

/** The version of OpenShift; absent on another Kubernetes. Rejects as the above. */
export const readClusterVersion = (client: ApiClient): Promise<ClusterObject> =>
  answerOf(client.get('/apis/config.openshift.io/v1/clusterversions/version'));

/** What the first group that has it says; an empty list or a refusal of one group does not hide what the other has. */
async function inEitherGroup(
  read: (place: (typeof calicoGroups)[number]) => Promise<ClusterObject>,
): Promise<ClusterObject> {
  const [stored, served] = await Promise.all([read(calicoGroups[0]), read(calicoGroups[1])]);
  const [first, second] = hasContent(stored) || !hasContent(served) ? [stored, served] : [served, stored];
  return first.status === 'absent' ? second : first;
}

function hasContent(read: ClusterObject): boolean {
  if (read.status !== 'found') return false;
  const { object } = read;
  return !(
    typeof object === 'object' &&
    object !== null &&
    'items' in object &&
    Array.isArray(object.items) &&
    object.items.length === 0
  );
}

/** Status codes of the API in words that follow "cannot be read". */
const reasons: Readonly<Record<number, string>> = { 401: 'not logged in', 403: 'forbidden' };

async function answerOf(answer: Promise<unknown>): Promise<ClusterObject> {
  try {
    return foundObject(await answer);
  } catch (error) {
    if (error instanceof ApiError) {
      const { status } = error;
      return status === 404 ? absentObject : unreadableObject(reasons[status] ?? `HTTP status ${String(status)}`);
    }
    if (error instanceof AnswerTooLargeError) return unreadableObject('answer too large');
    if (error instanceof Error && error.name === 'AbortError') return unreadableObject('no answer in time');
    throw new UnreachableError(errorText(error), { cause: error });
  }
}
