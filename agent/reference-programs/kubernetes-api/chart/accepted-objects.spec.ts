import { inject } from 'vitest';
import { KubernetesClient } from '../kubernetes-client';
import { nameOf, render } from './helm';
import { makeNamespace, pathOf } from './installed-chart';
import { openShift, otherRenderings } from './renderings';

/** A Kubernetes API has no such kinds, and their definitions are not in this repository: nothing here holds them against one. */
const kindsOfOpenShift = ['ConsolePlugin', 'PrometheusRule', 'SecurityContextConstraints', 'ServiceMonitor'];

describe('a Kubernetes API', () => {
  const client = new KubernetesClient(inject('cluster'));
  const dryRun = 'dryRun=All&fieldValidation=Strict&fieldManager=helm&force=true';

  beforeAll(() => makeNamespace(client));

  it.each(Object.entries({ openshift: openShift, ...otherRenderings }))(
    'accepts every object of the rendering %s, and knows every field of it',
    async (_name, rendering) => {
      const left: string[] = [];
      const refused: string[] = [];
      for (const object of render(rendering)) {
        const path = pathOf(object);
        if (path === undefined) {
          left.push(object.kind ?? '');
          continue;
        }
        const { status, body } = await client.ask('PATCH', `${path}?${dryRun}`, {
          body: object,
          contentType: 'application/apply-patch+yaml',
        });
        if (status >= 300)
          refused.push(`${nameOf(object)}: ${(body as { message?: string }).message ?? String(status)}`);
      }

      expect(refused).toEqual([]);
      expect(kindsOfOpenShift).toEqual(expect.arrayContaining(left));
    },
  );

  it('would refuse a field that there is not', async () => {
    const [daemonSet] = render(openShift).filter(({ kind }) => kind === 'DaemonSet');
    const { status, body } = await client.ask('PATCH', `${pathOf(daemonSet!)!}?${dryRun}`, {
      body: { ...daemonSet, spec: { ...(daemonSet!['spec'] as object), replicas: 2 } },
      contentType: 'application/apply-patch+yaml',
    });

    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(body)).toContain('.spec.replicas: field not declared in schema');
  });
});
