import type { Page } from '@playwright/test';

/** What a page drew meanwhile. */
export interface Frames {
  /** From one frame to the next, milliseconds. */
  readonly lengths: readonly number[];
  /** How often something was scrolled. */
  readonly scrolls: number;
}

type CountedWindow = Window & { endFrames?: () => { readonly lengths: number[]; readonly scrolls: number } };

/** Begins to count frames; what it resolves to ends that and tells. */
export async function countFrames(page: Page): Promise<() => Promise<Frames>> {
  await page.evaluate(() => {
    const lengths: number[] = [];
    let last: number | undefined;
    let scrolls = 0;
    let isOver = false;
    const scrolled = (): void => {
      scrolls += 1;
    };
    document.addEventListener('scroll', scrolled, { capture: true });
    const frame = (time: number): void => {
      if (last !== undefined) lengths.push(time - last);
      last = time;
      if (!isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    (window as CountedWindow).endFrames = () => {
      isOver = true;
      document.removeEventListener('scroll', scrolled, { capture: true });
      return { lengths, scrolls };
    };
  });
  return () => page.evaluate(() => (window as CountedWindow).endFrames?.() ?? { lengths: [], scrolls: 0 });
}
