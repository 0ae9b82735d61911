import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Context } from '@kubernetes/client-node';
import { KubeConfig } from '@kubernetes/client-node';
import { withoutSpaceAroundTokens } from './token-files';

/** How to reach and to log in to a cluster; its loading and its ways to log in are those of the Kubernetes client. */
export type { KubeConfig } from '@kubernetes/client-node';

/** What a kubeconfig file says. Rejects when it cannot be read, or is none. */
export async function kubeConfigOfFile(file: string): Promise<KubeConfig> {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(file);
  return prepared(await withTokenFiles(kubeConfig, [file]));
}

/** What a pod's service account says (`/var/run/secrets/kubernetes.io/serviceaccount`, `KUBERNETES_SERVICE_HOST`). */
export function kubeConfigOfPod(): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromCluster();
  return prepared(kubeConfig);
}

/** What kubectl would take: `KUBECONFIG`, `~/.kube/config`, in a pod its service account. Rejects as for a file. */
export async function defaultKubeConfig(): Promise<KubeConfig> {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromDefault();
  return prepared(await withTokenFiles(kubeConfig, defaultFiles()));
}

/** The files that the client has then read. */
function defaultFiles(): readonly string[] {
  const listed = (process.env['KUBECONFIG'] ?? '').split(path.delimiter).filter((file) => file !== '');
  return listed.length > 0 ? listed : [path.join(homedir(), '.kube/config')].filter(existsSync);
}

/** Most kubeconfigs name no token file, and an agent that stays for months need not keep the parser that finds them. */
async function withTokenFiles(kubeConfig: KubeConfig, files: readonly string[]): Promise<KubeConfig> {
  if (!files.some((file) => readFileSync(file, 'utf8').includes('tokenFile'))) return kubeConfig;
  const { withNamedTokenFiles } = await import('./named-token-files');
  return withNamedTokenFiles(kubeConfig, files);
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
