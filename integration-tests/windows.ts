/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from '@playwright/test';
import { newestConsole, type ConsoleProfile } from './console-profiles';
import { expect } from './host';

/** How a person sees the page. */
export interface TestWindow {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor: number;
}

/** The windows that every page must fit: two desktops, a phone, and the first desktop at 200 %. By their width. */
export const windows = [
  { name: '400 × 800', viewport: { width: 400, height: 800 }, deviceScaleFactor: 1 },
  { name: '1440 × 900 at 200 %', viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  { name: '1024 × 768', viewport: { width: 1024, height: 768 }, deviceScaleFactor: 1 },
  { name: '1440 × 900', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
] as const satisfies readonly TestWindow[];

type InOrder = readonly [TestWindow, ...(readonly TestWindow[])];

/** In the newest console a page is loaded in the narrowest window, which is then made larger; in the others the other way round. */
export const inOrder = (consoleProfile: ConsoleProfile): InOrder => {
  const [narrowest, atTwice, small, widest] = windows;
  return consoleProfile === newestConsole ? windows : [widest, small, atTwice, narrowest];
};

/** A page whose window is changed, as a person changes it, in place of a page for each window. */
export async function resizer(page: Page): Promise<(window: TestWindow) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  return async ({ viewport, deviceScaleFactor }) => {
    await page.setViewportSize(viewport);
    await session.send('Emulation.setDeviceMetricsOverride', { ...viewport, deviceScaleFactor, mobile: false });
    await expect
      .poll(() => page.evaluate('[innerWidth, devicePixelRatio].join()'))
      .toBe([viewport.width, deviceScaleFactor].join());
    // What was scrolled to in another window is not where a person begins in this one.
    await page.locator('body').evaluate((body) => {
      for (const element of body.querySelectorAll('*')) element.scrollTo({ top: 0, left: 0, behavior: 'instant' });
    });
  };
}
