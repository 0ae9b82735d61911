import type { KubeConfig } from '../cluster/kube-config';
import { kubeConfigOfFile, kubeConfigOfPod } from '../cluster/kube-config';
import { fileProblem } from '../host/file-problem';
import { UsageError } from './exit-status';

/** What an option `--kubeconfig <file>` names; inside a pod its service account serves without one. Rejects with UsageError. */
export async function kubeConfigOf(file: string | undefined): Promise<KubeConfig> {
  if (file === undefined) {
    if (process.env['KUBERNETES_SERVICE_HOST'] === undefined) {
      throw new UsageError("option '--kubeconfig <file>' is missing: it is required outside a pod.");
    }
    return kubeConfigOfPod();
  }
  const kubeConfig = await read(file);
  if (kubeConfig.getCurrentCluster() === null) {
    throw new UsageError(`option '--kubeconfig <file>': ${file} names no current context with a cluster.`);
  }
  return kubeConfig;
}

async function read(file: string): Promise<KubeConfig> {
  try {
    return await kubeConfigOfFile(file);
  } catch (error) {
    throw new UsageError(`option '--kubeconfig <file>': ${file} cannot be used: ${fileProblem(error)}`);
  }
}
