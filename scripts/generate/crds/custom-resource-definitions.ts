import { stringify } from 'yaml';
import { apiGroup, apiVersion } from '@calico-readiness/requirements';
import { customResources } from './custom-resources';
import type { StructuralSchema } from './structural-schema';

const banner = '# Generated from the types in requirements/src/model by: npm run generate-crds. Do not edit.\n';
/** `kubectl get calico-readiness` lists all of ours. */
const category = 'calico-readiness';

/** A custom resource definition as an object. */
export interface CustomResourceDefinition {
  readonly fileName: string;
  readonly kind: string;
  readonly schema: StructuralSchema;
  readonly text: string;
}

/** The custom resource definitions of the project, ready to be written. */
export function customResourceDefinitions(): CustomResourceDefinition[] {
  return customResources.map(({ kind, plural, shortName, columns, schema: makeSchema, subresources }) => {
    const schema = makeSchema();
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `${plural}.${apiGroup}` },
      spec: {
        group: apiGroup,
        scope: 'Cluster',
        names: {
          kind,
          listKind: `${kind}List`,
          plural,
          singular: kind.toLowerCase(),
          shortNames: [shortName],
          categories: [category],
        },
        versions: [
          {
            name: apiVersion,
            served: true,
            storage: true,
            ...(subresources !== undefined && { subresources }),
            additionalPrinterColumns: columns,
            schema: { openAPIV3Schema: schema },
          },
        ],
      },
    };
    // Helm and kubectl read YAML 1.1, where a plain `on` is no text but true.
    const style = { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' } as const;
    const text = `${banner}${stringify(definition, style)}`;
    return { fileName: `${plural}.${apiGroup}.yaml`, kind, schema, text };
  });
}
