import type { PageFigures } from '../figures';
import { longestTaskAfter } from '../in-page/long-tasks';
import type { OpenedPage } from '../opened-page';

/** Milliseconds for which what follows from the last data is watched. */
const afterwards = 500;

/** What it took to load a page. */
export async function loading({ page, session, firstRows, complete, cpu }: OpenedPage): Promise<PageFigures> {
  await page.waitForTimeout(afterwards);
  const longestTask = await longestTaskAfter(page, firstRows);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { firstRows, complete, cpu, longestTask, heap: usedSize / 1e6 };
}
