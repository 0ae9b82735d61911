import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { helmProgram } from '../build-kubernetes-api';
import type { KubernetesObject } from '../kubernetes-client';

export const chart = join(import.meta.dirname, '../../../../charts/calico-readiness');
export const namespace = 'calico-readiness';

/** What a cluster has, and what somebody who installs the chart writes into his values. */
export interface Rendering {
  readonly values: Readonly<Record<string, unknown>>;
  /** APIs of the cluster, as `group/version/Kind`. */
  readonly apis: readonly string[];
}

const admissionApi = 'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy';
/** Any Kubernetes that the chart permits. */
export const kubernetesApis: readonly string[] = [admissionApi];
export const openShiftApis: readonly string[] = [
  admissionApi,
  'console.openshift.io/v1/ConsolePlugin',
  'console.openshift.io/v1/ConsoleQuickStart',
  'console.openshift.io/v1/ConsoleYAMLSample',
  'monitoring.coreos.com/v1/PrometheusRule',
  'monitoring.coreos.com/v1/ServiceMonitor',
  'security.openshift.io/v1/SecurityContextConstraints',
];

/** The least that has to be said. */
export const leastValues = { images: { registry: 'registry.example/calico' } };

/** What Helm answers; its warnings and errors are on standard error. */
export function helm(parameters: readonly string[], input = ''): { readonly text: string; readonly error: string } {
  const { status, stdout, stderr, error } = spawnSync(helmProgram, parameters, {
    input,
    encoding: 'utf8',
    // Neither the settings nor the clusters of whoever runs the tests.
    env: { HOME: '/nonexistent', KUBECONFIG: '/nonexistent/config' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { text: stdout, error: status === 0 ? '' : stderr };
}

/** The objects that the chart makes, or rejects with what Helm says. */
export function render({ values, apis }: Rendering): readonly KubernetesObject[] {
  const { text, error } = helm(
    [
      ...['template', 'calico-readiness', chart, '--namespace', namespace, '--kube-version', '1.32.0'],
      ...['--values', '-', ...apis.flatMap((api) => ['--api-versions', api])],
    ],
    JSON.stringify(values),
  );
  if (error !== '') throw new Error(error.trim());
  return parseAllDocuments(text)
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((object) => object !== null);
}

/** What is told apart in the objects of one rendering. */
export const nameOf = ({ kind, metadata }: KubernetesObject): string => `${kind ?? ''} ${metadata.name}`;
