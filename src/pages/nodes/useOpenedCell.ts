import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { WhatIf } from '../../hooks/useWhatIf';
import type { MatrixGridHandle } from './grid/MatrixGrid';
import type { CellAddress } from './matrix-query';
import { shownKeyOf } from './shown-columns';
import type { MatrixView } from './useMatrixView';

interface OpenedCellState {
  readonly grid: RefObject<MatrixGridHandle>;
  /** Whether a person has just opened the cell, so that the focus goes along. */
  readonly takesFocus: boolean;
  readonly open: (cell: CellAddress) => void;
  /** Gives the focus back to the grid. */
  readonly close: () => void;
}

/**
 * Opens and closes the panel of a cell. A cell that an address names is on the page that is shown, and one that only
 * a what-if had is closed with it.
 */
export function useOpenedCell(view: MatrixView, whatIf: WhatIf): OpenedCellState {
  const { query, update, rows, shownChapters, placeOf } = view;
  const { cell } = query;
  const grid = useRef<MatrixGridHandle>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const isComplete = whatIf.state.status === 'ready';

  const paged = useRef<string | null>(null);
  useEffect(() => {
    if (!isComplete) return;
    const key = cell === null ? null : `${cell.node}/${cell.column}`;
    if (paged.current === key) return;
    paged.current = key;
    if (cell === null) return;
    const change = placeOf(cell.node);
    if (Object.keys(change).length > 0) update(change);
  }, [isComplete, cell, placeOf, update]);

  const wasOn = useRef(whatIf.isOn);
  useEffect(() => {
    if (!isComplete || wasOn.current === whatIf.isOn) return;
    wasOn.current = whatIf.isOn;
    if (whatIf.isOn || cell === null) return;
    const columns = shownChapters.flatMap((chapter) => chapter.columns);
    const isThere = rows.some(({ name }) => name === cell.node) && shownKeyOf(columns, cell.column) !== undefined;
    if (!isThere) update({ cell: null });
  }, [isComplete, whatIf.isOn, cell, rows, shownChapters, update]);

  return {
    grid,
    takesFocus,
    open: (address) => {
      setTakesFocus(true);
      update({ cell: address });
    },
    close: () => {
      if (cell === null) return;
      update({ cell: null });
      grid.current?.focusOpenedCell();
    },
  };
}
