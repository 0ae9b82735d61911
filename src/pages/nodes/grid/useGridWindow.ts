import { useLayoutEffect, useMemo } from 'react';
import type { RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { placedRows } from './placed-rows';
import { useGridMeasures } from './useGridMeasures';

/** About the narrowest column, and how many columns are drawn at once without a look at what is in sight. */
const usualColumnWidth = 63;
const fewColumns = 24;

interface GridExtent {
  readonly rows: number;
  readonly columns: readonly unknown[];
  /** Rows and columns that are drawn wherever the view is: of the tab stop, and of the open cell. */
  readonly keptRows: readonly number[];
  readonly keptColumns: readonly number[];
}

export interface GridWindow {
  /** The rows that are in the table, from top to bottom; between them is room for the others. */
  readonly placed: readonly number[];
  /** Those of them that show something. */
  readonly drawn: ReadonlySet<number>;
  /** Of each, in CSS pixels. */
  readonly rowHeight: number;
  /** The columns of requirements to draw, from 0; the same array as long as they are the same. */
  readonly columns: readonly number[];
}

/** The part of the grid that is in sight and a little around it: thousands of cells would make each frame long. */
export function useGridWindow(table: RefObject<HTMLTableElement>, extent: GridExtent): GridWindow {
  const { scroller, rowsStart, columnsStart, rowHeight, columnWidths } = useGridMeasures(table, extent.columns);
  const rows = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: extent.rows,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    scrollMargin: rowsStart,
    overscan: 3,
    rangeExtractor: (range) => withKept(range, extent.keptRows),
    useFlushSync: false,
  });
  const columns = useVirtualizer<HTMLElement, HTMLTableCellElement>({
    horizontal: true,
    isRtl: document.documentElement.dir === 'rtl',
    enabled: extent.columns.length > fewColumns,
    count: extent.columns.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => columnWidths[index] ?? usualColumnWidth,
    scrollMargin: columnsStart,
    overscan: 2,
    rangeExtractor: (range) => withKept(range, extent.keptColumns),
    useFlushSync: false,
  });
  useLayoutEffect(() => {
    rows.measure();
    columns.measure();
  }, [rows, columns, rowHeight, columnWidths]);
  const shown =
    extent.columns.length > fewColumns ? columns.getVirtualIndexes() : extent.columns.map((_, index) => index);
  const key = shown.join();
  return {
    placed: placedRows(extent.rows, rows.range, extent.keptRows),
    drawn: new Set(rows.getVirtualIndexes()),
    rowHeight,
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says the same as the array
    columns: useMemo(() => shown, [key]),
  };
}

/** What is in sight, and what is kept, each once and in order. */
function withKept(range: Range, kept: readonly number[]): number[] {
  const inSight = defaultRangeExtractor(range);
  const others = kept.filter((index) => index >= 0 && index < range.count && !inSight.includes(index));
  return others.length === 0 ? inSight : [...new Set([...inSight, ...others])].sort((one, other) => one - other);
}
