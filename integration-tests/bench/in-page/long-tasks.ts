import type { Page } from '@playwright/test';

interface LongTask {
  readonly start: number;
  readonly duration: number;
}

type ObservedWindow = Window & { longTasks?: LongTask[] };

/** Runs in the page, before everything else: keeps the tasks that took over 50 ms, as the browser tells them. */
export const observeLongTasks = (): void => {
  const tasks: LongTask[] = [];
  (window as ObservedWindow).longTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
};

/** The longest task that began after a time, milliseconds; 0 where none took over 50 ms. */
export const longestTaskAfter = (page: Page, time: number): Promise<number> =>
  page.evaluate(
    (begin) =>
      Math.max(
        0,
        ...((window as ObservedWindow).longTasks ?? [])
          .filter(({ start }) => start >= begin)
          .map(({ duration }) => duration),
      ),
    time,
  );
