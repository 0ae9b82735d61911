import type { ClusterProfile } from '@calico-readiness/requirements';
import { KubeConfig } from '@kubernetes/client-node';
import { effectiveProfile } from '../cluster/effective-profile';
import { readClusterObjects, UnreachableError } from '../cluster/read-cluster-objects';
import { errorText } from '../foundation/agent-log';
import type { Declaration } from '../foundation/declared-profile';
import { UsageError } from './exit-status';
import { withoutSpaceAroundTokens } from './token-files';

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
  const kubeConfig = withoutSpaceAroundTokens(loadKubeConfig(kubeconfig));
  try {
    return effectiveProfile(declaration, await readClusterObjects(kubeConfig, new AbortController().signal), nodeName);
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    throw new UsageError(
      `option '--cluster [kubeconfig]': ${kubeConfig.getCurrentCluster()?.server ?? 'the cluster'} can not be reached: ${error.message}`,
    );
  }
}

function loadKubeConfig(file: string | undefined): KubeConfig {
  const kubeConfig = new KubeConfig();
  try {
    if (file === undefined) kubeConfig.loadFromDefault();
    else kubeConfig.loadFromFile(file);
  } catch (error) {
    throw new UsageError(
      `option '--cluster [kubeconfig]': ${file ?? 'the default kubeconfig'} can not be used: ${errorText(error)}`,
    );
  }
  if (kubeConfig.getCurrentCluster() === null)
    throw new UsageError(
      `option '--cluster [kubeconfig]': ${file ?? 'the default kubeconfig'} names no current context with a cluster.`,
    );
  return kubeConfig;
}
