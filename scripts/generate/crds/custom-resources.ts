import { readinessPolicyName, reportLimitAt } from '@calico-readiness/requirements';
import type { StructuralSchema } from './structural-schema';
import { structuralSchemaOf } from './structural-schema-of-type';

/** What `kubectl get` shows beside the name. */
interface PrinterColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'date';
  readonly jsonPath: string;
  /** 1 shows it with `-o wide` only. */
  readonly priority?: 1;
}

/** What a custom resource definition is made of. */
interface Resource {
  readonly kind: string;
  readonly plural: string;
  readonly columns: readonly PrinterColumn[];
  readonly schema: () => StructuralSchema;
  readonly subresources?: object;
}

const column = (name: string, type: PrinterColumn['type'], jsonPath: string): PrinterColumn => ({
  name,
  type,
  jsonPath,
});
const age = column('Age', 'date', '.metadata.creationTimestamp');
const wide = (name: string, jsonPath: string): PrinterColumn => ({ name, type: 'string', jsonPath, priority: 1 });

const noLimits = (): undefined => undefined;

const root = (description: string, fields: Readonly<Record<string, StructuralSchema>>): StructuralSchema => ({
  type: 'object',
  description,
  properties: {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { type: 'object' },
    ...fields,
  },
});

/** One writer owns these maps as a whole; see the lists. */
const atomicMaps = ['profile', 'summary', 'facts'];

function reportStatus(): StructuralSchema {
  const status = structuralSchemaOf('NodeReportStatus', reportLimitAt);
  const properties = Object.entries(status.properties ?? {}).map(([name, property]) => [
    name,
    atomicMaps.includes(name) ? { ...property, 'x-kubernetes-map-type': 'atomic' as const } : property,
  ]);
  return { ...status, properties: Object.fromEntries(properties) };
}

/** The custom resources of the project. */
export const customResources: readonly Resource[] = [
  {
    kind: 'NodeReport',
    plural: 'nodereports',
    columns: [
      column('Verdict', 'string', '.status.verdict'),
      column('Fail', 'integer', '.status.summary.fail'),
      column('Warn', 'integer', '.status.summary.warn'),
      column('Unknown', 'integer', '.status.summary.unknown'),
      column('Observed', 'date', '.status.observedAt'),
      age,
      wide('Kernel', '.status.facts.kernelRelease'),
      wide('OS', '.status.facts.operatingSystem.prettyName'),
      wide('Agent', '.status.agentVersion'),
    ],
    schema: () =>
      root('All findings of one node; named like the node, owned by it, written by its agent alone.', {
        spec: structuralSchemaOf('NodeReportSpec', noLimits),
        status: reportStatus(),
      }),
    subresources: { status: {} },
  },
  {
    kind: 'ReadinessPolicy',
    plural: 'readinesspolicies',
    columns: [
      column('Calico', 'string', '.spec.profile.calicoVersion'),
      column('Dataplane', 'string', '.spec.profile.dataplane'),
      column('Interval', 'integer', '.spec.reportIntervalSeconds'),
      age,
    ],
    schema: () => ({
      ...root('What the administrator declares for the whole cluster.', {
        spec: structuralSchemaOf('ReadinessPolicySpec', noLimits),
      }),
      'x-kubernetes-validations': [
        {
          rule: `self.metadata.name == '${readinessPolicyName}'`,
          message: `the only ReadinessPolicy of a cluster is named ${readinessPolicyName}`,
        },
      ],
    }),
  },
];
