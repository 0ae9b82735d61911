/// <reference lib="dom" />
import type { Locator } from '@playwright/test';
import { expect, test } from './host';
import { openPlace } from './in-language';
import { sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

/** What stays of a box when colors are forced: shadows go, and all backgrounds become one. */
const edges = (locator: Locator) =>
  locator.evaluate((element) => {
    const { borderTopWidth, outlineStyle, backgroundColor } = getComputedStyle(element);
    return { border: Number.parseFloat(borderTopWidth), outline: outlineStyle, backgroundColor };
  });

test('in forced colors the bars, the open cell and boxes of code can still be seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPlace(page, 'overview', 'lng=en');
  const bar = page.locator('.calico-readiness__bar').first();
  expect((await edges(bar)).border).toBeGreaterThan(0);
  const part = await edges(bar.locator('.calico-readiness__bar-part').first());
  expect(part.backgroundColor).not.toBe((await edges(bar)).backgroundColor);

  await openPlace(page, 'panel', 'lng=en');
  expect((await edges(page.getByRole('gridcell', { selected: true }))).outline).toBe('solid');

  await openPlace(page, 'guide-networkmanager', 'lng=en');
  for (const box of await page.locator('.pf-v6-c-code-block').all())
    expect((await edges(box)).border).toBeGreaterThan(0);
});
