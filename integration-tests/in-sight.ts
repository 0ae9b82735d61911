/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Locator, Page } from '@playwright/test';
import { expect } from './host';

/** What stands at the centre of an element: itself or a part of it, unless something covers it or it has no size. */
const coverOf = (locator: Locator): Promise<string> =>
  locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width < 1 || height < 1) return `has the size ${width} × ${height}`;
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    if (at === null) return 'is outside of the window';
    return element.contains(at) || at.contains(element) ? '' : `is covered by ${at.outerHTML.slice(0, 120)}`;
  });

/** Sees the element where it is, without a scroll; within so many milliseconds, or as long as any expectation has. */
export async function expectInSight(locator: Locator, timeout?: number): Promise<void> {
  const options = { message: String(locator), ...(timeout !== undefined && { timeout }) };
  await expect.poll(() => coverOf(locator), options).toBe('');
}

/** Sees the element, after a scroll where one is needed; after another one where what came meanwhile moved it. */
export async function expectReachable(locator: Locator): Promise<void> {
  const scrolled = async (): Promise<string> => {
    await locator.scrollIntoViewIfNeeded();
    return coverOf(locator);
  };
  await expect.poll(scrolled, { message: String(locator) }).toBe('');
}

/** What of the page can be scrolled in a direction, of what a person can reach. */
export const scrollers = (page: Page, direction: 'down' | 'sideways'): Promise<string[]> =>
  page.locator('body').evaluate((body, sideways) => {
    const scrolls = (element: Element): boolean => {
      const style = getComputedStyle(element);
      return sideways
        ? element.scrollWidth > element.clientWidth + 1 && ['auto', 'scroll'].includes(style.overflowX)
        : element.scrollHeight > element.clientHeight + 1 && ['auto', 'scroll'].includes(style.overflowY);
    };
    return [document.documentElement, body, ...body.querySelectorAll('*')]
      .filter((element) => element.clientHeight > 0 && scrolls(element))
      .map((element) => element.id || element.className);
  }, direction === 'sideways');
