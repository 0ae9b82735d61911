import type { ClusterProfile } from '@calico-readiness/requirements';
import { detectNodeProfile, detectProfile, mergeProfiles } from '@calico-readiness/requirements';
import { KubeConfig } from '@kubernetes/client-node';
import { readClusterObjects, UnreachableError } from '../cluster/read-cluster-objects';
import { UsageError } from './exit-status';
import type { Declaration } from './profile-options';

/** Which cluster shows the profile, and of which of its nodes. */
export interface ClusterChoice {
  /** Path of a kubeconfig; without one the place that kubectl knows (KUBECONFIG, ~/.kube/config), in a pod its service account. */
  readonly kubeconfig?: string;
  /** Name of the Node whose own settings count. */
  readonly nodeName?: string;
}

/** What is declared over what the cluster's objects show. Rejects with UsageError when there is no cluster to ask. */
export async function profileInCluster({ profile, writtenPorts }: Declaration, { kubeconfig, nodeName }: ClusterChoice): Promise<ClusterProfile> {
  const kubeConfig = loadKubeConfig(kubeconfig);
  try {
    const objects = await readClusterObjects(kubeConfig, new AbortController().signal);
    const { calicoVersion, dataplane } = profile;
    const declared = {
      ...(calicoVersion.source === 'declared' && { calicoVersion: calicoVersion.value }),
      ...(dataplane.source === 'declared' && { dataplane: dataplane.value }),
    };
    const detected = nodeName === undefined ? detectProfile(objects, declared) : detectNodeProfile(objects, nodeName, declared);
    return mergeProfiles(profile, detected, writtenPorts);
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    throw new UsageError(`option '--cluster [kubeconfig]': ${kubeConfig.getCurrentCluster()?.server ?? 'the cluster'} can not be reached: ${error.message}`);
  }
}

function loadKubeConfig(file: string | undefined): KubeConfig {
  const kubeConfig = new KubeConfig();
  try {
    if (file === undefined) kubeConfig.loadFromDefault();
    else kubeConfig.loadFromFile(file);
  } catch (error) {
    throw new UsageError(`option '--cluster [kubeconfig]': ${file ?? 'the default kubeconfig'} can not be used: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (kubeConfig.getCurrentCluster() === null) throw new UsageError(`option '--cluster [kubeconfig]': ${file ?? 'the default kubeconfig'} names no current context with a cluster.`);
  return kubeConfig;
}
