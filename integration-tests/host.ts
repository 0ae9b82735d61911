import { test as base, expect } from '@playwright/test';
import { newestConsole, type ConsoleProfile } from './console-profiles';
import { startHost, type Host } from './running-host';

export interface HostOptions {
  /** The emulated console that the test looks through; set by the project. */
  readonly consoleProfile: ConsoleProfile;
  /** Options of the standalone host beside its ports, e.g. `['--backend', 'sample']`. One host serves all tests of a worker that give the same. */
  readonly hostArguments: readonly string[];
  /** The environment of the standalone host; that of the tests unless something else is said. */
  readonly hostEnvironment: NodeJS.ProcessEnv;
}

const expectedMessages: readonly RegExp[] = [
  // Webpack's own remark in a plugin that was built for an older console; the real 4.22 console shows it as well.
  /^Unsatisfied version \S+ from console of shared singleton module /,
  // The browser's remark on an answer of 400 and above; those are counted where they arrive, with their address.
  /^Failed to load resource: the server responded with a status of /,
  // The browser's remark when a page is left while its watch is still opening, as happens on a busy machine.
  /^WebSocket connection to '\S+' failed: WebSocket is closed before the connection is established\.$/,
  // The SDK's remark when a page is left while its list is under way and the next page lists the same: it keeps the first watch.
  /^Attempted to create multiple websockets for \S+\.$/,
];

const isExpected = (message: string): boolean => expectedMessages.some((expected) => expected.test(message));

interface TestFixtures {
  /**
   * Errors and warnings in the browser's console, uncaught errors, requests to other machines, and, unless a scenario
   * asks for them, answers of 400 and above. Must be empty in the end.
   */
  readonly complaints: string[];
}

interface WorkerFixtures extends HostOptions {
  readonly host: Host;
}

/** Playwright's test with a running host that has let the browser in: `page` begins at the console of the project and must not complain. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  consoleProfile: [newestConsole, { option: true, scope: 'worker' }],
  hostArguments: [['--backend', 'sample'], { option: true, scope: 'worker' }],
  hostEnvironment: [process.env, { option: true, scope: 'worker' }],
  host: [
    async ({ hostArguments, hostEnvironment }, use) => {
      const host = await startHost(hostArguments, undefined, hostEnvironment);
      await use(host);
      await host.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ host, consoleProfile }, use) => use(host.url(consoleProfile)),
  context: async ({ context, host, consoleProfile }, use) => {
    // As the browser would: the printed address leads on, and leaves its cookie.
    await context.request.get(host.printedUrl(consoleProfile));
    await use(context);
  },
  complaints: [
    async ({ page, host, consoleProfile }, use) => {
      const ours = host.url(consoleProfile);
      const complaints: string[] = [];
      page.on('console', (message) => {
        const text = message.text();
        if (['error', 'warning'].includes(message.type()) && !isExpected(text))
          complaints.push(`${message.type()}: ${text}`);
      });
      page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 400 && host.scenario() === 'normal')
          complaints.push(`${response.status()}: ${response.url()}`);
      });
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== ours && protocol !== 'data:' && protocol !== 'blob:')
          complaints.push(`request to ${request.url()}`);
      });
      page.on('websocket', (socket) => {
        if (new URL(socket.url()).host !== new URL(ours).host) complaints.push(`WebSocket to ${socket.url()}`);
      });
      await use(complaints);
      if (host.scenario() !== 'normal') await host.setScenario('normal');
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
