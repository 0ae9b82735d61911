import { memo } from 'react';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { ChapterHead } from './ChapterHead';
import { RequirementHeads } from './RequirementHeads';
import { leadingColumns } from '../shown-columns';
import type { ShownChapter, ShownColumn } from '../shown-columns';
import { SizeRow } from './SizeRow';
import { SortableHead } from './SortableHead';
import type { GridPosition } from './useGridNavigation';
import type { MatrixView } from '../useMatrixView';

interface MatrixHeadProps {
  readonly view: MatrixView;
  /** Those of requirements and of collapsed chapters. */
  readonly columns: readonly ShownColumn[];
  readonly active: GridPosition;
}

/** Two rows: chapters, and below the expanded ones their requirements. */
export const MatrixHead = memo(({ view, columns, active }: MatrixHeadProps) => {
  const { t } = useReadinessTranslation();
  const chapters = withStart(view.shownChapters);
  return (
    <thead>
      <SizeRow
        columns={columns}
        showsChanges={view.showsChanges}
        mostNodes={view.groups === null ? null : view.rows.length}
      />
      <tr role="row" aria-rowindex={1}>
        <SortableHead by="name" title={t('Node')} column={0} view={view} active={active} />
        <SortableHead by="verdict" title={t('Verdict')} column={1} view={view} active={active} />
        {chapters.map(({ start, shown }) => (
          <ChapterHead key={shown.chapter.key} shown={shown} start={start} active={active} onToggle={view.toggle} />
        ))}
      </tr>
      <tr role="row" aria-rowindex={2}>
        {chapters.map(
          ({ start, shown }) =>
            shown.expanded && (
              <RequirementHeads key={shown.chapter.key} columns={shown.columns} start={start} active={active} />
            ),
        )}
      </tr>
    </thead>
  );
});
MatrixHead.displayName = 'MatrixHead';

/** Each chapter with the position of its first column. */
function withStart(chapters: readonly ShownChapter[]): { readonly start: number; readonly shown: ShownChapter }[] {
  let next = leadingColumns;
  return chapters.map((shown) => {
    const start = next;
    next += shown.columns.length;
    return { start, shown };
  });
}
