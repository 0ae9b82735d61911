import type { Browser, CDPSession, Page } from '@playwright/test';
import { observeLongTasks } from './in-page/long-tasks';
import type { PageName } from './figures';
import type { MeasuredPage } from './measured-pages';
import { cpuMilliseconds, enableCpu } from './main-thread';
import type { Site } from './sites/site';

/** Where pages are opened: in one console, whose fleet has so many nodes. */
export interface Setting {
  readonly browser: Browser;
  readonly site: Site;
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
export async function appeared(page: Page, path: string): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) =>
      document.evaluate(wanted, document, null, XPathResult.BOOLEAN_TYPE).booleanValue ? performance.now() : false,
    path,
    { polling: 'raf', timeout: patience },
  );
  return Number(await handle.jsonValue());
}

/** Opens a page in a browser that knows nothing of it, waits until its data are complete, and closes it after `use`. */
export const withOpened = <Result>(
  setting: Setting,
  { name, address, first, complete }: MeasuredPage,
  use: (opened: OpenedPage) => Promise<Result>,
): Promise<Result> =>
  withNewPage(setting, name, async (page, session) => {
    await enableCpu(session);
    const before = await cpuMilliseconds(session);
    await page.goto(address, { waitUntil: 'commit' });
    const firstRows = await appeared(page, first);
    const whole = await appeared(page, complete(setting.nodes));
    const cpu = (await cpuMilliseconds(session)) - before;
    return use({ page, session, firstRows, complete: whole, cpu });
  });

/** A page of a browser that knows nothing of the console; it is closed after `use`. */
export async function withNewPage<Result>(
  { browser, site }: Setting,
  name: PageName,
  use: (page: Page, session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    baseURL: site.originOf(name),
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  try {
    await site.enter(context, name);
    const page = await context.newPage();
    await page.goto(site.light);
    await page.addInitScript(namesInPage);
    await page.addInitScript(observeLongTasks);
    return await use(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}
