import { reportLimitAt } from '@calico-readiness/requirements';
import { clusterReportLimitAt, clusterRules } from './cluster-report-schema';
import { clusterColumns, policyColumns } from './controller-columns';
import { policyLimitAt, policyRules, policyStatusRules } from './policy-rules';
import type { PrinterColumn } from './printer-columns';
import { reportColumns } from './printer-columns';
import { reportRules } from './report-rules';
import type { StructuralSchema } from './structural-schema';
import { structuralSchemaOf } from './structural-schema-of-type';
import { withRules } from './validation-rules';

/** What a custom resource definition is made of. */
interface Resource {
  readonly kind: string;
  readonly plural: string;
  /** What people may type in place of the plural; no other resource of Calico or OpenShift has it. */
  readonly shortName: string;
  readonly columns: readonly PrinterColumn[];
  readonly schema: () => StructuralSchema;
  readonly subresources?: object;
}

const noLimits = (): undefined => undefined;

const root = (description: string, fields: Readonly<Record<string, StructuralSchema>>): StructuralSchema => ({
  type: 'object',
  description,
  properties: {
    // What these three are the API server says itself.
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    // Named for the rules that speak of it; 253 is the API server's own bound.
    metadata: { type: 'object', properties: { name: { type: 'string', maxLength: 253 } } },
    ...fields,
  },
});

/** One writer owns these maps as a whole; see the lists. */
const atomicMaps = ['profile', 'summary', 'facts', 'nodes', 'connectivity'];

function withAtomicMaps(status: StructuralSchema): StructuralSchema {
  const properties = Object.entries(status.properties ?? {}).map(([name, property]) => [
    name,
    atomicMaps.includes(name) ? { ...property, 'x-kubernetes-map-type': 'atomic' as const } : property,
  ]);
  return { ...status, properties: Object.fromEntries(properties) };
}

const reportStatus = (): StructuralSchema =>
  withRules(withAtomicMaps(structuralSchemaOf('NodeReportStatus', reportLimitAt)), reportRules);

const clusterStatus = (): StructuralSchema =>
  withAtomicMaps(structuralSchemaOf('ClusterReportStatus', clusterReportLimitAt));

const policyStatus = (): StructuralSchema =>
  withRules(withAtomicMaps(structuralSchemaOf('ReadinessPolicyStatus', noLimits)), policyStatusRules);

/** The custom resources of the project. */
export const customResources: readonly Resource[] = [
  {
    kind: 'NodeReport',
    plural: 'nodereports',
    shortName: 'cnr',
    columns: reportColumns,
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
    shortName: 'crpol',
    columns: policyColumns,
    schema: () =>
      withRules(
        root('What the administrator declares for the whole cluster, and what the controller makes of it.', {
          spec: structuralSchemaOf('ReadinessPolicySpec', policyLimitAt),
          status: policyStatus(),
        }),
        policyRules,
      ),
    subresources: { status: {} },
  },
  {
    kind: 'ClusterReport',
    plural: 'clusterreports',
    shortName: 'ccr',
    columns: clusterColumns,
    schema: () =>
      withRules(
        root('What the reports of all nodes say together; written by the controller alone.', {
          status: clusterStatus(),
        }),
        clusterRules,
      ),
    subresources: { status: {} },
  },
];
