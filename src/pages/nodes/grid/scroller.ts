/**
 * What scrolls the matrix: its own frame, or in a small window the whole page around it; matrix.css decides. Without
 * styles, as in component tests, its own frame.
 */
export function scrollerOf(table: HTMLElement | null): HTMLElement | null {
  const frame = table?.parentElement ?? null;
  for (let element = frame; element !== null; element = element.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(element).overflowY)) return element;
  }
  return frame;
}
