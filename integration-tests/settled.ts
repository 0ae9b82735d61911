/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { expect } from './host';

/**
 * Nothing loads any more, as far as the page says, and nothing of it has changed for a moment. Its watches never end, so the
 * network does not tell; and what changes all the time is not waited for.
 */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main [role="progressbar"]:visible')).toHaveCount(0);
  await page.locator('body').evaluate(
    (body) =>
      new Promise<void>((resolve) => {
        let still = setTimeout(done, 150);
        const most = setTimeout(done, 1_500);
        const changes = new MutationObserver(() => {
          clearTimeout(still);
          still = setTimeout(done, 150);
        });
        function done(): void {
          changes.disconnect();
          clearTimeout(still);
          clearTimeout(most);
          resolve();
        }
        changes.observe(body, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
  );
}
