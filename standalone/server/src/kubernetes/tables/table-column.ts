import { isRecord, type KubernetesObject } from '../kubernetes-object';
import { humanDuration } from './human-duration';

/** A column of a table (metav1.TableColumnDefinition) with what it shows of an object. */
export interface TableColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'date';
  readonly format: '' | 'name';
  /** 1 for what `kubectl get -o wide` shows beyond the rest. */
  readonly priority: 0 | 1;
  readonly cell: (object: KubernetesObject) => string | number | null;
}

/** What stands at a path of an object; undefined where it ends early. */
export const at = (object: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), object);

/** How long ago a time was, as an API server prints it. */
export const ago = (time: unknown): string | null =>
  typeof time === 'string' ? humanDuration(Date.now() - Date.parse(time)) : null;

export const nameColumn: TableColumn = {
  name: 'Name',
  type: 'string',
  format: 'name',
  priority: 0,
  cell: ({ metadata }) => metadata.name,
};

/** What a custom resource without columns of its own shows beside its name. */
export const ageColumn: TableColumn = {
  name: 'Age',
  type: 'date',
  format: '',
  priority: 0,
  cell: ({ metadata }) => ago(metadata.creationTimestamp),
};
