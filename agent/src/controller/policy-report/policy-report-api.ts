import { apiGroup, apiVersion, clusterReportName } from '@calico-readiness/requirements';
import type { ApiClient } from '../../cluster/api-client';
import { isRecord } from '../../publish/carried-on';
import { found } from '../../publish/api-answers';
import { controllerAsWriter } from '../profile/policy-api';
import type { PolicyReport } from './policy-report';
import { reportSource } from './policy-result';

/** A kind that reports on a whole cluster can have. */
export interface PolicyReportKind {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly kind: string;
}

/** The first that the cluster has counts: OpenReports has taken the place of the other. */
const kinds: readonly PolicyReportKind[] = [
  { group: 'openreports.io', version: 'v1alpha1', plural: 'clusterreports', kind: 'ClusterReport' },
  { group: 'wgpolicyk8s.io', version: 'v1alpha2', plural: 'clusterpolicyreports', kind: 'ClusterPolicyReport' },
];

/** The name of the report, also in the role of the controller. */
const policyReportName = 'calico-readiness';

/** What the API is asked. Each rejects with ApiError, or with another error without an answer in time. */
export interface PolicyReportApi {
  /** Undefined where the cluster has no such API. */
  kind(): Promise<PolicyReportKind | undefined>;
  /** Puts the report in the place of the one that is there. It goes with our ClusterReport of that uid. */
  write(kind: PolicyReportKind, report: PolicyReport, ownerUid: string): Promise<void>;
}

/** The PolicyReportApi of a cluster. */
export function createPolicyReportApi(client: ApiClient): PolicyReportApi {
  return {
    kind: async () => {
      for (const kind of kinds) if (await isServed(client, kind)) return kind;
      return undefined;
    },
    write: async ({ group, version, plural, kind }, report, uid) => {
      await client.patch(
        `/apis/${group}/${version}/${plural}/${policyReportName}`,
        'apply',
        {
          apiVersion: `${group}/${version}`,
          kind,
          metadata: {
            name: policyReportName,
            labels: { 'app.kubernetes.io/managed-by': reportSource },
            ownerReferences: [
              { apiVersion: `${apiGroup}/${apiVersion}`, kind: 'ClusterReport', name: clusterReportName, uid },
            ],
          },
          ...(group === 'openreports.io' && { source: reportSource }),
          ...report,
        },
        { ...controllerAsWriter, force: 'true' },
      );
    },
  };
}

async function isServed(client: ApiClient, { group, version, plural }: PolicyReportKind): Promise<boolean> {
  const list = await found<{ readonly resources?: unknown }>(client.get(`/apis/${group}/${version}`));
  const resources: readonly unknown[] = Array.isArray(list?.resources) ? list.resources : [];
  return resources.filter(isRecord).some(({ name }) => name === plural);
}
