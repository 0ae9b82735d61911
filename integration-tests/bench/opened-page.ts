import type { Browser, CDPSession, Page } from '@playwright/test';
import type { ConsoleProfile } from '../console-profiles';
import type { Host } from '../running-host';
import { observeLongTasks } from './in-page/long-tasks';
import type { MeasuredPage } from './measured-pages';
import { cpuMilliseconds, enableCpu } from './main-thread';

/** Where pages are opened: in one console of a running host, whose fleet has so many nodes. */
export interface Setting {
  readonly browser: Browser;
  readonly host: Host;
  readonly console: ConsoleProfile;
  readonly nodes: number;
}

/** A page whose data are complete. Times are milliseconds since its navigation began. */
export interface OpenedPage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly firstRows: number;
  readonly complete: number;
  /** CPU time of the main thread until then, milliseconds. */
  readonly cpu: number;
}

/** What tsx puts around functions so that they keep their names; what runs in the page has to find it there. */
const namesInPage = 'globalThis.__name = (named) => named;';

const patience = 240_000;

/** Waits for what an XPath names, looking once a frame; resolves to when it was there. */
async function appeared(page: Page, path: string): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) =>
      document.evaluate(wanted, document, null, XPathResult.BOOLEAN_TYPE).booleanValue ? performance.now() : false,
    path,
    { polling: 'raf', timeout: patience },
  );
  return Number(await handle.jsonValue());
}

/** Opens a page in a browser that knows nothing of it, waits until its data are complete, and closes it after `use`. */
export async function withOpened<Result>(
  { browser, host, console, nodes }: Setting,
  { name, address, first, complete }: MeasuredPage,
  use: (opened: OpenedPage) => Promise<Result>,
): Promise<Result> {
  const printed = name === 'yardstick' ? host.printedUrlOfOther(console) : host.printedUrl(console);
  const context = await browser.newContext({
    baseURL: new URL(printed).origin,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  try {
    await context.request.get(printed);
    const page = await context.newPage();
    // The renderer's process is there, and has done nothing for the page yet.
    await page.goto('/standalone/host.js');
    await page.addInitScript(namesInPage);
    await page.addInitScript(observeLongTasks);
    const session = await context.newCDPSession(page);
    await enableCpu(session);
    const before = await cpuMilliseconds(session);
    await page.goto(address, { waitUntil: 'commit' });
    const firstRows = await appeared(page, first);
    const whole = await appeared(page, complete(nodes));
    const cpu = (await cpuMilliseconds(session)) - before;
    return await use({ page, session, firstRows, complete: whole, cpu });
  } finally {
    await context.close();
  }
}
