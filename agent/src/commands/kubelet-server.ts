import { serverOfKubeconfig } from '../cluster/server-of-kubeconfig';
import { createHostFiles } from '../host/create-host-files';

/**
 * Where kubelets keep the kubeconfig that they begin with, below the host root: OpenShift's machine configuration, then
 * kubeadm's two. Those under /var/lib/kubelet are out of sight, because the keys of every pod lie there.
 */
const kubeconfigFiles = [
  'etc/kubernetes/kubeconfig',
  'etc/kubernetes/kubelet.conf',
  'etc/kubernetes/bootstrap-kubelet.conf',
];

/** A kubeconfig with its certificates takes some KiB. */
const largestKubeconfig = 256 * 1024;

/**
 * The API server that the kubelet of this host knows, which needs no network of services; undefined where no file tells.
 * Never rejects.
 */
export async function kubeletServer(hostRoot: string): Promise<string | undefined> {
  try {
    const files = createHostFiles(hostRoot);
    for (const file of kubeconfigFiles) {
      const text = await files.readText(file, largestKubeconfig);
      const server = text.status === 'observed' ? serverOfKubeconfig(text.value) : undefined;
      if (server !== undefined) return server;
    }
  } catch {
    // Without a host root there is nothing to ask; the observation says so.
  }
  return undefined;
}
