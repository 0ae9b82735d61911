import { asList, asNumberBetween, asRecord, asText } from './untyped';
import type { Untyped } from './untyped';

/** Asks for a table; an API that makes none answers with whole objects. https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables */
export const acceptTable = 'application/json;as=Table;g=meta.k8s.io;v=v1,application/json';

/** One object of a list: a row of a table, or the whole of it. */
export interface ListedObject {
  readonly name: string;
  /** What the column of a name shows; undefined without such a column, and for a whole object. */
  readonly cell: (column: string) => unknown;
  /** Empty where the table was asked for without. */
  readonly metadata: Untyped;
  /** Where the API gave whole objects. */
  readonly whole?: Untyped;
}

/** A page of a list, or what one event of a watch tells. */
export interface ListAnswer {
  readonly objects: readonly ListedObject[];
  /** Of the list, or of the object that an event is about. */
  readonly resourceVersion: string | undefined;
  /** Where the next page begins. */
  readonly next: string | undefined;
  /** How many objects follow, where the API says so. */
  readonly remaining: number | undefined;
  /** Places of the columns by their names; only the first table of a watch has them. */
  readonly columns: ReadonlyMap<string, number> | undefined;
}

/** Reads a Table, a list or an object of the API. An object without a name is left out. */
export function readListAnswer(value: unknown, formerColumns?: ReadonlyMap<string, number>): ListAnswer {
  const answer = asRecord(value);
  const metadata = asRecord(answer['metadata']);
  const isTable = answer['kind'] === 'Table';
  const columns = isTable ? (readColumns(answer['columnDefinitions']) ?? formerColumns) : undefined;
  const objects = isTable
    ? asList(answer['rows']).map((row) => readRow(asRecord(row), columns))
    : (Array.isArray(answer['items']) ? asList(answer['items']) : [answer]).map(readWhole);
  return {
    objects: objects.filter((object) => object !== undefined),
    resourceVersion: asText(metadata['resourceVersion']),
    next: asText(metadata['continue']),
    remaining: asNumberBetween(0, Number.MAX_SAFE_INTEGER, metadata['remainingItemCount']),
    columns,
  };
}

function readColumns(value: unknown): ReadonlyMap<string, number> | undefined {
  if (!Array.isArray(value)) return undefined;
  return new Map(asList(value).map((column, index) => [asText(asRecord(column)['name']) ?? '', index]));
}

function readRow(row: Untyped, columns: ReadonlyMap<string, number> | undefined): ListedObject | undefined {
  const cells = asList(row['cells']);
  const metadata = asRecord(asRecord(row['object'])['metadata']);
  const cell = (column: string): unknown => cells[columns?.get(column) ?? -1];
  const name = asText(metadata['name']) ?? asText(cell('Name'));
  return name === undefined ? undefined : { name, cell, metadata };
}

function readWhole(value: unknown): ListedObject | undefined {
  const whole = asRecord(value);
  const metadata = asRecord(whole['metadata']);
  const name = asText(metadata['name']);
  return name === undefined ? undefined : { name, cell: () => undefined, metadata, whole };
}
