import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import type { FilledNodeReport } from '../../src/publish/node-report';
import { fixtureHosts } from '../../test/fixture-hosts';
import { reportsPath } from './custom-resources';
import { agentRules, createAccount, requestToken } from './identities';
import { kubeConfigFor, reportApiOf } from './kubeconfigs';
import { KubernetesClient } from './kubernetes-client';

describe('what a Kubernetes API answers to the agent', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const name = 'asked-for';
  const { status } = JSON.parse(readFileSync(fixtureHosts[0]!.goldenReport, 'utf8')) as FilledNodeReport;
  const report: FilledNodeReport = {
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'NodeReport',
    metadata: { name },
    status,
  };
  let api: ReturnType<typeof reportApiOf>;

  beforeAll(async () => {
    await createAccount(client, 'asker', agentRules);
    const kubeConfig = await kubeConfigFor(cluster, { user: { token: await requestToken(client, 'asker') } });
    api = reportApiOf(kubeConfig, new AbortController().signal);
  });
  afterEach(() => client.remove(`${reportsPath}/${name}`));

  it('is nothing for a report, a Node and a policy that there are not', async () => {
    expect(await Promise.all([api.readReport(name), api.readNode(name), api.readPolicy()])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is 404 for the status of a report that there is not', async () => {
    await expect(api.replaceStatus(report)).rejects.toMatchObject({
      status: 404,
      message: `nodereports.calicoreadiness.io "${name}" not found`,
    });
  });

  it('is 409 for a report that somebody created meanwhile', async () => {
    await client.create(reportsPath, { ...report, status: undefined });

    await expect(api.createReport(report)).rejects.toMatchObject({
      status: 409,
      message: `nodereports.calicoreadiness.io "${name}" already exists`,
    });
  });

  it('is 422 for a status that the schema does not let in', async () => {
    await api.createReport(report);

    await expect(
      api.replaceStatus({ ...report, status: { ...status, verdict: 'Perhaps' as 'Ready' } }),
    ).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('status.verdict: Unsupported value') as string,
    });
  });

  it('is the whole report after each write, whose version no write names', async () => {
    const created = await api.createReport(report);
    await client.patch(`${reportsPath}/${name}`, { metadata: { labels: { pool: 'a' } } });
    const written = await api.replaceStatus(report);
    const labelled = await api.patchMetadata(name, { labels: { b: 'c' } });

    expect(created.status).toBeUndefined();
    expect(written).toMatchObject({ metadata: { name, labels: { pool: 'a' } }, status });
    expect(labelled).toMatchObject({ metadata: { name, labels: { pool: 'a', b: 'c' } }, status });
  });

  it('is no news for a status that is there already', async () => {
    await api.createReport(report);
    const first = await api.replaceStatus(report);

    expect((await api.replaceStatus(report)).metadata).toEqual(first.metadata);
  });
});
