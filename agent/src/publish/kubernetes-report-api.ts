import type { KubeConfig, V1Node } from '@kubernetes/client-node';
import { CoreV1Api, CustomObjectsApi, PatchStrategy, setHeaderOptions } from '@kubernetes/client-node';
import type { NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { apiGroup, apiVersion, readinessPolicyName } from '@calico-readiness/requirements';
import { createApiConfiguration } from '../cluster/api-configuration';
import type { NodeIdentity } from './cloud-of-node';
import type { FilledNodeReport } from './node-report';
import type { ReportApi, WatchedKind } from './report-api';
import { answered, found, unlessForbidden } from './api-answers';
import { watchUntilEnd } from './watch-until-end';

const plurals: Readonly<Record<WatchedKind, string>> = {
  NodeReport: 'nodereports',
  ReadinessPolicy: 'readinesspolicies',
};
const resource = (kind: WatchedKind) => ({ group: apiGroup, version: apiVersion, plural: plurals[kind] });

/** Who writes, in managedFields and audit logs. */
const fieldManager = 'calico-readiness-agent';

/**
 * The ReportApi of the cluster that a kubeconfig names. `signal` aborts whatever is under way.
 *
 * A status is written as a JSON patch that adds the whole of it, which takes the place of what is there (RFC 6902, 4.1)
 * and names no resource version: the agent alone owns the status, so that a label which somebody writes meanwhile is no
 * reason to read again. A replacing PUT has to name one for custom resources. Server-side apply would leave in place
 * what another manager put into the status, and a merge patch what is no longer said.
 */
export function createKubernetesReportApi(kubeConfig: KubeConfig, signal: AbortSignal): ReportApi {
  const configuration = createApiConfiguration(kubeConfig, signal);
  const custom = new CustomObjectsApi(configuration);
  const core = new CoreV1Api(configuration);
  const reports = resource('NodeReport');
  const policies = resource('ReadinessPolicy');
  return {
    readReport: (name) => found<NodeReport>(custom.getClusterCustomObject({ ...reports, name })),
    createReport: (report) =>
      answered<NodeReport>(custom.createClusterCustomObject({ ...reports, fieldManager, body: withoutStatus(report) })),
    replaceStatus: ({ metadata: { name }, status }) =>
      answered<NodeReport>(
        custom.patchClusterCustomObjectStatus(
          { ...reports, fieldManager, name, body: [{ op: 'add', path: '/status', value: status }] },
          setHeaderOptions('Content-Type', PatchStrategy.JsonPatch),
        ),
      ),
    patchMetadata: (name, metadata) =>
      answered<NodeReport>(
        custom.patchClusterCustomObject(
          { ...reports, fieldManager, name, body: { metadata } },
          setHeaderOptions('Content-Type', PatchStrategy.MergePatch),
        ),
      ),
    readNode: async (name) => identityOf(await found(core.readNode({ name }))),
    readPolicy: () =>
      unlessForbidden(
        found<ReadinessPolicy>(custom.getClusterCustomObject({ ...policies, name: readinessPolicyName })),
      ),
    watch: (kind, name, changed, watchSignal) =>
      watchUntilEnd(
        kubeConfig,
        { path: `/apis/${apiGroup}/${apiVersion}/${plurals[kind]}`, name, changed },
        watchSignal,
      ),
  };
}

const withoutStatus = ({ apiVersion: version, kind, metadata }: FilledNodeReport): NodeReport => ({
  apiVersion: version,
  kind,
  metadata,
});

function identityOf(node: V1Node | undefined): NodeIdentity | undefined {
  const uid = node?.metadata?.uid;
  const providerID = node?.spec?.providerID;
  return uid === undefined ? undefined : { uid, ...(providerID !== undefined && { providerID }) };
}
