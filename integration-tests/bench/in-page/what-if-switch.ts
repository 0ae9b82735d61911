import type { Page } from '@playwright/test';

type SwitchedWindow = Window & { switched?: Promise<number> };

/** Milliseconds after which a switch counts as failed. */
const patience = 60_000;

/**
 * Watches the banner of the what-if from the next click on, until it names other differences and has a summary, which
 * it has once every node is evaluated. What it resolves to tells the milliseconds until that is drawn.
 */
export async function watchSwitch(page: Page): Promise<() => Promise<number>> {
  await page.evaluate((most) => {
    const banner = (): readonly [string, string] => {
      const region = document.querySelector('section[aria-label="What-if"]');
      const textOf = (selector: string): string => region?.querySelector(selector)?.textContent?.trim() ?? '';
      return [textOf('ul'), textOf('[role=status]')];
    };
    const [before] = banner();
    (window as SwitchedWindow).switched = new Promise((resolve, reject) => {
      const begin = (): void => {
        const began = performance.now();
        const look = (): void => {
          const [differences, summary] = banner();
          if (differences !== before && summary !== '') resolve(performance.now() - began);
          else if (performance.now() - began > most) reject(new Error('the what-if did not come'));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      document.addEventListener('click', begin, { capture: true, once: true });
    });
  }, patience);
  return () => page.evaluate(() => (window as SwitchedWindow).switched ?? Promise.reject(new Error('no click')));
}
