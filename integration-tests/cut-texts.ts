/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from '@playwright/test';

/** Texts that their box cuts, where neither an ellipsis with a title nor a scroll bar gives the rest. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.locator('body').evaluate((body) => {
    const hasText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
    const isCut = (element: Element): boolean => {
      const { overflowX, display } = getComputedStyle(element);
      if (display === 'inline' || !['hidden', 'clip'].includes(overflowX)) return false;
      const { width, height } = element.getBoundingClientRect();
      // What only screen readers get is one pixel large.
      if (width <= 1 || height <= 1) return false;
      return element.scrollWidth > element.clientWidth + 1 && element.closest('[title]') === null;
    };
    return [...body.querySelectorAll('#content-scrollable *, [role="dialog"] *')]
      .filter((element) => hasText(element) && isCut(element))
      .map((element) => `${element.className}: ${(element.textContent ?? '').slice(0, 80)}`);
  });
