import { cpuMilliseconds } from '../main-thread';
import type { OpenedPage, Setting } from '../opened-page';

const changesPerSecond = 10;
const settleMilliseconds = 3000;
const measuredMilliseconds = 20_000;

async function setPace({ host, console }: Setting, perSecond: number): Promise<void> {
  const response = await fetch(`${host.url(console)}/standalone/changes`, {
    method: 'POST',
    headers: host.authorization,
    body: JSON.stringify({ perSecond }),
  });
  if (!response.ok) throw new Error(`the host does not change reports: ${await response.text()}`);
}

/** Lets reports change, and with them what their Nodes say; resolves to how busy the main thread is with it, percent. */
export async function busyShare(setting: Setting, { page, session }: OpenedPage): Promise<number> {
  await page.waitForTimeout(settleMilliseconds);
  await setPace(setting, changesPerSecond);
  try {
    const [began, before] = [performance.now(), await cpuMilliseconds(session)];
    await page.waitForTimeout(measuredMilliseconds);
    const used = (await cpuMilliseconds(session)) - before;
    return (100 * used) / (performance.now() - began);
  } finally {
    await setPace(setting, 0);
  }
}
