import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Runs a TypeScript file bundled and minified, as it ships, in a process of its own, and ends as that process does. Run
 * unbundled, every call between two modules would cost more than it does in the browser.
 */
export function runBundled(entry: string): void {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  try {
    const outfile = path.join(directory, 'bench.mjs');
    buildSync({ entryPoints: [entry], outfile, bundle: true, minify: true, format: 'esm', platform: 'node' });
    const { status } = spawnSync(process.execPath, ['--expose-gc', outfile], { stdio: 'inherit' });
    process.exitCode = status ?? 1;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
