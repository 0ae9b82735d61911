import type { NodeRow } from '../../fleet/node-row';

/** What was asked: when the report of each node was observed then, milliseconds since 1970. */
export interface RecheckRequest {
  readonly before: ReadonlyMap<string, number | undefined>;
}

/** How many of the asked nodes have a report that is not newer than the one at the time of asking. */
export function waitingFor({ before }: RecheckRequest, rows: readonly NodeRow[]): number {
  return rows.filter(({ name, report }) => {
    if (!before.has(name) || report === undefined) return false;
    // By the agent's own clock on both sides: that of the browser may be another.
    return (report.observedAt ?? 0) <= (before.get(name) ?? 0);
  }).length;
}
