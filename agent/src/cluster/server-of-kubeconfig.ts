import { KubeConfig } from '@kubernetes/client-node';

/**
 * The server of the current cluster of a kubeconfig, such as `https://api-int.example.com:6443`: nothing else of it is
 * looked at, its credentials least of all. Undefined for a text that is none, and for a server without TLS, which could
 * not show whom a token is sent to.
 */
export function serverOfKubeconfig(text: string): string | undefined {
  const kubeConfig = new KubeConfig();
  try {
    kubeConfig.loadFromString(text);
    const server = new URL(kubeConfig.getCurrentCluster()?.server ?? '');
    if (server.protocol !== 'https:' || server.username !== '' || server.password !== '') return undefined;
    return `${server.origin}${server.pathname.replace(/\/$/, '')}`;
  } catch {
    return undefined;
  }
}
