import { useImperativeHandle, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import type { NodeRow } from '../../../fleet/node-row';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { MatrixHead } from './MatrixHead';
import { MatrixRow } from './MatrixRow';
import type { CellAddress } from '../matrix-query';
import { leadingColumns } from '../shown-columns';
import { useGridNavigation } from './useGridNavigation';
import type { MatrixView } from '../useMatrixView';
import '../../../components/matrix.css';

/** What the panel needs of the grid: to give the focus back. */
export interface MatrixGridHandle {
  readonly focusActiveCell: () => void;
}

interface MatrixGridProps {
  readonly view: MatrixView;
  readonly onOpen: (cell: CellAddress) => void;
  readonly onClose: () => void;
  readonly handle: Ref<MatrixGridHandle>;
}

const headRows = 2;

/** Nodes × requirements as an ARIA grid. */
export const MatrixGrid = ({ view, onOpen, onClose, handle }: MatrixGridProps) => {
  const { t } = useReadinessTranslation();
  const { pageRows, shownChapters, query } = view;
  const table = useRef<HTMLTableElement>(null);
  const columns = useMemo(() => shownChapters.flatMap((chapter) => chapter.columns), [shownChapters]);
  const columnCount = leadingColumns + columns.length;
  const { active, focusCell, onKeyDown, onFocus } = useGridNavigation(table, pageRows.length, columnCount);
  useImperativeHandle(handle, () => ({ focusActiveCell: () => void focusCell(active) }));
  const openFrom = (element: EventTarget): boolean => {
    const cell = addressOf(element, pageRows);
    if (cell !== undefined) onOpen(cell);
    return cell !== undefined;
  };
  return (
    <div className="calico-readiness__matrix-scroll">
      <table
        ref={table}
        role="grid"
        aria-label={t('Nodes and requirements')}
        aria-rowcount={view.rows.length + headRows}
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
        <MatrixHead view={view} active={active} />
        <tbody>
          {pageRows.map((row, index) => (
            <MatrixRow
              key={row.name}
              row={row}
              columns={columns}
              index={index}
              gridIndex={view.offset + index + headRows + 1}
              activeColumn={active.row === index ? active.column : null}
              openColumn={query.cell?.node === row.name ? query.cell.column : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The cell that an element is in, of those that can be opened. */
function addressOf(element: EventTarget, rows: readonly NodeRow[]): CellAddress | undefined {
  const cell = element instanceof Element ? element.closest<HTMLElement>('[data-cell]') : null;
  const row = rows[Number(cell?.dataset['row'])];
  const column = cell?.dataset['cell'];
  return row === undefined || column === undefined ? undefined : { node: row.name, column };
}
