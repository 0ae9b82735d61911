import { useImperativeHandle, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import type { ChapterKey } from '../../fleet/columns';
import type { NodeRow } from '../../fleet/node-row';
import type { SortKey } from '../../fleet/sort-rows';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { leadingColumns, MatrixHead } from './MatrixHead';
import { MatrixRow } from './MatrixRow';
import type { CellAddress } from './matrix-query';
import type { ShownChapter } from './shown-columns';
import { useGridNavigation } from './useGridNavigation';
import '../../components/matrix.css';

/** What the panel needs of the grid: to give the focus back. */
export interface MatrixGridHandle {
  readonly focusActiveCell: () => void;
}

interface MatrixGridProps {
  /** The rows of this page, and where the first of them stands among all that the filters let through. */
  readonly rows: readonly NodeRow[];
  readonly offset: number;
  readonly total: number;
  readonly chapters: readonly ShownChapter[];
  readonly sortBy: SortKey;
  readonly orderBy: 'asc' | 'desc';
  readonly openCell: CellAddress | null;
  readonly onSort: (key: SortKey) => void;
  readonly onToggle: (chapter: ChapterKey) => void;
  readonly onOpen: (cell: CellAddress) => void;
  readonly onClose: () => void;
  readonly handle: Ref<MatrixGridHandle>;
}

const headRows = 2;

/** Nodes × requirements as an ARIA grid. */
export const MatrixGrid = (properties: MatrixGridProps) => {
  const { rows, offset, total, chapters, openCell, onOpen, onClose, handle } = properties;
  const { t } = useReadinessTranslation();
  const table = useRef<HTMLTableElement>(null);
  const columns = useMemo(() => chapters.flatMap((chapter) => chapter.columns), [chapters]);
  const columnCount = leadingColumns + columns.length;
  const { active, focusCell, onKeyDown, onFocus } = useGridNavigation(table, rows.length, columnCount);
  useImperativeHandle(handle, () => ({ focusActiveCell: () => void focusCell(active) }));

  const openFrom = (element: EventTarget): boolean => {
    const cell = element instanceof Element ? element.closest<HTMLElement>('[data-cell]') : null;
    const row = rows[Number(cell?.dataset['row'])];
    const column = cell?.dataset['cell'];
    if (row === undefined || column === undefined) return false;
    onOpen({ node: row.name, column });
    return true;
  };

  return (
    <div className="calico-readiness__matrix-scroll">
      <table
        ref={table}
        role="grid"
        aria-label={t('Nodes and requirements')}
        aria-rowcount={total + headRows}
        aria-colcount={columnCount}
        className="calico-readiness__matrix"
        onFocus={onFocus}
        onClick={(event: MouseEvent<HTMLTableElement>) => {
          openFrom(event.target);
        }}
        onKeyDown={(event: KeyboardEvent<HTMLTableElement>) => {
          if (event.key === 'Escape') onClose();
          else if ((event.key === 'Enter' || event.key === ' ') && openFrom(event.target)) event.preventDefault();
          else onKeyDown(event);
        }}
      >
        <MatrixHead
          chapters={chapters}
          active={active}
          sortBy={properties.sortBy}
          orderBy={properties.orderBy}
          onSort={properties.onSort}
          onToggle={properties.onToggle}
        />
        <tbody>
          {rows.map((row, index) => (
            <MatrixRow
              key={row.name}
              row={row}
              columns={columns}
              index={index}
              gridIndex={offset + index + headRows + 1}
              activeColumn={active.row === index ? active.column : null}
              openColumn={openCell?.node === row.name ? openCell.column : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
