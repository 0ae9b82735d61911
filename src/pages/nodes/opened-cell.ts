import type { Fleet } from '../../fleet/build-fleet';
import { findingIn } from '../../fleet/cells';
import type { Column, ColumnChapter } from '../../fleet/columns';
import type { NodeRow } from '../../fleet/node-row';
import type { ReadFinding } from '../../k8s/read-findings';
import type { ReadReport } from '../../k8s/read-node-report';
import type { CellAddress } from './matrix-query';
import { chapterColumnKey } from './shown-columns';

/** What an address of a cell leads to. An address may be old or made up: nothing of it need be there. */
export interface OpenedCell {
  readonly row: NodeRow | undefined;
  readonly report: ReadReport | undefined;
  /** The whole chapter, or one requirement and what the report finds about it. */
  readonly chapter: ColumnChapter | undefined;
  readonly column: Column | undefined;
  readonly finding: ReadFinding | undefined;
}

export function openedCell(fleet: Fleet, chapters: readonly ColumnChapter[], cell: CellAddress): OpenedCell {
  const row = fleet.rows.find(({ name }) => name === cell.node);
  const report = row?.report;
  const chapter = chapters.find(({ key }) => chapterColumnKey(key) === cell.column);
  const column = chapters.flatMap(({ columns }) => columns).find(({ id }) => id === cell.column);
  const finding = report !== undefined && column !== undefined ? findingIn(report, column) : undefined;
  return { row, report, chapter, column, finding };
}

/** The same with what was seen, once the whole report is there. */
export function withEvidence(opened: OpenedCell, report: ReadReport | undefined): OpenedCell {
  if (report === undefined) return opened;
  const { column } = opened;
  return { ...opened, report, finding: column === undefined ? undefined : findingIn(report, column) };
}
