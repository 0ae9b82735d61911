import type { CalicoResources } from '@calico-readiness/requirements';
import type { ApiClient } from '../api-client';
import { ApiError } from '../api-error';

/** Where Calico's own resources are served: its definitions, and the API server of its own (docs.tigera.io, Calico API server). */
const groups = ['/apis/crd.projectcalico.org/v1', '/apis/projectcalico.org/v3'] as const;
const ownObject = '/apis/crd.projectcalico.org/v1/clusterinformations/default';
const reviews = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const attributes = {
  ...{ verb: 'get', group: 'crd.projectcalico.org', version: 'v1' },
  ...{ resource: 'clusterinformations', name: 'default' },
};

/** Whether the API serves Calico's resources, and gives one to this node where it may have it. Never rejects. */
export async function calicoResourcesOf(client: Pick<ApiClient, 'get' | 'create'>): Promise<CalicoResources> {
  try {
    const served = await Promise.all(groups.map((group) => isThere(client, group)));
    if (!served.includes(true)) return 'absent';
    return served[0] === true && (await mayRead(client)) && (await isThere(client, ownObject)) ? 'read' : 'served';
  } catch {
    return 'unknown';
  }
}

/** Rejects where the API does not tell. */
async function isThere(client: Pick<ApiClient, 'get'>, path: string): Promise<boolean> {
  try {
    await client.get(path);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return false;
    throw error;
  }
}

/** Asks first, so that no audit log has a refused request every quarter of an hour. */
async function mayRead(client: Pick<ApiClient, 'create'>): Promise<boolean> {
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview' };
  const answer = await client.create(reviews, { ...review, spec: { resourceAttributes: attributes } }, {});
  return (answer as { readonly status?: { readonly allowed?: unknown } }).status?.allowed === true;
}
