import { inject } from 'vitest';
import type { OpenShiftCluster } from '../openshift/openshift-cluster';
import { startOpenShiftCluster } from '../openshift/openshift-cluster';
import { nameOf, render } from './helm';
import { makeNamespace, pathOf } from './installed-chart';
import { openShift, otherRenderings } from './renderings';

const dryRun = 'dryRun=All&fieldValidation=Strict&fieldManager=helm&force=true';
const contentType = 'application/apply-patch+yaml';

describe("a Kubernetes API with OpenShift's own definitions", () => {
  let api: OpenShiftCluster;

  beforeAll(async () => {
    api = await startOpenShiftCluster(inject('cluster'), 'accepted-objects');
    await makeNamespace(api.client);
  }, 120_000);
  afterAll(() => api.stop());

  it.each(Object.entries({ openshift: openShift, ...otherRenderings }))(
    'accepts every object of the rendering %s, and knows every field of it',
    async (_name, rendering) => {
      const refused: string[] = [];
      for (const object of render(rendering)) {
        const path = pathOf(object);
        if (path === undefined) {
          refused.push(`${nameOf(object)}: nobody looked`);
          continue;
        }
        const { status, body, warnings } = await api.client.ask('PATCH', `${path}?${dryRun}`, {
          body: object,
          contentType,
        });
        if (status >= 300)
          refused.push(`${nameOf(object)}: ${(body as { message?: string }).message ?? String(status)}`);
        refused.push(...warnings.map((warning) => `${nameOf(object)}: ${warning}`));
      }

      expect(refused).toEqual([]);
    },
  );

  it.each<[string, (spec: object) => object, string]>([
    ['DaemonSet', (spec) => ({ ...spec, replicas: 2 }), '.spec.replicas: field not declared in schema'],
    ['ConsolePlugin', (spec) => ({ ...spec, backends: [] }), '.spec.backends: field not declared in schema'],
    [
      'ConsolePlugin',
      (spec) => ({ ...spec, i18n: { loadType: 'Early' } }),
      'spec.i18n.loadType: Unsupported value: "Early"',
    ],
  ])('would refuse a %s with a field that there is not, or a value', async (kind, change, message) => {
    const [object] = render(openShift).filter((candidate) => candidate.kind === kind);
    const { status, body } = await api.client.ask('PATCH', `${pathOf(object!)!}?${dryRun}`, {
      body: { ...object, spec: change(object!['spec'] as object) },
      contentType,
    });

    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(body).replaceAll('\\"', '"')).toContain(message);
  });

  it.each<[string, object, string]>([
    ['ServiceMonitor', { endpoints: [{ port: 'metrics', schema: 'https' }], selector: {} }, 'endpoints[0].schema'],
    ['PrometheusRule', { groups: [{ name: 'a', rules: [{ alert: 'B', expression: '1' }] }] }, 'rules[0].expr'],
  ])('would refuse a %s with a field that there is not', async (kind, spec, message) => {
    const object = { apiVersion: 'monitoring.coreos.com/v1', kind, metadata: { name: 'tried' }, spec };
    const { body } = await api.client.ask('PATCH', `${pathOf(object)!}?${dryRun}`, { body: object, contentType });

    expect(JSON.stringify(body)).toContain(message);
  });

  it('would refuse SecurityContextConstraints with a field that there is not', async () => {
    const [object] = render(openShift).filter(({ kind }) => kind === 'SecurityContextConstraints');
    const { body } = await api.client.ask('PATCH', `${pathOf(object!)!}?${dryRun}`, {
      body: { ...object, allowHostPorst: false },
      contentType,
    });

    expect(JSON.stringify(body)).toContain('.allowHostPorst: field not declared in schema');
  });
});
