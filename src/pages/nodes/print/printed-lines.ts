import { linesOfGroup, nodeLine } from '../groups/lines';
import type { MatrixLine } from '../groups/lines';
import type { ShownColumn } from '../shown-columns';
import type { MatrixView } from '../useMatrixView';

/** About twenty sheets; who needs more takes the file. */
export const mostPrintedLines = 500;
/** What fits on a sheet of A4 across, beside node and verdict. */
const columnsOfSheet = 14;

/** The lines of all pages, as far as they are printed: groups with the nodes of those that are open, or nodes. */
export function printedLines({ groups, rows, query }: MatrixView): readonly MatrixLine[] {
  if (groups === null) return rows.slice(0, mostPrintedLines).map(nodeLine);
  const open = new Set(query.openGroups);
  const lonely = query.grouping === 'findings' ? 'nodes' : 'groups';
  const lines: MatrixLine[] = [];
  for (const group of groups) {
    if (lines.length >= mostPrintedLines) break;
    lines.push(...linesOfGroup(group, open, lonely));
  }
  return lines.slice(0, mostPrintedLines);
}

/** Columns by sheet: each repeats the nodes, so none is cut off. */
export function sheetsOf(columns: readonly ShownColumn[]): readonly (readonly ShownColumn[])[] {
  const sheets: ShownColumn[][] = [];
  for (let from = 0; from < columns.length; from += columnsOfSheet)
    sheets.push(columns.slice(from, from + columnsOfSheet));
  return sheets;
}
