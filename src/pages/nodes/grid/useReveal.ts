import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { ShownChapter } from '../shown-columns';
import { scrollerOf } from './scroller';

/** How long the panel takes to slide in and narrows the view, with some to spare. */
const settleMilliseconds = 1000;

/**
 * Brings into sight what a person or an address has just opened: the cell that the panel explains, also while the
 * panel narrows the view, and the columns of a chapter that was expanded. `cell` is null where none is drawn.
 */
export function useReveal(
  table: RefObject<HTMLTableElement>,
  cell: string | null,
  chapters: readonly ShownChapter[],
): void {
  useEffect(() => {
    if (cell === null) return undefined;
    const reveal = () => {
      table.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    reveal();
    const observer = new ResizeObserver(reveal);
    const scroller = scrollerOf(table.current);
    if (scroller !== null) observer.observe(scroller);
    const timer = window.setTimeout(() => {
      observer.disconnect();
    }, settleMilliseconds);
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
    };
  }, [table, cell]);

  const expanded = chapters.filter((shown) => shown.expanded).map(({ chapter }) => chapter.key);
  const before = useRef(expanded);
  useEffect(() => {
    const opened = expanded.find((key) => !before.current.includes(key));
    before.current = expanded;
    const head = opened === undefined ? null : table.current?.querySelector(`[data-chapter="${opened}"]`);
    if (head !== null && head !== undefined) revealColumns(head, scrollerOf(table.current));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the joined keys say the same as the array
  }, [table, expanded.join()]);
}

/** As many columns as there is room for, from the first. */
function revealColumns(head: Element, scroller: HTMLElement | null): void {
  if (scroller === null) return;
  const view = scroller.getBoundingClientRect();
  const at = head.getBoundingClientRect();
  const hiddenByNodes = Number.parseFloat(getComputedStyle(scroller).scrollPaddingInlineStart) || 0;
  const beyond = at.right - (view.left + scroller.clientWidth);
  const before = at.left - (view.left + hiddenByNodes);
  scroller.scrollBy({ left: before < 0 ? before : Math.max(0, Math.min(beyond, before)) });
}
