import { KubeConfig } from '@kubernetes/client-node';
import { withoutSpaceAroundTokens } from '../../src/commands/token-files';
import type { Cluster } from './api-server';

/** The `cluster` and the `user` of a kubeconfig, as kubectl has them. */
export interface Access {
  readonly cluster?: Readonly<Record<string, unknown>>;
  readonly user: Readonly<Record<string, unknown>>;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** The text of a kubeconfig: the cluster as it is, unless something else is said of it. JSON is YAML. */
export const kubeconfigText = ({ server, authority }: Cluster, { cluster, user }: Access): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server, 'certificate-authority-data': base64(authority), ...cluster } }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  });

/** The same as the command line hands it to the agent. */
export function kubeConfigFor(cluster: Cluster, access: Access): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromString(kubeconfigText(cluster, access));
  return withoutSpaceAroundTokens(kubeConfig);
}
