/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Locator, Page } from '@playwright/test';
import { expect } from './host';

/** The windows that every page must fit: two desktops, a phone, and the first desktop at 200 %. */
export const windows = [
  { name: '1440 × 900', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  { name: '1024 × 768', viewport: { width: 1024, height: 768 }, deviceScaleFactor: 1 },
  { name: '400 × 800', viewport: { width: 400, height: 800 }, deviceScaleFactor: 1 },
  { name: '1440 × 900 at 200 %', viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
] as const;

/** What stands at the centre of an element: itself or a part of it, unless something covers it or it has no size. */
const coverOf = (locator: Locator): Promise<string> =>
  locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width < 1 || height < 1) return `has the size ${width} × ${height}`;
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    if (at === null) return 'is outside of the window';
    return element.contains(at) || at.contains(element) ? '' : `is covered by ${at.outerHTML.slice(0, 120)}`;
  });

/** Sees the element where it is, without a scroll. */
export async function expectInSight(locator: Locator): Promise<void> {
  await expect.poll(() => coverOf(locator), { message: String(locator) }).toBe('');
}

/** Sees the element, after a scroll where one is needed. */
export async function expectReachable(locator: Locator): Promise<void> {
  await locator.scrollIntoViewIfNeeded();
  await expectInSight(locator);
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
