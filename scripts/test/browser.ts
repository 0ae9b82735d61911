import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

export const howToInstallABrowser =
  'The browser tests need Chromium: install it with `apt-get install -y chromium` (Debian, Ubuntu), `dnf install -y chromium` (Fedora, RHEL with EPEL), or set CHROMIUM_PATH.';

/** The path of a Chromium-like browser: CHROMIUM_PATH, or the first one on PATH. */
export function findBrowser(): string | undefined {
  const directories = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = [
    process.env['CHROMIUM_PATH'],
    ...names.flatMap((name) => directories.map((directory) => path.join(directory, name))),
  ];
  return candidates.find((candidate) => candidate !== undefined && candidate !== '' && isExecutable(candidate));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: the next candidate may be
  }
}
