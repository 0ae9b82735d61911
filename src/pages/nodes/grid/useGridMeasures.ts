import { useCallback, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { scrollerOf } from './scroller';

/** What scrolls the grid, and where rows and columns stand in it, in CSS pixels. */
export interface GridMeasures {
  readonly scroller: HTMLElement | null;
  /** Above the first row of nodes, and before the first column of requirements. */
  readonly rowsStart: number;
  readonly columnsStart: number;
  /** All rows of nodes are as high as this. */
  readonly rowHeight: number;
  /** Of the columns of requirements, in their order. */
  readonly columnWidths: readonly number[];
}

/** Two lines of text and the line below them. */
const usualRowHeight = 41;
const unmeasured: GridMeasures = {
  scroller: null,
  rowsStart: 0,
  columnsStart: 0,
  rowHeight: usualRowHeight,
  columnWidths: [],
};

/**
 * Measures the grid after each change of its columns and whenever it, its head or what stands around it takes another
 * size. Widths come from the row that is as wide as anything a column may show, so they do not depend on the rows
 * that are drawn. What scrolls is told how high the head is, so that nothing is scrolled below it.
 */
export function useGridMeasures(table: RefObject<HTMLTableElement>, columns: unknown): GridMeasures {
  const [measures, setMeasures] = useState(unmeasured);
  const measure = useCallback(() => {
    if (table.current === null) return;
    const next = measured(table.current);
    setMeasures((previous) => (isSame(previous, next) ? previous : next));
  }, [table]);
  useLayoutEffect(measure, [measure, columns]);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    for (const element of [table.current, table.current?.tHead, table.current?.parentElement?.parentElement]) {
      if (element !== null && element !== undefined) observer.observe(element);
    }
    return () => {
      observer.disconnect();
    };
  }, [table, measure]);
  return measures;
}

function measured(table: HTMLTableElement): GridMeasures {
  const scroller = scrollerOf(table);
  const head = table.tHead?.offsetHeight ?? 0;
  const columns = [...table.querySelectorAll<HTMLElement>('[data-size]')];
  const row = table.querySelector('tbody > [role="row"]')?.getBoundingClientRect().height ?? 0;
  if (scroller !== null) scroller.style.scrollPaddingBlockStart = `${String(head)}px`;
  const at = table.getBoundingClientRect();
  const from = scroller?.getBoundingClientRect();
  return {
    scroller,
    rowsStart: Math.round(at.top - (from?.top ?? 0) + (scroller?.scrollTop ?? 0) + head),
    columnsStart: Math.round(at.left - (from?.left ?? 0) + (scroller?.scrollLeft ?? 0) + (columns[0]?.offsetLeft ?? 0)),
    rowHeight: row > 0 ? row : usualRowHeight,
    columnWidths: columns.map((column) => column.offsetWidth),
  };
}

const isSame = (one: GridMeasures, other: GridMeasures): boolean =>
  one.scroller === other.scroller &&
  one.rowsStart === other.rowsStart &&
  one.columnsStart === other.columnsStart &&
  one.rowHeight === other.rowHeight &&
  one.columnWidths.join() === other.columnWidths.join();
