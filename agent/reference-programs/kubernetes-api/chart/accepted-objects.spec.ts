import { inject } from 'vitest';
import { parse } from 'yaml';
import { installDefinitions, ownDefinitions, policiesPath } from '../custom-resources';
import type { KubernetesObject } from '../kubernetes-client';
import type { OpenShiftCluster } from '../openshift/openshift-cluster';
import { startOpenShiftCluster } from '../openshift/openshift-cluster';
import { nameOf, render } from './helm';
import { makeNamespace, pathOf } from './installed-chart';
import { openShift, otherRenderings } from './renderings';

const dryRun = 'dryRun=All&fieldValidation=Strict&fieldManager=helm&force=true';
/** Where the objects of samples are created. */
const createdAt: Readonly<Record<string, string>> = {
  MachineConfig: '/apis/machineconfiguration.openshift.io/v1/machineconfigs',
  ReadinessPolicy: policiesPath,
};
const contentType = 'application/apply-patch+yaml';

describe("a Kubernetes API with OpenShift's own definitions", () => {
  let api: OpenShiftCluster;
  /** Most renderings have most objects in common: each is tried once. */
  const accepted = new Set<string>();

  beforeAll(async () => {
    api = await startOpenShiftCluster(inject('cluster'), 'accepted-objects');
    await makeNamespace(api.client);
    await installDefinitions(api.client, ownDefinitions);
  }, 120_000);
  afterAll(() => api.stop());

  it.each(Object.entries({ openshift: openShift, ...otherRenderings }))(
    'accepts every object of the rendering %s, and knows every field of it',
    async (_name, rendering) => {
      const refused: string[] = [];
      for (const object of render(rendering)) {
        const same = JSON.stringify(object);
        if (accepted.has(same)) continue;
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
        if (status < 300 && warnings.length === 0) accepted.add(same);
      }

      expect(refused).toEqual([]);
    },
  );

  it('accepts what the samples begin with, and knows every field of it', async () => {
    const samples = render(openShift).filter(({ kind }) => kind === 'ConsoleYAMLSample');
    const refused: string[] = [];
    for (const { spec } of samples) {
      const { targetResource, yaml } = spec as { targetResource: object; yaml: string };
      const object = parse(yaml) as KubernetesObject;
      expect(object).toMatchObject(targetResource);
      const path = createdAt[object.kind ?? ''] ?? '';
      const { status, body, warnings } = await api.client.ask('POST', `${path}?dryRun=All&fieldValidation=Strict`, {
        body: object,
      });
      if (status >= 300) refused.push(JSON.stringify(body));
      refused.push(...warnings);
    }

    expect(samples.length).toBeGreaterThan(3);
    expect(refused).toEqual([]);
  });

  it.each<[string, (spec: object) => object, string]>([
    ['DaemonSet', (spec) => ({ ...spec, replicas: 2 }), '.spec.replicas: field not declared in schema'],
    ['ConsolePlugin', (spec) => ({ ...spec, backends: [] }), '.spec.backends: field not declared in schema'],
    ['ConsoleQuickStart', (spec) => ({ ...spec, description: 'x'.repeat(257) }), 'spec.description: Too long'],
    ['ConsoleYAMLSample', (spec) => ({ ...spec, yaml: ' ' }), 'spec.yaml'],
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
