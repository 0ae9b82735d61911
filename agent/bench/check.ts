import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { ProcessCost } from './count-reads';

const rounds = 7;
const root = path.join(import.meta.dirname, '..');
const program = path.join(root, 'dist/cli.js');
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-check-'));
const counter = path.join(scratch, 'count-reads.mjs');

interface Run extends ProcessCost {
  readonly wallMilliseconds: number;
}

/** One check of this machine in a process of its own, as users start it. */
function run(): Run {
  const started = performance.now();
  const { status, output, stderr } = spawnSync(process.execPath, ['--import', counter, program, 'check', '-o', 'json'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const wallMilliseconds = performance.now() - started;
  // Undecided and not ready are answers; anything else is no check.
  if (![0, 3, 4].includes(status ?? -1)) throw new Error(`The check ended with status ${String(status)}: ${stderr}`);
  return { ...(JSON.parse(output[3] ?? '') as ProcessCost), wallMilliseconds };
}

try {
  buildSync({ entryPoints: [path.join(root, 'bench/count-reads.ts')], outfile: counter, format: 'esm', platform: 'node' });
  const runs = Array.from({ length: rounds }, run);
  const median = (of: (run: Run) => number): number => runs.map(of).sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? NaN;
  const lines: readonly (readonly [string, string])[] = [
    ['wall time', `${median((one) => one.wallMilliseconds).toFixed(0)} ms`],
    ['CPU time', `${median((one) => one.cpuMilliseconds).toFixed(0)} ms`],
    ['peak memory', `${(median((one) => one.peakMemoryKilobytes) / 1024).toFixed(0)} MB resident`],
    ['files opened', String(median((one) => one.filesOpened))],
    ['directories listed', String(median((one) => one.directoriesListed))],
    ['bytes read', `${(median((one) => one.bytesRead) / 1024).toFixed(0)} KB`],
  ];
  process.stdout.write(`calico-readiness check -o json on this machine, with the start of Node.js, median of ${String(rounds)}\n`);
  for (const [name, value] of lines) process.stdout.write(`${name.padEnd(20)}${value}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}
