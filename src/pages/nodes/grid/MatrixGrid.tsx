import { useImperativeHandle, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import type { MatrixLine } from '../groups/lines';
import { MatrixBody } from './MatrixBody';
import { MatrixHead } from './MatrixHead';
import type { CellAddress } from '../matrix-query';
import { headRows, leadingColumns, shownKeyOf } from '../shown-columns';
import { useQuickTranslation } from './quick-translation';
import { useGridNavigation } from './useGridNavigation';
import { useGridWindow } from './useGridWindow';
import { useReveal } from './useReveal';
import type { MatrixView } from '../useMatrixView';
import '../../../components/matrix.css';

/** What the panel needs of the grid: to give the focus back. */
export interface MatrixGridHandle {
  readonly focusOpenedCell: () => void;
}

interface MatrixGridProps {
  readonly view: MatrixView;
  readonly onOpen: (cell: CellAddress) => void;
  readonly onClose: () => void;
  readonly handle: Ref<MatrixGridHandle>;
}

/** Nodes × requirements as an ARIA grid, of which only what is in sight is drawn. */
export const MatrixGrid = ({ view, onOpen, onClose, handle }: MatrixGridProps) => {
  const translation = useQuickTranslation();
  const { lines, lineCount, shownChapters, query } = view;
  const table = useRef<HTMLTableElement>(null);
  const columns = useMemo(() => shownChapters.flatMap((chapter) => chapter.columns), [shownChapters]);
  const columnCount = leadingColumns + columns.length;
  const { active, focusCell, onKeyDown, onFocus } = useGridNavigation(table, lines.length, columnCount);
  const openRow = lines.findIndex((line) => line.kind === 'node' && line.row.name === query.cell?.node);
  const openColumn = query.cell === null ? undefined : shownKeyOf(columns, query.cell.column);
  const shown = useGridWindow(table, {
    rows: lines.length,
    columns,
    keptRows: [active.row, openRow],
    keptColumns: [active.column - leadingColumns, columns.findIndex(({ key }) => key === openColumn)],
  });
  useReveal(table, openRow < 0 ? null : `${String(query.cell?.node)}/${String(openColumn)}`, shownChapters);
  useImperativeHandle(handle, () => ({
    focusOpenedCell: () => {
      const at = columns.findIndex(({ key }) => key === openColumn);
      focusCell(openRow < 0 || at < 0 ? active : { row: openRow, column: leadingColumns + at });
    },
  }));
  const openFrom = (element: EventTarget): boolean => {
    const cell = addressOf(element, lines);
    if (cell !== undefined) onOpen(cell);
    return cell !== undefined;
  };
  return (
    <div className="calico-readiness__matrix-scroll">
      <table
        ref={table}
        role="grid"
        aria-label={translation.t('Nodes and requirements')}
        aria-rowcount={lineCount + headRows}
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
        <MatrixHead view={view} columns={columns} active={active} />
        <MatrixBody
          translation={translation}
          view={view}
          columns={columns}
          window={shown}
          active={active}
          openRow={openRow}
          openColumn={openColumn}
        />
      </table>
    </div>
  );
};

/** The cell that an element is in, of those that can be opened. */
function addressOf(element: EventTarget, lines: readonly MatrixLine[]): CellAddress | undefined {
  const cell = element instanceof Element ? element.closest<HTMLElement>('[data-cell]') : null;
  const line = lines[Number(cell?.dataset['row'])];
  const column = cell?.dataset['cell'];
  return line?.kind !== 'node' || column === undefined ? undefined : { node: line.row.name, column };
}
