import { KubeConfig } from '@kubernetes/client-node';
import { withoutSpaceAroundTokens } from '../token-files';

/**
 * The login of a kubeconfig for the API servers themselves, as the programs on a node reach them: without a proxy and
 * another name. With `authority`, in PEM, which is the cluster's own: the kubeconfig of a person may know only the one of
 * a load balancer. Without it, that of the kubeconfig.
 */
export function directAccess(kubeConfig: KubeConfig, authority: string | undefined): KubeConfig {
  const cluster = kubeConfig.getCurrentCluster();
  const direct = new KubeConfig();
  const { name = '', caData, caFile, skipTLSVerify = false } = cluster ?? {};
  const trusted =
    authority === undefined
      ? { ...(caData !== undefined && { caData }), ...(caFile !== undefined && { caFile }), skipTLSVerify }
      : { caData: Buffer.from(authority).toString('base64'), skipTLSVerify: false };
  direct.loadFromOptions({
    clusters: [{ name, server: 'https://kubernetes.default.svc', ...trusted }],
    users: kubeConfig.users,
    contexts: kubeConfig.contexts,
    currentContext: kubeConfig.currentContext,
  });
  return withoutSpaceAroundTokens(direct);
}
