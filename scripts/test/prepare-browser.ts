import { fetchBrowser } from './browser';
import { needs } from './needs';

/** What `npm run test:browser` does first. */
if (fetchBrowser() === undefined) {
  const command = needs.find(({ name }) => name === 'browser')?.command ?? '';
  console.error(`The browser tests need Chromium, and none could be had. To get it: ${command}`);
  process.exitCode = 1;
}
