import type { ReadinessPolicy, ReadinessPolicyStatus } from '@calico-readiness/requirements';
import { apiGroup, apiVersion, readinessPolicyName } from '@calico-readiness/requirements';
import type { ApiClient } from '../../cluster/api-client';
import { ApiError } from '../../cluster/api-error';
import { found } from '../../publish/api-answers';
import type { WatchExtent } from '../../publish/report-api';
import { watchUntilEnd } from '../../publish/watch-until-end';

/** Who writes, in managedFields and audit logs. */
export const controllerAsWriter = { fieldManager: 'calico-readiness-controller' };

/** What the controller asks of the API about the policy. Each rejects with ApiError, or with another error without an answer in time. */
export interface PolicyApi {
  /** Undefined when there is none. */
  read(): Promise<ReadinessPolicy | undefined>;
  /** Creates it with an empty spec, or reads it where another one has made it meanwhile. */
  create(): Promise<ReadinessPolicy | undefined>;
  /** Puts the status in the place of the one that is there. */
  replaceStatus(status: ReadinessPolicyStatus): Promise<ReadinessPolicy>;
  watch(changed: (policy: unknown) => void, extent: WatchExtent, signal: AbortSignal): Promise<void>;
}

/** The PolicyApi of a cluster. */
export function createPolicyApi(client: ApiClient): PolicyApi {
  const path = `/apis/${apiGroup}/${apiVersion}/readinesspolicies`;
  const one = `${path}/${readinessPolicyName}`;
  const empty = {
    apiVersion: `${apiGroup}/${apiVersion}`,
    kind: 'ReadinessPolicy',
    metadata: { name: readinessPolicyName },
    spec: {},
  };
  const written = (answer: Promise<object>): Promise<ReadinessPolicy> => answer as Promise<ReadinessPolicy>;
  return {
    read: () => found<ReadinessPolicy>(client.get(one)),
    create: async () => {
      try {
        return await written(client.create(path, empty, controllerAsWriter));
      } catch (error) {
        if (error instanceof ApiError && error.status === 409) return found<ReadinessPolicy>(client.get(one));
        throw error;
      }
    },
    replaceStatus: (status) =>
      written(
        client.patch(`${one}/status`, 'json', [{ op: 'add', path: '/status', value: status }], controllerAsWriter),
      ),
    watch: (changed, extent, signal) =>
      watchUntilEnd(client, { path, name: readinessPolicyName, changed, ...extent }, signal),
  };
}
