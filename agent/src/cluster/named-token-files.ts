import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { KubeConfig, User } from '@kubernetes/client-node';
import { parse } from 'yaml';

/**
 * Has users log in with the `tokenFile` that kubeconfig files name for them, which counts over a `token` and is relative
 * to its file: kubectl knows it, the Kubernetes client does not. `files` are those that the kubeconfig was made of.
 * https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/#AuthInfo
 */
export function withNamedTokenFiles(kubeConfig: KubeConfig, files: readonly string[]): KubeConfig {
  const named = new Map(files.flatMap(tokenFilesIn));
  kubeConfig.users = kubeConfig.users.map((user): User => {
    const tokenFile = named.get(user.name);
    if (tokenFile === undefined) return user;
    const rest = { ...user };
    Reflect.deleteProperty(rest, 'token');
    return { ...rest, authProvider: { name: 'tokenFile', config: { tokenFile } } };
  });
  return kubeConfig;
}

/** The names of a file's users with the absolute paths of their token files. */
function tokenFilesIn(file: string): readonly (readonly [name: string, tokenFile: string])[] {
  const { users } = ((parse(readFileSync(file, 'utf8')) as unknown) ?? {}) as { readonly users?: unknown };
  return (Array.isArray(users) ? users : []).flatMap((entry: unknown) => {
    const { name, user } = (entry ?? {}) as {
      readonly name?: unknown;
      readonly user?: { readonly tokenFile?: unknown } | null;
    };
    const tokenFile = user?.tokenFile;
    if (typeof name !== 'string' || typeof tokenFile !== 'string' || tokenFile === '') return [];
    return [[name, path.resolve(path.dirname(file), tokenFile)] as const];
  });
}
