import type { ReadWaiver } from '@calico-readiness/requirements';
import { chapterCell, findingIn } from '../../fleet/cells';
import type { ChapterCell } from '../../fleet/cells';
import type { NodeRow } from '../../fleet/node-row';
import { chapterCellBefore, findingBefore } from '../../fleet/what-if/what-if-changes';
import type { ReadFinding } from '../../k8s/read-findings';
import type { ReadReport } from '../../k8s/read-node-report';
import type { ShownColumn } from './shown-columns';

/** What a report says in one column, and in a what-if that changes it, what it says currently. */
export type ShownCell =
  /** Whatever it says may no longer hold. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'chapter'; readonly cell: ChapterCell; readonly before: ChapterCell | undefined }
  | {
      readonly kind: 'requirement';
      readonly finding: ReadFinding;
      readonly before: ReadFinding | undefined;
      /** The waiver that covers the finding. */
      readonly waiver?: ReadWaiver;
    };

export function shownCell(row: NodeRow, report: ReadReport, { chapter, column }: ShownColumn): ShownCell {
  if (row.verdict === 'Stale') return { kind: 'stale' };
  if (column === undefined) {
    return { kind: 'chapter', cell: chapterCell(report, chapter, row.waived), before: chapterCellBefore(row, chapter) };
  }
  const waiver = row.waived?.get(column.id);
  return {
    kind: 'requirement',
    finding: findingIn(report, column),
    before: findingBefore(row, column),
    ...(waiver && { waiver }),
  };
}
