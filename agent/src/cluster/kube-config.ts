import type { Context } from '@kubernetes/client-node';
import { KubeConfig } from '@kubernetes/client-node';
import { withoutSpaceAroundTokens } from './token-files';

/** How to reach and to log in to a cluster; its loading and its ways to log in are those of the Kubernetes client. */
export type { KubeConfig } from '@kubernetes/client-node';

/** What a kubeconfig file says. Throws when it can not be read, or is none. */
export function kubeConfigOfFile(file: string): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(file);
  return prepared(kubeConfig);
}

/** What a pod's service account says (`/var/run/secrets/kubernetes.io/serviceaccount`, `KUBERNETES_SERVICE_HOST`). */
export function kubeConfigOfPod(): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromCluster();
  return prepared(kubeConfig);
}

/** What kubectl would take: `KUBECONFIG`, `~/.kube/config`, in a pod its service account. Throws as for a file. */
export function defaultKubeConfig(): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromDefault();
  return prepared(kubeConfig);
}

const prepared = (kubeConfig: KubeConfig): KubeConfig => withoutSpaceAroundTokens(withSomeUser(kubeConfig));

/** The client trusts a cluster's own certificate authority only together with a user; a context may have none. */
function withSomeUser(kubeConfig: KubeConfig): KubeConfig {
  if (kubeConfig.getCurrentUser() !== null) return kubeConfig;
  const nobody = { name: 'nobody' };
  const current = kubeConfig.getCurrentContext();
  kubeConfig.users = [...kubeConfig.users, nobody];
  kubeConfig.contexts = kubeConfig.contexts.map((context): Context =>
    context.name === current ? { ...context, user: nobody.name } : context,
  );
  return kubeConfig;
}
