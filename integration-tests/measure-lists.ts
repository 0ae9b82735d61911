import { chromium, type CDPSession, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/test/browser';
import { newestConsole } from './console-profiles';
import { startHost } from './running-host';

/*
 * `npm run bench:console [nodes] [runs]`: what the matrix and the overview of a large sample fleet cost a browser. Figures
 * to read, never asserted: they hang on the machine and on what else it does.
 */

const nodes = Number(process.argv[2] ?? 5000);
const runs = Number(process.argv[3] ?? 3);
const patience = { timeout: 240_000 };

interface Measured {
  readonly firstSeconds: number;
  readonly completeSeconds: number;
  /** Of answers of the Kubernetes API, as they came over the wire. */
  readonly megabytes: number;
  readonly requests: number;
  /** Of JavaScript, after a collection. */
  readonly heapMegabytes: number;
}

/** A page by its path, what is seen first, and what is seen only once everything has arrived. */
const pages = [
  {
    name: 'matrix',
    path: '/calico-readiness/nodes',
    first: (page: Page) => page.locator('tbody tr').first(),
    complete: (page: Page) => page.getByRole('button', { name: 'Export' }).and(page.locator(':enabled')),
  },
  {
    name: 'overview',
    path: '/calico-readiness',
    first: (page: Page) => page.getByRole('heading', { name: 'Causes' }),
    complete: (page: Page) => page.getByRole('heading', { name: 'Causes' }),
  },
] as const;

/** Counts what the API answers, as the browser's own network panel does. */
async function countAnswers(session: CDPSession): Promise<() => { readonly bytes: number; readonly requests: number }> {
  const asked = new Set<string>();
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.includes('/api/kubernetes/')) asked.add(requestId);
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (asked.has(requestId)) bytes += dataLength;
  });
  session.on('Network.webSocketFrameReceived', ({ response }) => {
    bytes += response.payloadData.length;
  });
  return () => ({ bytes, requests: asked.size });
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const host = await startHost(['--backend', 'sample', '--nodes', String(nodes)]);
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const { name, path, first, complete } of pages) {
    const measured: Measured[] = [];
    for (let run = 0; run < runs; run += 1) {
      const context = await browser.newContext({
        baseURL: host.url(newestConsole),
        viewport: { width: 1440, height: 900 },
      });
      await context.request.get(host.printedUrl(newestConsole));
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const answers = await countAnswers(session);
      const began = performance.now();
      await page.goto(path, { waitUntil: 'commit' });
      await first(page).waitFor(patience);
      const firstSeconds = (performance.now() - began) / 1000;
      await complete(page).waitFor(patience);
      const completeSeconds = (performance.now() - began) / 1000;
      const { bytes, requests } = answers();
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      measured.push({ firstSeconds, completeSeconds, megabytes: bytes / 1e6, requests, heapMegabytes: usedSize / 1e6 });
      await context.close();
    }
    const of = (field: keyof Measured): string => median(measured.map((one) => one[field])).toFixed(1);
    process.stdout.write(
      `${name}, ${String(nodes)} nodes, medians of ${String(runs)}: first ${of('firstSeconds')} s, complete ${of('completeSeconds')} s, ${of('megabytes')} MB in ${of('requests')} requests, heap ${of('heapMegabytes')} MB\n`,
    );
  }
} finally {
  await browser.close();
  await host.stop();
}
