import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chooseBrowser } from './browser-choice';
import { downloadedChromium, fetchChromium } from './chromium-package';

/** The path of the browser that every test is run in; undefined when the machine has none and none was downloaded. */
export const findBrowser = (): string | undefined =>
  chooseBrowser(
    {
      named: process.env['CHROMIUM_PATH'],
      directories: (process.env['PATH'] ?? '').split(path.delimiter),
      others: [chromium.executablePath(), downloadedChromium],
    },
    isExecutable,
  );

/** The same, after a download where that is needed. */
export function fetchBrowser(): string | undefined {
  const found = findBrowser();
  if (found !== undefined) return found;
  fetchChromium();
  return findBrowser();
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false; // not there, or not ours to run: the next one may be
  }
}
