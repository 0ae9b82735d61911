import type { NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { apiGroup, apiVersion, readinessPolicyName } from '@calico-readiness/requirements';
import type { ApiClient } from '../cluster/api-client';
import type { NodeIdentity } from './cloud-of-node';
import type { FilledNodeReport } from './node-report';
import type { ReportApi, WatchedKind } from './report-api';
import { found, unlessForbidden } from './api-answers';
import { watchUntilEnd } from './watch-until-end';

const plurals: Readonly<Record<WatchedKind, string>> = {
  NodeReport: 'nodereports',
  ReadinessPolicy: 'readinesspolicies',
};
const pathOf = (kind: WatchedKind): string => `/apis/${apiGroup}/${apiVersion}/${plurals[kind]}`;
const named = (kind: WatchedKind, name: string): string => `${pathOf(kind)}/${encodeURIComponent(name)}`;

/** Who writes, in managedFields and audit logs. */
const writer = { fieldManager: 'calico-readiness-agent' };

/**
 * The ReportApi of a cluster.
 *
 * A status is written as a JSON patch that adds the whole of it, which takes the place of what is there (RFC 6902, 4.1)
 * and names no resource version: the agent alone owns the status, so that a label which somebody writes meanwhile is no
 * reason to read again. A replacing PUT has to name one for custom resources. Server-side apply would leave in place
 * what another manager put into the status, and a merge patch what is no longer said.
 */
export function createKubernetesReportApi(client: ApiClient): ReportApi {
  const report = (name: string): string => named('NodeReport', name);
  // What the API answers to a write is what we wrote, by its schema; what is only read is taken apart where it is used.
  const written = (answer: Promise<object>): Promise<NodeReport> => answer as Promise<NodeReport>;
  return {
    readReport: (name) => found<NodeReport>(client.get(report(name))),
    createReport: (object) => written(client.create(pathOf('NodeReport'), withoutStatus(object), writer)),
    replaceStatus: ({ metadata: { name }, status }) =>
      written(client.patch(`${report(name)}/status`, 'json', [{ op: 'add', path: '/status', value: status }], writer)),
    patchMetadata: (name, metadata) => written(client.patch(report(name), 'merge', { metadata }, writer)),
    readNode: async (name) => identityOf(await found(client.get(`/api/v1/nodes/${encodeURIComponent(name)}`))),
    readPolicy: () =>
      unlessForbidden(found<ReadinessPolicy>(client.get(named('ReadinessPolicy', readinessPolicyName)))),
    watch: (kind, name, changed, extent, signal) =>
      watchUntilEnd(client, { path: pathOf(kind), name, changed, ...extent }, signal),
  };
}

const withoutStatus = ({ apiVersion: version, kind, metadata }: FilledNodeReport): NodeReport => ({
  apiVersion: version,
  kind,
  metadata,
});

/** Of a Node what the agent asks for; undefined for one without a uid, which no API server has. */
function identityOf(node: object | undefined): NodeIdentity | undefined {
  const { metadata, spec } = (node ?? {}) as {
    readonly metadata?: { readonly uid?: unknown };
    readonly spec?: { readonly providerID?: unknown };
  };
  const [uid, providerID] = [metadata?.uid, spec?.providerID];
  return typeof uid !== 'string' ? undefined : { uid, ...(typeof providerID === 'string' && { providerID }) };
}
