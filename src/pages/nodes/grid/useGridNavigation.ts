import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';

/** Rows of the grid from top to bottom: the chapters, the column heads, then the nodes from 0. */
export const chapterHeadRow = -2;
export const columnHeadRow = -1;

export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

const pageOfRows = 10;

/** The `tabIndex` of a cell that stands in one row and spans the columns from `first` to `last`. */
export const tabStop = (active: GridPosition, row: number, first: number, last = first): 0 | -1 =>
  active.row === row && active.column >= first && active.column <= last ? 0 : -1;

/**
 * The grid pattern of the ARIA Authoring Practices with one tab stop: arrows, Home, End, Page Up and Page Down move
 * the focus from cell to cell. Cells carry `data-row`, `data-first` and `data-last`, as a cell may span columns; a
 * link or button in a cell takes the focus in its place.
 */
export function useGridNavigation(table: RefObject<HTMLTableElement>, rows: number, columns: number) {
  const [stored, setActive] = useState<GridPosition>({ row: 0, column: 0 });
  const row = Math.min(stored.row, rows - 1);
  const column = Math.min(stored.column, columns - 1);
  const active = useMemo((): GridPosition => ({ row, column }), [row, column]);

  // A cell that is not drawn yet is once it holds the tab stop, and takes the focus then.
  const wanted = useRef<GridPosition | null>(null);
  const focusWanted = useCallback(() => {
    const cell = wanted.current === null ? undefined : cellAt(table.current, wanted.current);
    if (cell === undefined) return;
    wanted.current = null;
    (cell.querySelector<HTMLElement>('a, button') ?? cell).focus();
  }, [table]);
  useLayoutEffect(focusWanted);
  const focusCell = useCallback(
    (position: GridPosition) => {
      wanted.current = position;
      focusWanted();
      // The wanted column is kept where a cell spans several.
      setActive(position);
    },
    [focusWanted],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const target = targetOf(event, active, rows, columns);
    if (target === undefined) return;
    event.preventDefault();
    focusCell(target);
  };

  const onFocus = (event: FocusEvent<HTMLTableElement>) => {
    const cell = event.target.closest<HTMLElement>('[data-row]');
    if (cell === null) return;
    const { row: at, first, last } = spanOf(cell);
    if (at !== row || column < first || column > last) setActive({ row: at, column: first });
  };

  return { active, focusCell, onKeyDown, onFocus };
}

function targetOf(
  event: KeyboardEvent,
  { row, column }: GridPosition,
  rows: number,
  columns: number,
): GridPosition | undefined {
  const within = (position: GridPosition): GridPosition => ({
    row: Math.max(chapterHeadRow, Math.min(rows - 1, position.row)),
    column: Math.max(0, Math.min(columns - 1, position.column)),
  });
  switch (event.key) {
    case 'ArrowRight':
      return within({ row, column: column + 1 });
    case 'ArrowLeft':
      return within({ row, column: column - 1 });
    case 'ArrowDown':
      return within({ row: row + 1, column });
    case 'ArrowUp':
      return within({ row: row - 1, column });
    case 'Home':
      return within({ row: event.ctrlKey ? 0 : row, column: 0 });
    case 'End':
      return within({ row: event.ctrlKey ? rows - 1 : row, column: columns - 1 });
    case 'PageDown':
      return within({ row: row + pageOfRows, column });
    case 'PageUp':
      return within({ row: Math.max(0, row - pageOfRows), column });
    default:
      return undefined;
  }
}

function cellAt(table: HTMLTableElement | null, { row, column }: GridPosition): HTMLElement | undefined {
  const cells = table?.querySelectorAll<HTMLElement>(`[data-row="${String(row)}"]`) ?? [];
  return [...cells].find((cell) => {
    const { first, last } = spanOf(cell);
    return first <= column && column <= last;
  });
}

function spanOf({ dataset }: HTMLElement): { row: number; first: number; last: number } {
  const first = Number(dataset['first']);
  return { row: Number(dataset['row']), first, last: Number(dataset['last'] ?? first) };
}
