import type { ClusterReportStatus } from '@calico-readiness/requirements';
import { declareProfile } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { clusterReportStatus } from '../../../src/controller/report/cluster-report';
import { summarizeFleet } from '../../../src/controller/report/fleet';
import { ReportReader } from '../../../src/controller/report/report-summary';
import { ownDefinitions } from '../custom-resources';
import type { Schema } from '../filled-report';
import { filled, longestText } from '../filled-report';
import { KubernetesClient } from '../kubernetes-client';
import { goldenStatus } from './reported-nodes';

const path = '/apis/calicoreadiness.io/v1alpha1/clusterreports';
const kind = { apiVersion: 'calicoreadiness.io/v1alpha1', kind: 'ClusterReport' };
const now = '2026-01-01T00:00:00.000Z';

describe('the definition of the ClusterReport', () => {
  const client = new KubernetesClient(inject('cluster'));
  const write = (value: unknown) =>
    client.ask('PATCH', `${path}/cluster/status?fieldValidation=Strict`, {
      body: [{ op: 'add', path: '/status', value }],
      contentType: 'application/json-patch+json',
    });
  const status = goldenStatus('rhel-9.4-firewalld');
  const report = new ReportReader().read({ metadata: { name: 'a' }, status: { ...status, observedAt: now } });
  const sample = clusterReportStatus({
    fleet: summarizeFleet(
      { nodes: new Map([['a', { uid: undefined }]]), reports: new Map([['a', report!]]) },
      Date.parse(now),
    ),
    profile: declareProfile({}, 'a test'),
    openshift: { status: 'seen', version: '4.20.3', channel: 'stable-4.20' },
    previous: undefined,
    now,
  });

  beforeAll(() => client.create(path, { ...kind, metadata: { name: 'cluster' } }));
  afterAll(() => client.remove(`${path}/cluster`));

  it('takes what a controller writes, and prints it in its columns', async () => {
    expect(await write(sample)).toMatchObject({ status: 200, warnings: [] });
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io';
    const { rows } = (await client.ask('GET', path, { accept })).body as { rows: { cells: unknown[] }[] };

    expect(rows[0]?.cells.slice(0, 7)).toEqual(['cluster', 'NotReady', 1, 0, 1, 0, 0]);
  });

  it('takes the largest that it permits, which fits into a request to etcd', async () => {
    const definition = ownDefinitions.find(({ metadata }) => metadata.name.startsWith('clusterreports'));
    const { versions } = definition?.['spec'] as { versions: { schema: { openAPIV3Schema: Schema } }[] };
    const largest = filled(
      versions[0]!.schema.openAPIV3Schema.properties!['status']!,
      longestText,
    ) as ClusterReportStatus;
    const { nodes, requirements } = largest;
    const parts = { ready: nodes.nodes - 5, notReady: 1, waived: 1, unknown: 1, stale: 1, noReport: 1 };
    const written = await write({ ...largest, nodes: { ...nodes, ...parts } });

    expect(requirements).toHaveLength(128);
    expect(written.body).toMatchObject({ status: { causesTotal: expect.any(Number) as number } });
    expect(Buffer.byteLength(JSON.stringify(written.body))).toBeLessThan(1_500_000);
  });

  it.each<[string, object, string]>([
    ['nodes that do not add up', { nodes: { ...sample.nodes, ready: 5 } }, 'the parts do not add up to the nodes'],
    [
      'a requirement twice',
      { requirements: [sample.requirements[0], sample.requirements[0]] },
      'two entries have the same requirement',
    ],
    [
      'eleven names of nodes',
      { causes: [{ ...sample.causes[0], nodeNames: Array.from({ length: 11 }, String) }] },
      '10',
    ],
  ])('refuses %s', async (_what, wrong, message) => {
    const { status: answer, body } = await write({ ...sample, ...wrong });

    expect(answer).toBe(422);
    expect((body as Error).message).toContain(message);
  });

  it('refuses another name', async () => {
    const { status: answer, body } = await client.ask('POST', path, { body: { ...kind, metadata: { name: 'mine' } } });

    expect(answer).toBe(422);
    expect((body as Error).message).toContain('the only ClusterReport of a cluster is named cluster');
  });
});
