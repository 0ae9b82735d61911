import { readFileSync } from 'node:fs';
import type { NodeReport, NodeReportStatus } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { fixtureHosts } from '../../test/fixture-hosts';
import { conditionsOf, ownDefinitions, policiesPath, reportsPath } from './custom-resources';
import { KubernetesClient } from './kubernetes-client';

const jsonPatch = 'application/json-patch+json';
/** How kubectl asks for a table. */
const asTable = 'application/json;as=Table;v=v1;g=meta.k8s.io';

interface Table {
  readonly columnDefinitions: readonly { readonly name: string; readonly priority: number }[];
  readonly rows: readonly { readonly cells: readonly unknown[] }[];
}

describe('the custom resource definitions in a Kubernetes API', () => {
  const client = new KubernetesClient(inject('cluster'));
  const kind = { apiVersion: 'calicoreadiness.io/v1alpha1', kind: 'NodeReport' };
  const name = 'a-report';
  const path = `${reportsPath}/${name}`;
  const sample = goldenReport('rhcos-4.20').status!;
  const writeStatus = (status: unknown) =>
    client.ask('PATCH', `${path}/status`, {
      body: [{ op: 'add', path: '/status', value: status }],
      contentType: jsonPatch,
    });
  const policy = (policyName: string, spec: object) => ({
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'ReadinessPolicy',
    metadata: { name: policyName },
    spec,
  });

  beforeAll(async () => {
    await client.create(reportsPath, { ...kind, metadata: { name } });
  });
  afterAll(() => client.remove(path));
  afterEach(() => client.remove(`${policiesPath}/cluster`));

  it.each(ownDefinitions.map(({ metadata }) => metadata.name))(
    '%s is established, and its schema structural',
    async (definition) => {
      const conditions = await conditionsOf(client, definition);

      expect(conditions).toMatchObject({ NamesAccepted: 'True', Established: 'True' });
      expect(conditions).not.toHaveProperty('NonStructuralSchema');
    },
  );

  it.each(fixtureHosts.map(({ name: host }) => host))('keep the report of %s as it is written', async (host) => {
    const { status } = goldenReport(host);
    const answer = await writeStatus(status);

    expect(answer).toMatchObject({ status: 200 });
    expect((answer.body as NodeReport).status).toEqual(status);
  });

  it('do not take a status with a new report', async () => {
    const created = await client.create(reportsPath, { ...kind, metadata: { name: 'another' }, status: sample });
    await client.remove(`${reportsPath}/another`);

    expect(created).not.toHaveProperty('status');
  });

  it('drop what they do not know', async () => {
    const { body } = await writeStatus({ ...sample, mood: 'good', summary: { ...sample.summary, perhaps: 1 } });

    expect((body as NodeReport).status).toEqual(sample);
  });

  it.each<[string, Partial<Record<keyof NodeReportStatus, unknown>>, string]>([
    [
      'a verdict that is none',
      { verdict: 'Perhaps' },
      'status.verdict: Unsupported value: "Perhaps": supported values: "Ready", "NotReady", "Unknown"',
    ],
    ['a time that is none', { observedAt: 'yesterday' }, 'status.observedAt: Invalid value'],
    [
      'an interval under 10 s',
      { reportIntervalSeconds: 1 },
      'status.reportIntervalSeconds: Invalid value: 1: reportIntervalSeconds in body should be greater than or equal to 10',
    ],
    [
      'a text for a number',
      { summary: { fail: 'none' } },
      'status.summary.fail: Invalid value: "string": summary.fail in body must be of type integer',
    ],
    ['a text without bound', { bootID: 'x'.repeat(257) }, 'status.bootID: Too long: may not be more than 256'],
    [
      'findings without bound',
      { findings: Array.from({ length: 2000 }, () => sample.findings[0]) },
      'status.findings: Too many: 2000: must have at most',
    ],
  ])('refuse a status with %s, and say which', async (_, wrong, message) => {
    const { status, body } = await writeStatus({ ...sample, ...wrong });

    expect(status).toBe(422);
    expect((body as Error).message).toContain(message);
  });

  it('show what kubectl prints', async () => {
    await writeStatus(sample);
    const { columnDefinitions, rows } = (await client.ask('GET', path, { accept: asTable })).body as Table;
    const cells = rows[0]!.cells;

    expect(
      columnDefinitions.map(({ name: column, priority }) => (priority === 0 ? column : `${column} (wide)`)),
    ).toEqual([
      ...['Name', 'Verdict', 'Fails', 'Unknown', 'Worst', 'Connectivity', 'Observed'],
      ...['Warns', 'Age', 'Calico', 'OS', 'Kernel', 'Agent', 'Message', 'ObservedAt', 'Compact'].map(
        (column) => `${column} (wide)`,
      ),
    ]);
    const { verdict, summary, worst, facts, agentVersion, calicoVersion, conditions, observedAt, compact } = sample;
    const howLongAgo = expect.stringMatching(/^\d+[smhdy]/) as unknown;
    expect(cells).toEqual([
      ...[name, verdict, summary.fail, summary.unknown],
      ...[worst, 'NotVerified', howLongAgo],
      ...[summary.warn, howLongAgo, calicoVersion, facts.operatingSystem?.prettyName, facts.kernelRelease],
      ...[agentVersion, conditions.find(({ type }) => type === 'Ready')?.message, observedAt, compact],
    ]);
    expect(worst).toBeDefined();
    expect(compact).toBeDefined();
    expect(summary.fail).toBeGreaterThan(0);
  });

  it('show no worst requirement where none fails, and nothing of a report that was never filled', async () => {
    await writeStatus({ ...sample, worst: undefined });
    const withoutFail = (await client.ask('GET', path, { accept: asTable })).body as Table;
    await client.create(reportsPath, { ...kind, metadata: { name: 'another' } });
    const empty = (await client.ask('GET', `${reportsPath}/another`, { accept: asTable })).body as Table;
    await client.remove(`${reportsPath}/another`);

    expect(withoutFail.rows[0]!.cells[4]).toBeNull();
    expect(empty.rows[0]!.cells.slice(1, 7)).toEqual(Array.from({ length: 6 }, () => null));
  });

  it('show a policy in its columns', async () => {
    const profile = { calicoVersion: 'v3.30', dataplane: 'BPF' };
    await client.create(policiesPath, policy('cluster', { profile, reportIntervalSeconds: 600 }));
    const { rows } = (await client.ask('GET', policiesPath, { accept: asTable })).body as Table;

    const age = expect.stringMatching(/^\d+s$/) as unknown;
    // What nodes are judged by is empty until a controller says it; what is declared shows with -o wide.
    expect(rows[0]!.cells).toEqual(['cluster', null, null, null, null, 600, age, 'v3.30', null]);
  });
});

function goldenReport(host: string): NodeReport {
  const fixture = fixtureHosts.find(({ name }) => name === host)!;
  return JSON.parse(readFileSync(fixture.goldenReport, 'utf8')) as NodeReport;
}
