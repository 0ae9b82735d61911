import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parse } from 'yaml';
import { definitionsPath, installDefinitions } from './custom-resources';
import type { KubernetesClient, KubernetesObject } from './kubernetes-client';
import { aWhile } from './observed-agent';

const chart = join(import.meta.dirname, 'installation/previous/calico-readiness-0.1.0.tgz');

/**
 * The definitions of the previous chart, which know neither the compact line nor `worst`, no status of a policy, and no
 * ClusterReport.
 */
export const previousDefinitions: readonly KubernetesObject[] = ['nodereports', 'readinesspolicies'].map((plural) => {
  const file = `calico-readiness/definitions/${plural}.calicoreadiness.io.yaml`;
  return parse(spawnSync('tar', ['-xzOf', chart, file], { encoding: 'utf8' }).stdout) as KubernetesObject;
});

/** Installs or replaces them; resolves when the API server goes by them. */
export async function putDefinitions(
  client: KubernetesClient,
  definitions: readonly KubernetesObject[],
): Promise<void> {
  for (const definition of definitions) {
    const path = `${definitionsPath}/${definition.metadata.name}`;
    if ((await client.get(path)) === undefined) await installDefinitions(client, [definition]);
    else await client.patch(path, { spec: { versions: (definition['spec'] as { versions: unknown }).versions } });
  }
  // Nothing tells when the handlers of a changed definition are in place.
  await aWhile(2000);
}
