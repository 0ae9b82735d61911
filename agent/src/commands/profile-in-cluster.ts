import type { ClusterProfile } from '@calico-readiness/requirements';
import { ApiClient } from '../cluster/api-client';
import { effectiveProfile } from '../cluster/effective-profile';
import type { KubeConfig } from '../cluster/kube-config';
import { defaultKubeConfig, kubeConfigOfFile } from '../cluster/kube-config';
import { readClusterObjects, UnreachableError } from '../cluster/read-cluster-objects';
import { fileProblem } from '../host/file-problem';
import type { Declaration } from '../foundation/declared-profile';
import { UsageError } from './exit-status';

/** Which cluster shows the profile, and of which of its nodes. */
export interface ClusterChoice {
  /** Path of a kubeconfig; without one the place that kubectl knows (KUBECONFIG, ~/.kube/config), in a pod its service account. */
  readonly kubeconfig?: string;
  /** Name of the Node whose own settings count. */
  readonly nodeName?: string;
}

/** What is declared over what the cluster's objects show. Rejects with UsageError when there is no cluster to ask. */
export async function profileInCluster(
  declaration: Declaration,
  { kubeconfig, nodeName }: ClusterChoice,
): Promise<ClusterProfile> {
  const kubeConfig = await loadKubeConfig(kubeconfig);
  const client = new ApiClient(kubeConfig, new AbortController().signal);
  try {
    return effectiveProfile(declaration, await readClusterObjects(client), nodeName);
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    throw new UsageError(
      `option '--cluster [kubeconfig]': ${kubeConfig.getCurrentCluster()?.server ?? 'the cluster'} cannot be reached: ${error.message}`,
    );
  }
}

async function loadKubeConfig(file: string | undefined): Promise<KubeConfig> {
  const name = file ?? 'the default kubeconfig';
  const kubeConfig = await read(file, name);
  if (kubeConfig.getCurrentCluster() === null)
    throw new UsageError(`option '--cluster [kubeconfig]': ${name} names no current context with a cluster.`);
  return kubeConfig;
}

async function read(file: string | undefined, name: string): Promise<KubeConfig> {
  try {
    return await (file === undefined ? defaultKubeConfig() : kubeConfigOfFile(file));
  } catch (error) {
    throw new UsageError(`option '--cluster [kubeconfig]': ${name} cannot be used: ${fileProblem(error)}`);
  }
}
