import type { CellVerdict } from '../../fleet/cells';
import { isCurrent } from '../../fleet/node-row';
import type { NodeRow } from '../../fleet/node-row';

/** How many nodes have which verdict, and on how many a waiver covers it. */
export type VerdictCounts = Readonly<Partial<Record<CellVerdict, number>>>;

/** The counts of every requirement that a current report mentions, by id. */
export function requirementCounts(rows: readonly NodeRow[]): ReadonlyMap<string, VerdictCounts> {
  const counts = new Map<string, Partial<Record<CellVerdict, number>>>();
  for (const row of rows) {
    if (!isCurrent(row)) continue;
    for (const { requirement, verdict } of row.report.findings.values()) {
      const known = counts.get(requirement) ?? {};
      const counted = row.waived?.has(requirement) === true ? 'Waived' : verdict;
      known[counted] = (known[counted] ?? 0) + 1;
      counts.set(requirement, known);
    }
  }
  return counts;
}
