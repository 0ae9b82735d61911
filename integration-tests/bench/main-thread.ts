import type { CDPSession } from '@playwright/test';

/** Lets the browser count the tasks of the main thread in CPU time, which other programs of the machine do not change. */
export const enableCpu = async (session: CDPSession): Promise<void> => {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
};

/** CPU time of all tasks of the page's main thread so far, milliseconds. */
export async function cpuMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'TaskDuration');
  if (found === undefined) throw new Error('the browser does not tell the CPU time of its main thread');
  return found.value * 1000;
}
