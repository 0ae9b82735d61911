import type { Page } from '@playwright/test';

/** Milliseconds after which a page counts as not shown. */
const patience = 60_000;

/**
 * Goes to an address as a link within the console does, through the browser's history; resolves to the milliseconds
 * until what an XPath names is drawn.
 */
export const rowsAfterGoing = (page: Page, address: string, first: string): Promise<number> =>
  page.evaluate(
    ({ address, first, most }) =>
      new Promise<number>((resolve, reject) => {
        const began = performance.now();
        history.pushState({}, '', address);
        dispatchEvent(new PopStateEvent('popstate', { state: {} }));
        const look = (): void => {
          const passed = performance.now() - began;
          if (document.evaluate(first, document, null, XPathResult.BOOLEAN_TYPE).booleanValue) resolve(passed);
          else if (passed > most) reject(new Error('its first rows did not come'));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    { address, first, most: patience },
  );
