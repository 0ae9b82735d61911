import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { cutTexts } from './cut-texts';
import { openPlace } from './in-language';
import { places, sampleFleet } from './pages';
import { settled } from './settled';

test.use({ hostArguments: sampleFleet });

const pictures = path.join(import.meta.dirname, '..', 'test-results', 'languages');

/** Takes up another language while the page is open. */
const choose = async (page: Page, language: string) => {
  await page.getByRole('combobox', { name: 'Language' }).selectOption(language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
};

/** One language that is long and one without letters; a missing text would be an error in the browser's console. */
for (const { name } of places) {
  test(`the page ${name} is complete in French and Japanese`, async ({ page, consoleProfile }) => {
    await openPlace(page, name, 'lng=fr');
    for (const language of ['fr', 'ja']) {
      await choose(page, language);
      await settled(page);
      expect.soft(await cutTexts(page), language).toEqual([]);
      await page.screenshot({ path: path.join(pictures, `${name}-${language}-${consoleProfile}.png`) });
    }
  });
}

test('in a narrow window no button leaves it where texts have no blanks, and no count leaves its symbol', async ({
  page,
}) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await openPlace(page, 'matrix', 'lng=ja');
  const buttons = page.locator('.co-page-heading, .pf-v6-c-toolbar').getByRole('button');
  for (const button of await buttons.all()) {
    const box = await button.boundingBox();
    if (box !== null) expect(box.x + box.width).toBeLessThanOrEqual(400);
  }
  await openPlace(page, 'profiles', 'lng=ja');
  const lines = await page
    .locator('td.calico-readiness__numeric a')
    .evaluateAll((links) => links.map((link) => link.getClientRects().length));
  expect(Math.max(...lines)).toBe(1);
  await expect(page.getByRole('columnheader', { name: 'プロファイル' }).first()).toBeInViewport();
});

test('in a long language causes have room beside what never wraps, their guides can be seen, and icons stay with words', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await openPlace(page, 'overview', 'lng=fr');
  const row = page.locator('.calico-readiness__cause-row').first();
  expect((await row.locator('.calico-readiness__cause-title').boundingBox())!.width).toBeGreaterThanOrEqual(190);
  const guide = (await row.locator('td').last().locator('a, button').boundingBox())!;
  const card = (await page.locator('.calico-readiness__scroll').filter({ has: row }).boundingBox())!;
  expect(guide.x + guide.width).toBeLessThanOrEqual(card.x + card.width + 1);

  await openPlace(page, 'requirements', 'lng=fr');
  for (const end of await page.locator('.calico-readiness__links a .calico-readiness__together').all())
    expect((await end.boundingBox())!.height).toBeLessThan(32);
});

test('every language is there, and taken up while a page is open', async ({ page }) => {
  await openPlace(page, 'overview', 'lng=fr');
  for (const [language, title] of [
    ['ja', 'Calico Readiness'],
    ['es', 'Preparación'],
    ['ko', '준비'],
    ['zh', '就绪'],
    ['en', 'Calico readiness'],
  ] as const) {
    await choose(page, language);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  }
});

test('the language of a browser in the locale C, for which Intl has no name, loses no page', async ({
  page,
  complaints,
}) => {
  for (const name of ['overview', 'matrix', 'requirements', 'guide-networkmanager', 'node-tab', 'profiles']) {
    await openPlace(page, name, 'lng=en-US%40posix');
    await settled(page);
    await expect(page.getByRole('heading', { name: 'Something went wrong' })).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test('a page that runs from right to left does not scroll sideways', async ({ page }) => {
  for (const name of ['overview', 'matrix', 'requirements', 'guide-networkmanager', 'node-tab']) {
    await openPlace(page, name, 'lng=en');
    const overflow = await page.locator('html').evaluate((html) => {
      html.setAttribute('dir', 'rtl');
      const content = html.querySelector('#content-scrollable');
      return [html, content].map((element) => (element?.scrollWidth ?? 0) - (element?.clientWidth ?? 0));
    });
    expect(Math.max(...overflow), name).toBeLessThanOrEqual(1);
  }
});
