import type { KubernetesObject } from '../kubernetes-object';
import { nodeReportType, nodeType, type ResourceType } from '../resource-type';
import { nodeColumns } from './node-columns';
import { nodeReportColumns } from './node-report-columns';
import { ageColumn, nameColumn, type TableColumn } from './table-column';

/** What a client may ask objects to be turned into: nothing, their metadata, or rows of a table. */
export type ShapeName = 'object' | 'metadata' | 'table';

/** What an `Accept` header asks for first (https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables). */
export const shapeOf = (accept: string): ShapeName => {
  const [first = ''] = accept.split(',');
  if (/;\s*as=Table\b/.test(first)) return 'table';
  return /;\s*as=PartialObjectMetadata(?:List)?\b/.test(first) ? 'metadata' : 'object';
};

const columnsOf = (type: ResourceType): readonly TableColumn[] =>
  type === nodeType ? nodeColumns : type === nodeReportType ? nodeReportColumns : [nameColumn, ageColumn];

export const metadataOnly = ({ metadata }: KubernetesObject): object => ({
  kind: 'PartialObjectMetadata',
  apiVersion: 'meta.k8s.io/v1',
  metadata,
});

/** `includeObject` of the query; a row without it carries the metadata. */
const objectInRow = (include: string | null, object: KubernetesObject): object | null =>
  include === 'None' ? null : include === 'Object' ? object : metadataOnly(object);

const definitionsOf = (type: ResourceType): readonly object[] =>
  columnsOf(type).map(({ name, type: kind, format, priority }) => ({
    name,
    type: kind,
    format,
    description: '',
    priority,
  }));

/** A table of these objects. Of the tables of one watch, only the first names its columns. */
export const tableOf = (
  type: ResourceType,
  objects: readonly KubernetesObject[],
  metadata: object,
  { include, withColumns = true }: { readonly include: string | null; readonly withColumns?: boolean },
): object => ({
  kind: 'Table',
  apiVersion: 'meta.k8s.io/v1',
  metadata,
  columnDefinitions: withColumns ? definitionsOf(type) : null,
  rows: objects.map((object) => ({
    cells: columnsOf(type).map(({ cell }) => cell(object)),
    object: objectInRow(include, object),
  })),
});
