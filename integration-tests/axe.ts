import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const themes = ['light', 'dark'] as const;

export async function chooseTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  if (theme === 'dark') await page.getByRole('button', { name: 'Dark theme' }).click();
}

/** WCAG 2.1 A and AA, with the shell around the page, because its landmarks and headings count. */
export async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html.slice(0, 200)) }));
}
