import type { Fleet } from './build-fleet';
import { chapterCell } from './cells';
import type { CellVerdict } from './cells';
import type { ColumnChapter } from './columns';
import { isCurrent } from './node-row';
import type { NodeRow } from './node-row';
import type { Pool } from './pool';

/** How many nodes of a pool have which worst verdict in a chapter; current reports only. */
export type VerdictCounts = Readonly<Record<CellVerdict, number>>;

export interface PoolRow {
  readonly pool: Pool | null;
  readonly nodes: number;
  readonly currentReports: number;
  /** In the order of the chapters. */
  readonly chapters: readonly VerdictCounts[];
}

/** Every pool by chapter; pools with most failing nodes first, then by name. */
export function poolTable(fleet: Fleet, chapters: readonly ColumnChapter[]): PoolRow[] {
  const byPool = new Map<string | null, NodeRow[]>();
  for (const row of fleet.rows) {
    const name = row.pool?.name ?? null;
    const members = byPool.get(name);
    if (members === undefined) byPool.set(name, [row]);
    else members.push(row);
  }
  return [...byPool.values()]
    .map((rows): { row: PoolRow; failing: number } => ({
      row: {
        pool: rows[0]?.pool ?? null,
        nodes: rows.length,
        currentReports: rows.filter(isCurrent).length,
        chapters: chapters.map((chapter) => countVerdicts(rows, chapter)),
      },
      failing: rows.filter((row) => row.verdict === 'NotReady').length,
    }))
    .sort(
      (one, other) =>
        other.failing - one.failing || (one.row.pool?.name ?? '').localeCompare(other.row.pool?.name ?? '', 'en'),
    )
    .map(({ row }) => row);
}

function countVerdicts(rows: readonly NodeRow[], chapter: ColumnChapter): VerdictCounts {
  const counts: Record<CellVerdict, number> = { Fail: 0, Unknown: 0, Warn: 0, Waived: 0, Pass: 0, NotApplicable: 0 };
  for (const row of rows) if (isCurrent(row)) counts[chapterCell(row.report, chapter, row.waived).verdict] += 1;
  return counts;
}
