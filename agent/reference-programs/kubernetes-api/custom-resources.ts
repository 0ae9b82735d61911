import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { KubernetesClient, KubernetesObject } from './kubernetes-client';

const directory = join(import.meta.dirname, '../../../charts/calico-readiness/definitions');
/** Milliseconds; it takes a tenth of a second. */
const establishedWithin = 30_000;

export const definitionsPath = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

export const reportsPath = '/apis/calicoreadiness.io/v1alpha1/nodereports';
export const policiesPath = '/apis/calicoreadiness.io/v1alpha1/readinesspolicies';

/** What an installation applies, as the files say it. */
export const ownDefinitions: readonly KubernetesObject[] = readdirSync(directory).map(
  (name) => parse(readFileSync(join(directory, name), 'utf8')) as KubernetesObject,
);

/** Installs definitions; resolves when all of them can be used. */
export async function installDefinitions(
  client: KubernetesClient,
  definitions: readonly KubernetesObject[],
): Promise<void> {
  for (const definition of definitions) await client.create(definitionsPath, definition);
  const deadline = performance.now() + establishedWithin;
  for (const { metadata } of definitions) {
    while ((await conditionsOf(client, metadata.name))['Established'] !== 'True') {
      if (performance.now() > deadline) throw new Error(`${metadata.name} is not established`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The state of each condition of a definition, by its type. */
export async function conditionsOf(client: KubernetesClient, name: string): Promise<Readonly<Record<string, string>>> {
  const definition = await client.do('GET', `${definitionsPath}/${name}`);
  // A new definition has null for its conditions.
  const { conditions } = definition['status'] as { conditions: { type: string; status: string }[] | null };
  return Object.fromEntries((conditions ?? []).map(({ type, status }) => [type, status]));
}
