import { readFileSync } from 'node:fs';
import type { NodeReport } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { EmbeddedApi } from '../../../standalone/server/src/kubernetes/embedded-api';
import { plainKubernetesTypes } from '../../../standalone/server/src/kubernetes/resource-type';
import { fixtureHosts } from '../../test/fixture-hosts';
import { policiesPath, reportsPath } from './custom-resources';
import { aWhile, eventually } from './observed-agent';
import { KubernetesClient } from './kubernetes-client';

const nodesPath = '/api/v1/nodes';
const table = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const list = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';
const jsonPatch = 'application/json-patch+json';
/** Of this spec alone; other specs share the cluster. */
const mine = 'labelSelector=spec%3Dtables';
const labels = { spec: 'tables' };
const { status } = JSON.parse(
  readFileSync(fixtureHosts.find(({ name }) => name === 'rhcos-4.20')!.goldenReport, 'utf8'),
) as NodeReport;
const report = (name: string) => ({
  apiVersion: 'calicoreadiness.io/v1alpha1',
  kind: 'NodeReport',
  metadata: { name, labels },
});

/** A request, and a text or an object that answers it. */
type Ask = (
  method: string,
  path: string,
  question?: { body?: unknown; contentType?: string; accept?: string },
) => Promise<unknown>;

/** The API of the standalone host, by the same requests. */
function embedded(): {
  ask: Ask;
  watch: (path: string, accept: string, act: () => Promise<void>) => Promise<unknown[]>;
} {
  const api = new EmbeddedApi(plainKubernetesTypes);
  const partsOf = (path: string) => {
    const { pathname, searchParams } = new URL(path, 'http://api');
    return { path: pathname, query: searchParams };
  };
  return {
    ask: async (method, path, { body, contentType = 'application/json', accept = 'application/json' } = {}) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const answer = await api.handle({ method, ...partsOf(path), accept, contentType, body: text });
      return answer.contentType === 'application/json' ? (JSON.parse(answer.body) as unknown) : answer.body;
    },
    watch: async (path, accept, act) => {
      const events: unknown[] = [];
      const stop = api.watch(
        { ...partsOf(path), accept },
        (event) => events.push(event),
        () => undefined,
      );
      await act();
      stop();
      return events;
    },
  };
}

/** What every API says for itself: versions, uids, ages, who wrote what, the words of descriptions. */
function comparable(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => comparable(item, key === 'cells' ? 'cell' : ''));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([name]) => !['managedFields', 'generation'].includes(name))
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([name, item]) => [name, comparable(item, name)]));
  }
  if (['resourceVersion', 'uid', 'continue', 'creationTimestamp', 'description'].includes(key)) return `some ${key}`;
  return key === 'cell' && /^\d+[smhdy]/.test(String(value)) && typeof value === 'string' ? 'some age' : value;
}

describe('tables and metadata of the embedded API are those of a Kubernetes API:', () => {
  const client = new KubernetesClient(inject('cluster'));
  const real: Ask = async (...parameters) => (await client.ask(...parameters)).body;
  const host = embedded();
  const both = async (...parameters: Parameters<Ask>): Promise<[unknown, unknown]> => [
    comparable(await host.ask(...parameters)),
    comparable(await real(...parameters)),
  ];
  const arrange = async (...parameters: Parameters<Ask>): Promise<void> => {
    for (const answer of await both(...parameters)) expect(answer).not.toHaveProperty('code');
  };
  const writeStatus = (name: string, value: unknown, path = '/status') =>
    arrange('PATCH', `${reportsPath}/${name}/status`, { body: [{ op: 'add', path, value }], contentType: jsonPatch });

  beforeAll(async () => {
    // A server that has just begun refuses lists for a moment.
    await eventually(async () => expect(await client.ask('GET', policiesPath)).toMatchObject({ status: 200 }));
    const nodeInfo = {
      osImage: 'RHCOS',
      kernelVersion: '5.14.0',
      kubeletVersion: 'v1.34.0',
      containerRuntimeVersion: 'cri-o://1.34',
    };
    const role = { 'node-role.kubernetes.io/worker': '', 'node-role.kubernetes.io/infra': '' };
    const spec = { unschedulable: true };
    await arrange('POST', nodesPath, {
      body: { apiVersion: 'v1', kind: 'Node', metadata: { name: 'tables-a', labels: { ...labels, ...role } }, spec },
    });
    await arrange('POST', nodesPath, {
      body: { apiVersion: 'v1', kind: 'Node', metadata: { name: 'tables-b', labels } },
    });
    await arrange('PATCH', `${nodesPath}/tables-a/status`, {
      body: {
        status: {
          nodeInfo,
          addresses: [{ type: 'InternalIP', address: '192.0.2.1' }],
          conditions: [{ type: 'Ready', status: 'True' }],
        },
      },
      contentType: 'application/merge-patch+json',
    });
    for (const name of ['tables-a', 'tables-b']) await arrange('POST', reportsPath, { body: report(name) });
    await writeStatus('tables-a', status);
  });
  afterAll(async () => {
    for (const name of ['tables-a', 'tables-b']) {
      await client.remove(`${reportsPath}/${name}`);
      await client.remove(`${nodesPath}/${name}`);
    }
  });

  it.each<[string, string, string]>([
    ['reports without objects', `${reportsPath}?${mine}&includeObject=None`, table],
    ['reports with metadata', `${reportsPath}?${mine}&includeObject=Metadata`, table],
    ['reports with whatever is usual', `${reportsPath}?${mine}`, table],
    ['reports with all of them', `${reportsPath}?${mine}&includeObject=Object`, table],
    ['a first page', `${reportsPath}?limit=1&${mine}&includeObject=None`, table],
    ['one report', `${reportsPath}/tables-a?includeObject=None`, table],
    ['a report that there is not', `${reportsPath}/tables-c`, table],
    ['no policies', policiesPath, table],
    ['Nodes with metadata', `${nodesPath}?${mine}&includeObject=Metadata`, table],
    ['the metadata of reports', `${reportsPath}?${mine}`, list],
    ['the metadata of one report', `${reportsPath}/tables-a`, list.replace('List', '')],
  ])('a table or list of %s', async (_what, path, accept) => {
    // Policies have columns that no page of ours looks at.
    const forget = (answer: unknown) =>
      path === policiesPath ? { ...(answer as object), columnDefinitions: undefined } : answer;
    const [answer, genuine] = (await both('GET', path, { accept })).map(forget);

    expect(answer).toEqual(genuine);
  });

  it.each<[string, string, string]>([
    ['a table', table, 'includeObject=None'],
    ['metadata', list.replace('List', ''), ''],
  ])('a watch that sends %s, and names columns once', async (_what, accept, query) => {
    const change = async (ask: Ask): Promise<void> => {
      const time = new Date().toISOString();
      for (const seconds of [60, 120])
        await ask('PATCH', `${reportsPath}/tables-b/status`, {
          body: { status: { ...status, observedAt: time, reportIntervalSeconds: seconds } },
          contentType: 'application/merge-patch+json',
        });
      await ask('DELETE', `${reportsPath}/tables-b`);
    };
    const path = async (ask: Ask): Promise<string> => {
      const { metadata } = (await ask('GET', `${reportsPath}?${mine}`)) as { metadata: { resourceVersion: string } };
      return `${reportsPath}?watch=true&timeoutSeconds=3&${mine}&${query}&resourceVersion=${metadata.resourceVersion}`;
    };
    const events = await host.watch(await path(host.ask), accept, () => change(host.ask));
    const watched = client.ask('GET', await path(real), { accept });
    await aWhile(300);
    await change(real);
    const genuine = String((await watched).body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    await arrange('POST', reportsPath, { body: report('tables-b') });
    const withoutTimes = (all: readonly unknown[]) =>
      JSON.parse(JSON.stringify(comparable(all)).replaceAll(/"2026-1[^"]*"/g, '"some time"')) as unknown;

    expect(genuine).toHaveLength(3);
    expect(withoutTimes(events)).toEqual(withoutTimes(genuine));
  });

  it('a watch from a version that is forgotten ends with 410, by an event', async () => {
    const path = `${reportsPath}?watch=true&resourceVersion=1&includeObject=None`;
    const { body } = await client.ask('GET', path, { accept: table });

    expect(body).toMatchObject({ type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired' } });
  });
});
