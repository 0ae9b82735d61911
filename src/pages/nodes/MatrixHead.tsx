import { AngleDownIcon, AngleRightIcon, SortAmountDownIcon, SortAmountUpIcon } from '@patternfly/react-icons';
import { chapterTitle } from '../../components/chapter-titles';
import type { ChapterKey } from '../../fleet/columns';
import type { SortKey } from '../../fleet/sort-rows';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { columnTitle } from './cell-text';
import type { ShownChapter } from './shown-columns';
import { chapterHeadRow, columnHeadRow } from './useGridNavigation';
import type { GridPosition } from './useGridNavigation';

interface MatrixHeadProps {
  readonly chapters: readonly ShownChapter[];
  readonly active: GridPosition;
  readonly sortBy: SortKey;
  readonly orderBy: 'asc' | 'desc';
  readonly onSort: (key: SortKey) => void;
  readonly onToggle: (chapter: ChapterKey) => void;
}

/** Columns before the requirements: node and verdict. */
export const leadingColumns = 2;

/** Two rows: chapters, and below the expanded ones their requirements. */
export const MatrixHead = ({ chapters, active, sortBy, orderBy, onSort, onToggle }: MatrixHeadProps) => {
  const translation = useReadinessTranslation();
  const { t, message, number } = translation;
  const tabStop = (row: number, first: number, last = first): 0 | -1 =>
    active.row === row && active.column >= first && active.column <= last ? 0 : -1;
  const starts = startsOf(chapters);

  const sortable = (key: SortKey, title: string, column: number) => (
    <th
      scope="col"
      rowSpan={2}
      role="columnheader"
      aria-colindex={column + 1}
      aria-sort={sortBy === key ? (orderBy === 'asc' ? 'ascending' : 'descending') : 'none'}
      data-row={columnHeadRow}
      data-first={column}
      className={column === 0 ? 'calico-readiness__node-column' : undefined}
    >
      <button
        type="button"
        className="calico-readiness__head-button"
        tabIndex={tabStop(columnHeadRow, column)}
        onClick={() => {
          onSort(key);
        }}
      >
        {title}{' '}
        {sortBy === key &&
          (orderBy === 'asc' ? <SortAmountDownIcon aria-hidden="true" /> : <SortAmountUpIcon aria-hidden="true" />)}
        {sortBy === key && key === 'verdict' && (
          <span className="calico-readiness__quiet"> {orderBy === 'asc' ? t('worst first') : t('best first')}</span>
        )}
      </button>
    </th>
  );

  return (
    <thead>
      <tr role="row" aria-rowindex={1}>
        {sortable('name', t('Node'), 0)}
        {sortable('verdict', t('Verdict'), 1)}
        {chapters.map(({ chapter, expanded, columns, applicable }, index) => {
          const first = starts[index] ?? leadingColumns;
          const row = expanded ? chapterHeadRow : columnHeadRow;
          const last = first + columns.length - 1;
          return (
            <th
              key={chapter.key}
              scope={expanded ? 'colgroup' : 'col'}
              role="columnheader"
              rowSpan={expanded ? undefined : 2}
              colSpan={columns.length}
              aria-colindex={first + 1}
              data-row={row}
              data-first={first}
              data-last={last}
              className="calico-readiness__chapter-start"
            >
              <button
                type="button"
                className="calico-readiness__head-button"
                aria-expanded={expanded}
                tabIndex={tabStop(row, first, last)}
                onClick={() => {
                  onToggle(chapter.key);
                }}
              >
                <span className="calico-readiness__chapter-title">
                  {expanded ? <AngleDownIcon aria-hidden="true" /> : <AngleRightIcon aria-hidden="true" />}{' '}
                  {chapterTitle(t, chapter.key)}
                </span>{' '}
                <span
                  className={
                    expanded ? 'calico-readiness__quiet' : 'calico-readiness__quiet calico-readiness__chapter-count'
                  }
                >
                  {expanded && applicable < chapter.columns.length
                    ? t('{{some}} of {{all}}', { some: number(applicable), all: number(chapter.columns.length) })
                    : number(applicable)}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
      <tr role="row" aria-rowindex={2}>
        {chapters.flatMap(({ expanded, columns }, index) =>
          expanded
            ? columns.map((shown, offset) => {
                const position = (starts[index] ?? leadingColumns) + offset;
                return (
                  <th
                    key={shown.key}
                    scope="col"
                    role="columnheader"
                    aria-colindex={position + 1}
                    data-row={columnHeadRow}
                    data-first={position}
                    tabIndex={tabStop(columnHeadRow, position)}
                    title={
                      shown.column?.requirement === undefined ? shown.key : message(shown.column.requirement.title)
                    }
                    className={offset === 0 ? 'calico-readiness__chapter-start' : undefined}
                  >
                    {columnTitle(translation, shown)}
                  </th>
                );
              })
            : [],
        )}
      </tr>
    </thead>
  );
};

/** The position of the first column of each chapter. */
function startsOf(chapters: readonly ShownChapter[]): number[] {
  let next = leadingColumns;
  return chapters.map(({ columns }) => {
    const start = next;
    next += columns.length;
    return start;
  });
}
