import type { KubernetesClient, KubernetesObject } from '../kubernetes-client';

interface Resource {
  readonly name: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

/** The namespace is the administrator's, and an APIService what the API server itself notes of a definition. */
const notOurs = ['namespaces', 'events', 'apiservices'];

/**
 * The names of every object of the cluster that is Calico Readiness' by its own name, of whatever kind the API knows,
 * Helm's records included; what of our own resources is stored is not asked for.
 */
export async function everythingOf(client: KubernetesClient): Promise<readonly string[]> {
  const groups = (await client.do('GET', '/apis'))['groups'] as readonly {
    preferredVersion: { groupVersion: string };
  }[];
  const versions = ['/api/v1', ...groups.map(({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`)];
  const found: string[] = [];
  for (const version of versions.filter((path) => !path.includes('calicoreadiness.io'))) {
    for (const { name, verbs } of await resourcesOf(client, version)) {
      if (!verbs.includes('list') || notOurs.includes(name)) continue;
      const ours = (await itemsOf(client, `${version}/${name}`))
        .map(({ metadata }) => metadata.name)
        .filter((text) => /calico-?readiness/.test(text));
      found.push(...ours.map((text) => `${name} ${text}`));
    }
  }
  return [...new Set(found)].sort();
}

async function itemsOf(client: KubernetesClient, path: string): Promise<readonly KubernetesObject[]> {
  const { status, body } = await client.ask('GET', path);
  // The storage of a definition that changed a moment ago begins anew.
  if (status === 429) return itemsOf(client, path);
  if (status >= 300) throw new Error(`GET ${path}: ${JSON.stringify(body)}`);
  return (body as { readonly items: readonly KubernetesObject[] }).items;
}

/** A group whose definition went a moment ago may be listed still. */
async function resourcesOf(client: KubernetesClient, version: string): Promise<readonly Resource[]> {
  const answer = (await client.get(version)) as unknown as { readonly resources?: readonly Resource[] } | undefined;
  return answer?.resources ?? [];
}
