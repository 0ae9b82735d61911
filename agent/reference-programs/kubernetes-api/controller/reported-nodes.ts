import { readFileSync } from 'node:fs';
import type { NodeReport, NodeReportStatus } from '@calico-readiness/requirements';
import { fixtureHosts } from '../../../test/fixture-hosts';
import { reportsPath } from '../custom-resources';
import type { KubernetesClient } from '../kubernetes-client';

export const nodesPath = '/api/v1/nodes';

/** The genuine report of a fixture host, as its golden file has it. */
export function goldenStatus(host: string): NodeReportStatus {
  const fixture = fixtureHosts.find(({ name }) => name === host);
  if (fixture === undefined) throw new Error(`There is no fixture host ${host}`);
  const { status } = JSON.parse(readFileSync(fixture.goldenReport, 'utf8')) as NodeReport;
  if (status === undefined) throw new Error(`The golden report of ${host} has no status`);
  return status;
}

/** Makes a Node; resolves to its uid. */
export async function makeNode(client: KubernetesClient, name: string, system = 'linux'): Promise<string> {
  const labels = { 'kubernetes.io/os': system };
  return (await client.create(nodesPath, { metadata: { name, labels } })).metadata.uid ?? '';
}

/** Writes a report as its agent would, observed so many seconds ago. */
export async function writeReport(
  client: KubernetesClient,
  name: string,
  status: NodeReportStatus,
  { nodeUID, age = 0 }: { readonly nodeUID: string; readonly age?: number },
): Promise<void> {
  const path = `${reportsPath}/${name}`;
  const kind = { apiVersion: 'calicoreadiness.io/v1alpha1', kind: 'NodeReport' };
  if ((await client.get(path)) === undefined) await client.create(reportsPath, { ...kind, metadata: { name } });
  const observedAt = new Date(Date.now() - age * 1000).toISOString();
  const value = { ...status, nodeUID, observedAt };
  await client.patch(`${path}/status`, [{ op: 'add', path: '/status', value }], 'application/json-patch+json');
}
