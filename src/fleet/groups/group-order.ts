import { rowVerdicts } from '../node-row';
import type { SortKey } from '../sort-rows';
import type { RowGroup } from './row-group';

export interface GroupSorting {
  readonly by: SortKey;
  readonly order: 'asc' | 'desc';
}

const names = new Intl.Collator('en', { numeric: true });
const nameOf = ({ value, rows }: RowGroup): string => (value === '' ? (rows[0]?.name ?? '') : value);

/** Those with the most failing requirements first, then the largest; or by name. */
export function groupOrder({ by, order }: GroupSorting): (one: RowGroup, other: RowGroup) => number {
  const direction = order === 'asc' ? 1 : -1;
  const byName = (one: RowGroup, other: RowGroup): number => names.compare(nameOf(one), nameOf(other));
  if (by === 'name') return (one, other) => direction * byName(one, other);
  return (one, other) =>
    direction * (other.failing - one.failing) ||
    other.rows.length - one.rows.length ||
    rowVerdicts.indexOf(one.worst) - rowVerdicts.indexOf(other.worst) ||
    byName(one, other);
}
