import type { ClusterReport, ClusterReportStatus, OpenShiftVersion } from '@calico-readiness/requirements';
import { apiGroup, apiVersion, clusterReportName, detectOpenShiftVersion } from '@calico-readiness/requirements';
import type { ApiClient } from '../../cluster/api-client';
import { readClusterVersion } from '../../cluster/read-cluster-objects';
import { found } from '../../publish/api-answers';
import { controllerAsWriter } from '../profile/policy-api';

/** What the controller asks of the API about the ClusterReport. Each rejects with ApiError, or with another error without an answer in time. */
export interface ClusterReportApi {
  /** Undefined when there is none. */
  read(): Promise<ClusterReport | undefined>;
  /** Creates it without a status. */
  create(): Promise<unknown>;
  /** Puts the status in the place of the one that is there. Rejects with ApiError of status 404 when there is no report. */
  replaceStatus(status: ClusterReportStatus): Promise<ClusterReport>;
  /** Rejects with UnreachableError while the API gives no answer. */
  openshiftVersion(): Promise<OpenShiftVersion>;
}

/** The ClusterReportApi of a cluster. */
export function createClusterReportApi(client: ApiClient): ClusterReportApi {
  const path = `/apis/${apiGroup}/${apiVersion}/clusterreports`;
  const one = `${path}/${clusterReportName}`;
  const empty = {
    apiVersion: `${apiGroup}/${apiVersion}`,
    kind: 'ClusterReport',
    metadata: { name: clusterReportName },
  };
  return {
    read: () => found<ClusterReport>(client.get(one)),
    create: () => client.create(path, empty, controllerAsWriter),
    replaceStatus: (status) =>
      client.patch(
        `${one}/status`,
        'json',
        [{ op: 'add', path: '/status', value: status }],
        controllerAsWriter,
      ) as Promise<ClusterReport>,
    openshiftVersion: async () => detectOpenShiftVersion(await readClusterVersion(client)),
  };
}
