import { inject } from 'vitest';
import { definitionsPath, ownDefinitions } from './custom-resources';
import type { Schema } from './filled-report';
import { KubernetesClient } from './kubernetes-client';

interface PublishedSchema extends Schema {
  readonly allOf?: readonly PublishedSchema[];
  readonly $ref?: string;
}

describe('what a Kubernetes API tells kubectl of the custom resources', () => {
  const client = new KubernetesClient(inject('cluster'));

  it.each(ownDefinitions.map((definition) => [definition.metadata.name, definition] as const))(
    'is no warning, and no unknown field, for %s',
    async (name, definition) => {
      const current = await client.do('GET', `${definitionsPath}/${name}`);
      const answer = await client.ask('PUT', `${definitionsPath}/${name}?dryRun=All&fieldValidation=Strict`, {
        body: {
          ...definition,
          metadata: { ...definition.metadata, resourceVersion: current.metadata.resourceVersion },
        },
      });

      expect(answer).toMatchObject({ status: 200, warnings: [] });
    },
  );

  it('is a short name for each, and a category for all', async () => {
    const { body } = await client.ask('GET', '/apis/calicoreadiness.io/v1alpha1');
    const { resources } = body as { resources: { name: string; shortNames?: string[]; categories?: string[] }[] };

    expect(
      resources
        .filter(({ name }) => !name.includes('/'))
        .map(({ name, shortNames, categories }) => [name, shortNames, categories])
        .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    ).toEqual([
      ['clusterreports', ['ccr'], ['calico-readiness']],
      ['nodereports', ['cnr'], ['calico-readiness']],
      ['readinesspolicies', ['crpol'], ['calico-readiness']],
    ]);
  });

  it.each([
    ['NodeReport', 150],
    ['ReadinessPolicy', 60],
    ['ClusterReport', 60],
  ])('is what every field of %s is (kubectl explain --recursive)', async (kind, least) => {
    const { body } = await client.ask('GET', '/openapi/v3/apis/calicoreadiness.io/v1alpha1');
    const { schemas } = (body as { components: { schemas: Record<string, PublishedSchema> } }).components;
    const fields = fieldsOf(schemas[`io.calicoreadiness.v1alpha1.${kind}`]!, kind);

    expect(fields.length).toBeGreaterThan(least);
    expect(fields.filter(({ description }) => description === '').map(({ place }) => place)).toEqual([]);
  });
});

/** Every field with its place and what is said of it; what Kubernetes says of metadata is not ours. */
function fieldsOf(schema: PublishedSchema, place: string): { readonly place: string; readonly description: string }[] {
  const { properties = {}, items, additionalProperties } = schema;
  return [
    ...Object.entries(properties).flatMap(([name, field]) => [
      { place: `${place}.${name}`, description: field.description ?? '' },
      ...fieldsOf(field, `${place}.${name}`),
    ]),
    ...(items === undefined ? [] : fieldsOf(items, `${place}[]`)),
    ...(additionalProperties === undefined ? [] : fieldsOf(additionalProperties, `${place}.*`)),
  ];
}
