import type { KubernetesClient } from '../../reference-programs/kubernetes-api/kubernetes-client';
import type { ListedForm } from './fleet-figures';

/** The forms in which a list of reports can be had: the Accept header of each, and how much of the objects a table brings. */
const forms: Readonly<Record<string, readonly [accept: string, objects: 'Metadata' | 'None']>> = {
  'whole objects': ['application/json', 'Metadata'],
  'partial metadata': ['application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1', 'Metadata'],
  'table with metadata': ['application/json;as=Table;g=meta.k8s.io;v=v1', 'Metadata'],
  'table without objects, as the pages read it': ['application/json;as=Table;g=meta.k8s.io;v=v1', 'None'],
};

/** Lists all objects of a path in one answer, in each form. A first list that fills the server's caches does not count. */
export async function listInEachForm(client: KubernetesClient, path: string): Promise<readonly ListedForm[]> {
  const listed: ListedForm[] = [];
  await client.do('GET', `${path}?limit=1`);
  for (const [form, [accept, objects]] of Object.entries(forms)) {
    const start = performance.now();
    const { body } = await client.ask('GET', `${path}?resourceVersion=0&includeObject=${objects}`, { accept });
    const milliseconds = Math.round(performance.now() - start);
    const { items, rows } = body as { readonly items?: readonly unknown[]; readonly rows?: readonly unknown[] };
    const bytes = Buffer.byteLength(JSON.stringify(body));
    listed.push({ form, bytes, items: (items ?? rows ?? []).length, milliseconds });
  }
  return listed;
}
