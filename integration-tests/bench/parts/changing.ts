import { cpuMilliseconds } from '../main-thread';
import type { OpenedPage, Setting } from '../opened-page';

const changesPerSecond = 10;
const settleMilliseconds = 3000;
const measuredMilliseconds = 20_000;

/** Lets reports change, and with them what their Nodes say; resolves to how busy the main thread is with it, percent. */
export async function busyShare({ site: { setPace } }: Setting, { page, session }: OpenedPage): Promise<number> {
  if (setPace === undefined) throw new Error('nobody can be asked to change the nodes behind this console');
  await page.waitForTimeout(settleMilliseconds);
  await setPace(changesPerSecond);
  try {
    const [began, before] = [performance.now(), await cpuMilliseconds(session)];
    await page.waitForTimeout(measuredMilliseconds);
    const used = (await cpuMilliseconds(session)) - before;
    return (100 * used) / (performance.now() - began);
  } finally {
    await setPace(0);
  }
}
