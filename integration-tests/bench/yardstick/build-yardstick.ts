import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../..');

/** Where the yardstick's plugin is built; nothing else looks there, and it ships nowhere. */
export const yardstickDirectory = path.join(import.meta.dirname, 'dist');

/** Builds the yardstick's plugin, unless it is newer than its sources. Throws with what the build said. */
export function buildYardstick(): void {
  if (isBuilt()) return;
  const require = createRequire(import.meta.url);
  const cli = path.join(path.dirname(require.resolve('webpack-cli/package.json')), 'bin/cli.js');
  const config = path.join(import.meta.dirname, 'webpack.config.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', cli, '--config', config], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`the yardstick could not be built:\n${stdout}${stderr}`);
}

const changed = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function isBuilt(): boolean {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name !== path.basename(yardstickDirectory))
    .map((name) => path.join(import.meta.dirname, name));
  const built = changed(path.join(yardstickDirectory, 'plugin-manifest.json'));
  return [...sources, path.join(root, 'package-lock.json')].every((file) => changed(file) < built);
}
