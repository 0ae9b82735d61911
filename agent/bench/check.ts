import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MeasuredRun } from './measured-run';
import { buildCounter, check, measuredRun, nothing } from './measured-run';
import type { SystemCalls } from './system-calls';
import { countSystemCalls, fileSystemCalls, total } from './system-calls';

const rounds = 7;
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-check-'));

const median = (runs: readonly MeasuredRun[], of: (run: MeasuredRun) => number): number =>
  runs.map(of).sort((one, other) => one - other)[Math.floor(runs.length / 2)] ?? NaN;

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const print = (...cells: readonly string[]): boolean =>
  say(cells.map((cell, index) => (index === 0 ? cell.padEnd(20) : cell.padStart(12))).join(''));

/** One measure of a check beside that of the same program with nothing to do, and what share of it that is. */
function compare(name: string, whole: number, startup: number, write: (value: number) => string): void {
  print(name, write(whole), write(startup), whole === 0 ? '' : `${((100 * startup) / whole).toFixed(0)} %`);
}

function compareRuns(counter: string): number {
  const runs = Array.from({ length: rounds }, () => ({
    whole: measuredRun(counter, check),
    startup: measuredRun(counter, nothing),
  }));
  const [whole, startup] = [runs.map((run) => run.whole), runs.map((run) => run.startup)];
  const line = (name: string, of: (run: MeasuredRun) => number, write: (value: number) => string): void =>
    compare(name, median(whole, of), median(startup, of), write);
  line(
    'wall time',
    (run) => run.wallMilliseconds,
    (value) => `${value.toFixed(0)} ms`,
  );
  line(
    'CPU time',
    (run) => run.cpuMilliseconds,
    (value) => `${value.toFixed(0)} ms`,
  );
  line(
    'peak memory',
    (run) => run.peakMemoryKilobytes,
    (value) => `${(value / 1024).toFixed(0)} MB`,
  );
  line('files opened', (run) => run.filesOpened, String);
  line('directories listed', (run) => run.directoriesListed, String);
  line(
    'bytes read',
    (run) => run.bytesRead,
    (value) => `${(value / 1024).toFixed(0)} KB`,
  );
  return median(whole, (run) => run.filesOpened + run.directoriesListed);
}

function compareSystemCalls(whole: SystemCalls, startup: SystemCalls, filesRead: number): void {
  compare('system calls', total(whole), total(startup), String);
  for (const [kind, names] of fileSystemCalls) compare(`  ${kind}`, total(whole, names), total(startup, names), String);
  const forFiles = fileSystemCalls.flatMap(([, names]) => names);
  compare('  of files, all', total(whole, forFiles), total(startup, forFiles), String);
  compare('  of threads', total(whole, ['futex']), total(startup, ['futex']), String);
  const forEach = (total(whole, forFiles) - total(startup, forFiles)) / filesRead;
  say(`${forEach.toFixed(1)} calls of files for each file or directory that the check reads`);
}

try {
  say(
    `calico-readiness ${check.join(' ')} on this machine, median of ${String(rounds)}; reads are those of the program itself`,
  );
  print('', 'check', 'start alone', 'share');
  const filesRead = compareRuns(buildCounter(scratch));
  const whole = countSystemCalls(scratch, check);
  const startup = countSystemCalls(scratch, nothing);
  if (typeof whole === 'string') say(`SYSTEM CALLS WERE NOT COUNTED: ${whole}.`);
  else if (typeof startup === 'string') say(`SYSTEM CALLS WERE NOT COUNTED: ${startup}.`);
  else compareSystemCalls(whole, startup, filesRead);
} finally {
  rmSync(scratch, { recursive: true });
}
