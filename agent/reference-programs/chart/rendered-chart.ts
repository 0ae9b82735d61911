import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

interface RenderedObject {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** What the chart makes on OpenShift; a spec in kubernetes-api holds the file against the chart. */
const golden = join(import.meta.dirname, '../kubernetes-api/chart/renderings/openshift.golden.yaml');

/** The one object of a kind; of several, the one that has a field. */
export function renderedObject(kind: string, field?: string): RenderedObject {
  const object = parseAllDocuments(readFileSync(golden, 'utf8'))
    .map((document) => document.toJS() as RenderedObject)
    .find((candidate) => candidate.kind === kind && (field === undefined || field in candidate));
  if (object === undefined) throw new Error(`The chart renders no ${kind}`);
  return object;
}
