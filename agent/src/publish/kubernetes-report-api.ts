import type { KubeConfig } from '@kubernetes/client-node';
import {
  ApiException,
  CoreV1Api,
  CustomObjectsApi,
  PatchStrategy,
  setHeaderOptions,
  Watch,
} from '@kubernetes/client-node';
import type { NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { apiGroup, apiVersion, readinessPolicyName } from '@calico-readiness/requirements';
import { createApiConfiguration } from '../cluster/api-configuration';
import type { FilledNodeReport } from './node-report';
import type { ReportApi, WatchedKind } from './report-api';
import { ApiError } from './report-api';
import { watchUntilEnd } from './watch-until-end';

const plurals: Readonly<Record<WatchedKind, string>> = {
  NodeReport: 'nodereports',
  ReadinessPolicy: 'readinesspolicies',
};
const resource = (kind: WatchedKind) => ({ group: apiGroup, version: apiVersion, plural: plurals[kind] });

/** Who writes, in managedFields and audit logs. */
const fieldManager = 'calico-readiness-agent';

/** The ReportApi of the cluster that a kubeconfig names. `signal` aborts whatever is under way. */
export function createKubernetesReportApi(kubeConfig: KubeConfig, signal: AbortSignal): ReportApi {
  const configuration = createApiConfiguration(kubeConfig, signal);
  const custom = new CustomObjectsApi(configuration);
  const core = new CoreV1Api(configuration);
  const reports = resource('NodeReport');
  const policies = resource('ReadinessPolicy');
  const watcher = new Watch(kubeConfig);
  return {
    readReport: (name) => found<NodeReport>(custom.getClusterCustomObject({ ...reports, name })),
    createReport: (report) =>
      answered<NodeReport>(custom.createClusterCustomObject({ ...reports, fieldManager, body: withoutStatus(report) })),
    replaceStatus: (report) =>
      answered<NodeReport>(
        custom.replaceClusterCustomObjectStatus({ ...reports, fieldManager, name: report.metadata.name, body: report }),
      ),
    patchMetadata: ({ metadata: { name, labels, ownerReferences } }) =>
      answered<NodeReport>(
        custom.patchClusterCustomObject(
          {
            ...reports,
            fieldManager,
            name,
            body: { metadata: { labels, ...(ownerReferences && { ownerReferences }) } },
          },
          setHeaderOptions('Content-Type', PatchStrategy.MergePatch),
        ),
      ),
    readNodeUID: async (name) => (await found(core.readNode({ name })))?.metadata?.uid,
    readPolicy: () => found<ReadinessPolicy>(custom.getClusterCustomObject({ ...policies, name: readinessPolicyName })),
    watch: (kind, name, changed, watchSignal) =>
      watchUntilEnd(watcher, `/apis/${apiGroup}/${apiVersion}/${plurals[kind]}`, name, changed, watchSignal),
  };
}

const withoutStatus = ({ apiVersion: version, kind, metadata }: FilledNodeReport): NodeReport => ({
  apiVersion: version,
  kind,
  metadata,
});

async function answered<T>(answer: Promise<unknown>): Promise<T> {
  try {
    return (await answer) as T;
  } catch (error) {
    throw error instanceof ApiException ? apiErrorOf(error) : error;
  }
}

async function found<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answered<T>(answer);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

function apiErrorOf({ code, body, headers }: ApiException<unknown>): ApiError {
  const retryAfter = Number(headers['retry-after']);
  return new ApiError(
    code,
    messageOf(body) ?? `HTTP status ${String(code)}`,
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}

/** The message of a Kubernetes Status object, which the client hands over as text or parsed. */
function messageOf(body: unknown): string | undefined {
  const parsed: unknown = typeof body === 'string' ? parsedJson(body) : body;
  return typeof parsed === 'object' && parsed !== null && 'message' in parsed && typeof parsed.message === 'string'
    ? parsed.message.slice(0, 500)
    : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { message: text.trim() };
    throw error;
  }
}
