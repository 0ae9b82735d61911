import { connectivityStates } from '@calico-readiness/requirements';
import { groupings } from '../../fleet/groups/group-rows';
import type { Grouping } from '../../fleet/groups/group-rows';
import type { MatrixFilter } from '../../fleet/matrix-filter';
import { rowVerdicts } from '../../fleet/node-row';
import { sortKeys } from '../../fleet/sort-rows';
import type { SortKey } from '../../fleet/sort-rows';
import { columnParameters, defaultColumns, readColumns } from './columns/column-query';
import type { ColumnChoice } from './columns/column-query';
import { readCompare, writeCompare } from './compare/compare-query';
import type { ComparedNames } from './compare/compare-query';

/** The cell whose panel is open: a requirement on a node, or a whole chapter on a node. */
export interface CellAddress {
  readonly node: string;
  /** A requirement id, or `chapter:` and a chapter. */
  readonly column: string;
}

/** Everything that the address of the matrix says, under the names that the console uses on its own lists. */
export interface MatrixQuery extends ColumnChoice {
  readonly filter: MatrixFilter;
  readonly grouping: Grouping;
  /** The ids of groups whose nodes are shown. */
  readonly openGroups: readonly string[];
  readonly sortBy: SortKey;
  readonly orderBy: 'asc' | 'desc';
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly showNotApplicable: boolean;
  /** In a what-if: only nodes on which other requirements would be unmet. */
  readonly onlyChanged: boolean;
  readonly cell: CellAddress | null;
  /** Two nodes side by side, in place of the matrix. */
  readonly compare: ComparedNames | null;
}

export const pageSizes = [20, 50, 100, 200] as const;
const defaultPageSize = 50;

/** Reads an address; what it says wrongly counts as not said. What it does not say of columns is as remembered. */
export function readQuery(parameters: URLSearchParams, remembered = defaultColumns): MatrixQuery {
  const one = <T extends string>(name: string, choices: readonly T[], otherwise: T): T =>
    choices.find((choice) => choice === parameters.get(name)) ?? otherwise;
  const several = <T extends string>(name: string, choices: readonly T[]): T[] =>
    choices.filter((choice) => parameters.getAll(name).includes(choice));
  const grouping = one('group', groupings, 'none');
  const perPage = Number(parameters.get('perPage'));
  return {
    filter: {
      name: parameters.get('name') ?? '',
      labels: (parameters.get('label') ?? '').split(',').filter((label) => label !== ''),
      verdicts: several('verdict', rowVerdicts),
      connectivity: several('connectivity', connectivityStates),
      pools: distinct(parameters.getAll('pool')),
      zones: distinct(parameters.getAll('zone')),
      requirements: distinct(parameters.getAll('requirement')),
      reasons: distinct(parameters.getAll('reason')),
    },
    grouping,
    openGroups: grouping === 'none' ? [] : distinct(parameters.getAll('open')),
    sortBy: one('sortBy', sortKeys, 'verdict'),
    orderBy: one('orderBy', ['asc', 'desc'], 'asc'),
    page: Math.max(1, Math.trunc(Number(parameters.get('page'))) || 1),
    perPage: pageSizes.find((size) => size === perPage) ?? defaultPageSize,
    ...readColumns(parameters, remembered),
    showNotApplicable: parameters.get('notApplicable') === 'show',
    onlyChanged: parameters.get('changed') === 'only',
    cell: readCell(parameters.get('cell')),
    compare: readCompare(parameters.get('compare')),
  };
}

function readCell(text: string | null): CellAddress | null {
  // A node's name has no slash; the id of a requirement that nobody knows may.
  const at = text?.indexOf('/') ?? -1;
  return text === null || at < 1 || at === text.length - 1
    ? null
    : { node: text.slice(0, at), column: text.slice(at + 1) };
}

/** Writes an address; what is as it would be without saying is left out. Parameters that are not ours are kept. */
export function writeQuery(
  query: MatrixQuery,
  others = new URLSearchParams(),
  remembered = defaultColumns,
): URLSearchParams {
  const { filter } = query;
  const ours: Record<string, readonly string[]> = {
    name: present(filter.name),
    label: present(filter.labels.join(',')),
    verdict: filter.verdicts,
    connectivity: filter.connectivity,
    pool: filter.pools,
    zone: filter.zones,
    requirement: filter.requirements,
    reason: filter.reasons,
    group: query.grouping === 'none' ? [] : [query.grouping],
    open: query.grouping === 'none' ? [] : query.openGroups,
    sortBy: query.sortBy === 'verdict' ? [] : [query.sortBy],
    orderBy: query.orderBy === 'asc' ? [] : [query.orderBy],
    page: query.page === 1 ? [] : [String(query.page)],
    perPage: query.perPage === defaultPageSize ? [] : [String(query.perPage)],
    ...columnParameters(query, remembered),
    notApplicable: query.showNotApplicable ? ['show'] : [],
    changed: query.onlyChanged ? ['only'] : [],
    cell: query.cell === null ? [] : [`${query.cell.node}/${query.cell.column}`],
    compare: query.compare === null ? [] : [writeCompare(query.compare)],
  };
  const parameters = new URLSearchParams();
  for (const [name, value] of others) if (!Object.hasOwn(ours, name)) parameters.append(name, value);
  for (const [name, values] of Object.entries(ours)) for (const value of values) parameters.append(name, value);
  return parameters;
}

const present = (text: string): readonly string[] => (text === '' ? [] : [text]);
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];
