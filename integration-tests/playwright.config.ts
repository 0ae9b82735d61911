import { defineConfig } from '@playwright/test';
import { findBrowser } from '../scripts/test/browser';
import { consoleProfiles } from './console-profiles';
import type { HostOptions } from './host';

/** Where there is none, Playwright says that its own is missing and how to install that. */
const executablePath = findBrowser();

/** Every test runs in both emulated consoles. */
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
    trace: 'retain-on-failure',
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
  projects: consoleProfiles.map((consoleProfile) => ({ name: `console ${consoleProfile}`, use: { consoleProfile } })),
});
