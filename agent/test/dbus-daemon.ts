import { existsSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { downloadPackages, librariesBelow, unpackPackages } from './debian-packages';

/** A program to start, and the environment in which it finds its libraries. */
export interface DbusDaemon {
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Beside the other things that can be made again; `npm ci` takes it away. */
const cache = join(import.meta.dirname, '../../node_modules/.cache/dbus-daemon');
const unpacked = join(cache, 'root');

export const howToGetDbusDaemon =
  'Tests of the agent talk to a dbus-daemon of their own, which this machine lacks: run `npm run test:prepare`, which downloads it where there is apt-get, or install it (Debian: dbus; Fedora: dbus-daemon)';

/** The machine's own dbus-daemon, or the one that was downloaded. */
export function findDbusDaemon(): DbusDaemon | undefined {
  const own = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((directory) => join(directory, 'dbus-daemon'))
    .find(existsSync);
  if (own !== undefined) return { program: own, environment: process.env };
  const program = join(unpacked, 'usr/bin/dbus-daemon');
  if (!existsSync(program)) return undefined;
  return { program, environment: { ...process.env, LD_LIBRARY_PATH: librariesBelow(unpacked).join(delimiter) } };
}

/** Downloads it from Debian or Ubuntu when the machine has none; nothing is installed. */
export function fetchDbusDaemon(): DbusDaemon | undefined {
  const found = findDbusDaemon();
  if (found !== undefined || !existsSync('/usr/bin/apt-get')) return found;
  const archives = join(cache, 'archives');
  if (!downloadPackages(archives, ['dbus'], 'what-is-installed') || !unpackPackages(archives, unpacked)) {
    rmSync(cache, { recursive: true, force: true });
  }
  return findDbusDaemon();
}
