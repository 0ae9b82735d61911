import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { ProcessCost } from './count-reads';

const root = path.join(import.meta.dirname, '..');

/** The built command line program, as users start it. */
export const program = path.join(root, 'dist/cli.js');

/** What is measured: one check of this machine, and the same program with nothing to do. */
export const check = ['check', '-o', 'json'] as const;
export const nothing = ['--help'] as const;

// Undecided and not ready are answers; anything else is no check.
const answers = [0, 3, 4];

/** Throws when the program did not answer. */
export function expectAnswer(status: number | null, stderr: string): void {
  if (!answers.includes(status ?? -1))
    throw new Error(
      `The check ended with status ${String(status)}; is the agent built (npm run build:agent)? ${stderr}`,
    );
}

export interface MeasuredRun extends ProcessCost {
  readonly wallMilliseconds: number;
}

/** Writes what is loaded into a measured process to count its reads; to be given to `measuredRun`. */
export function buildCounter(directory: string): string {
  const counter = path.join(directory, 'count-reads.mjs');
  buildSync({
    entryPoints: [path.join(root, 'bench/count-reads.ts')],
    outfile: counter,
    format: 'esm',
    platform: 'node',
  });
  return counter;
}

/** Runs the program once, in a process of its own. */
export function measuredRun(counter: string, words: readonly string[]): MeasuredRun {
  const started = performance.now();
  const { status, output, stderr } = spawnSync(process.execPath, ['--import', counter, program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const wallMilliseconds = performance.now() - started;
  expectAnswer(status, stderr);
  return { ...(JSON.parse(output[3] ?? '') as ProcessCost), wallMilliseconds };
}
