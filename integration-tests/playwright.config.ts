import { defineConfig } from '@playwright/test';
import { findBrowser } from '../scripts/test/browser';
import { consoleProfiles, newestConsole } from './console-profiles';
import type { HostOptions } from './host';

/** Where there is none, Playwright says that its own is missing and how to install that. */
const executablePath = findBrowser();

/** What looks at our own texts and pixels, or at the standalone host, and at nothing that one console does otherwise than the other. */
const ofOneConsole = ['forced-colors', 'languages', 'local-host', 'pseudolocalization', 'sign-in'].map(
  (name) => `**/${name}.spec.ts`,
);

/** What runs in no browser. */
const ofNoBrowser = '**/bench/**';

/** Every test runs in both emulated consoles, but for those of one. */
export default defineConfig<HostOptions>({
  testDir: '.',
  outputDir: '../test-results',
  // A busy machine may take its time; only what hangs takes this long.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  fullyParallel: false,
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    testIdAttribute: 'data-test',
    // Of what fails: its steps, requests and messages, and a picture of its end. Pictures and the document at every step
    // double the time of all tests; `--trace retain-on-failure` keeps those as well.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: consoleProfiles.map((consoleProfile) => ({
    name: `console ${consoleProfile}`,
    use: { consoleProfile },
    testIgnore: consoleProfile === newestConsole ? ofNoBrowser : [ofNoBrowser, ...ofOneConsole],
  })),
});
