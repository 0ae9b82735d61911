import type { Verdict } from '@calico-readiness/requirements';
import { isCurrent } from '../../fleet/node-row';
import type { NodeRow } from '../../fleet/node-row';

/** How many nodes have which verdict. */
export type VerdictCounts = Readonly<Partial<Record<Verdict, number>>>;

/** The counts of every requirement that a current report mentions, by id. */
export function requirementCounts(rows: readonly NodeRow[]): ReadonlyMap<string, VerdictCounts> {
  const counts = new Map<string, Partial<Record<Verdict, number>>>();
  for (const row of rows) {
    if (!isCurrent(row)) continue;
    for (const { requirement, verdict } of row.report.findings.values()) {
      const known = counts.get(requirement) ?? {};
      known[verdict] = (known[verdict] ?? 0) + 1;
      counts.set(requirement, known);
    }
  }
  return counts;
}
