import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '../../src/cluster/api-client';
import type { KubeConfig } from '../../src/cluster/kube-config';
import { kubeConfigOfFile } from '../../src/cluster/kube-config';
import { createKubernetesReportApi } from '../../src/publish/kubernetes-report-api';
import type { ReportApi } from '../../src/publish/report-api';
import type { Cluster } from './cluster';

/** The `cluster` and the `user` of a kubeconfig, as kubectl has them; without a user its context names none. */
export interface Access {
  readonly cluster?: Readonly<Record<string, unknown>>;
  readonly user?: Readonly<Record<string, unknown>>;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** The text of a kubeconfig: the cluster as it is, unless something else is said of it. JSON is YAML. */
export const kubeconfigText = ({ server, authority }: Cluster, { cluster, user }: Access): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server, 'certificate-authority-data': base64(authority), ...cluster } }],
    users: user === undefined ? [] : [{ name: 'u', user }],
    contexts: [{ name: 'x', context: { cluster: 'c', ...(user !== undefined && { user: 'u' }) } }],
    'current-context': 'x',
  });

/** What the command line makes of a file with it. */
export async function kubeConfigFor(cluster: Cluster, access: Access): Promise<KubeConfig> {
  const directory = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
  try {
    const file = join(directory, 'config');
    writeFileSync(file, kubeconfigText(cluster, access));
    return await kubeConfigOfFile(file);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** How the agent speaks to the API that a kubeconfig names. */
export const reportApiOf = (kubeConfig: KubeConfig, signal: AbortSignal): ReportApi =>
  createKubernetesReportApi(new ApiClient(kubeConfig, signal));
