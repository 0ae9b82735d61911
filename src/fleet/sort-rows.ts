import { unmetFindings } from './unmet-findings';
import { rowVerdicts } from './node-row';
import type { NodeRow } from './node-row';

/** What the matrix can be sorted by. */
export const sortKeys = ['verdict', 'name'] as const;
export type SortKey = (typeof sortKeys)[number];

const names = new Intl.Collator('en', { numeric: true });

/** Sorted by name, or with the worst first: by verdict, then by how many requirements fail, then by how many are unknown. */
export function sortRows(rows: readonly NodeRow[], key: SortKey, order: 'asc' | 'desc'): readonly NodeRow[] {
  const ranked = rows.map((row) => ({ row, rank: key === 'name' ? 0 : rankOf(row) }));
  const direction = order === 'asc' ? 1 : -1;
  const nameDirection = key === 'name' ? direction : 1;
  ranked.sort(
    (one, other) => direction * (one.rank - other.rank) || nameDirection * names.compare(one.row.name, other.row.name),
  );
  return ranked.map(({ row }) => row);
}

/** Ascending is worst first. Counts stay below 1,000: a report has at most 128 findings. */
function rankOf(row: NodeRow): number {
  const unmet = row.report === undefined ? [] : unmetFindings(row.report);
  const { waived } = row;
  const findings = waived === undefined ? unmet : unmet.filter(({ requirement }) => !waived.has(requirement));
  const failing = findings.filter(({ verdict }) => verdict === 'Fail').length;
  const undecided = findings.filter(({ verdict }) => verdict === 'Unknown').length;
  const warned = findings.length - failing - undecided;
  const badness = (Math.min(failing, 999) * 1000 + Math.min(undecided, 999)) * 1000 + Math.min(warned, 999);
  return rowVerdicts.indexOf(row.verdict) * 1e9 - badness;
}
