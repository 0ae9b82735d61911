/// <reference lib="dom" />
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const themes = ['light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** What the console's choice of a theme does to the page, also where a dialog covers it: a test that looks at both loads the page once. */
export const chooseTheme = (page: Page, theme: Theme): Promise<void> =>
  page.locator('html').evaluate((html, isDark) => {
    html.classList.toggle('pf-v6-theme-dark', isDark);
  }, theme === 'dark');

/**
 * WCAG 2.1 A and AA, with the shell around the page, because its landmarks and headings count. A selector for each of a
 * thousand elements that pass would take five times as long, and what a blank page of its own is for is frames of other
 * sites: we have none.
 */
export async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], selectors: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html.slice(0, 200)) }));
}

/** Colours fade from one theme to the other, and half-way they have less contrast. What turns for ever is not waited for. */
const faded = (page: Page): Promise<void> =>
  page.locator('html').evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** Both themes, one after the other. */
export async function expectNoViolations(page: Page, inThemes: readonly Theme[] = themes): Promise<void> {
  for (const theme of inThemes) {
    await chooseTheme(page, theme);
    await faded(page);
    expect(await violations(page), theme).toEqual([]);
  }
  await chooseTheme(page, 'light');
}
